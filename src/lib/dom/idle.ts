/** Work that may wait until the page has nothing better to do. */

const SLICE = 8; // ms: leaves half a frame to whatever comes

/** Resolves when the page is idle. Safari has no idle callback; there a moment is as good. */
export function idle(): Promise<void> {
	return new Promise((resolve) => {
		if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2000 });
		else setTimeout(resolve, 50);
	});
}

/** Calls `work` for each, in slices of idle time, until all are done or `signal` ends it. */
export async function inIdleTime<T>(
	all: readonly T[],
	work: (one: T) => unknown,
	signal: AbortSignal
): Promise<void> {
	for (let index = 0; index < all.length;) {
		await idle();
		if (signal.aborted) return;
		const end = performance.now() + SLICE;
		while (index < all.length && performance.now() < end) work(all[index++]);
	}
}
