import type { ReadingClock } from '$lib/state/reading/reading-clock';

/** What a reader does in a page. */
const SIGNS = ['scroll', 'pointerdown', 'keydown'] as const;

/** Tells a clock what the reader does in this page. @returns the function that ends it */
export function countReadingTime(clock: ReadingClock): () => void {
	const stopped = new AbortController();
	const options = { signal: stopped.signal, capture: true, passive: true };
	for (const sign of SIGNS) window.addEventListener(sign, () => clock.tick(Date.now()), options);
	const leave = () => void clock.leave(Date.now());
	document.addEventListener('visibilitychange', leave, options);
	window.addEventListener('pagehide', leave, options);
	return () => stopped.abort();
}
