/** Long work on the page, in steps that leave it usable. */
import { idle } from '$lib/core/app/idle';

const SLICE = 8; // ms: leaves half a frame to whatever comes

/** Calls `work` for each, in slices of idle time, until all are done or `signal` ends it. */
export async function inIdleTime<T>(
	all: readonly T[],
	work: (one: T) => unknown,
	signal: AbortSignal
): Promise<void> {
	for (let index = 0; index < all.length;) {
		await idle(window);
		if (signal.aborted) return;
		const end = performance.now() + SLICE;
		while (index < all.length && performance.now() < end) work(all[index++]);
	}
}
