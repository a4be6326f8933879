/** Much at once, batch by batch: copying annotations to a worker, or writing them, takes the page's time. */

/** Annotations in a batch: some ms of the page's time. */
export const BATCH_SIZE = 250;

/** Does something with one batch after the other, and lets the page answer taps between them. */
export async function inBatches<T>(
	all: readonly T[],
	work: (batch: T[]) => Promise<unknown> | void
): Promise<void> {
	for (let from = 0; from < all.length; from += BATCH_SIZE) {
		if (from > 0) await new Promise((resolve) => setTimeout(resolve));
		await work(all.slice(from, from + BATCH_SIZE));
	}
}
