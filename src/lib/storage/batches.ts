/** Much at once, bit by bit: copying annotations to a worker, or writing them, takes the page's time. */

/** Annotations in a part: some ms of the page's time. */
export const BATCH_SIZE = 250;

/** Does something with one part after the other, and lets the page answer taps between them. */
export async function inBatches<T>(
	all: readonly T[],
	work: (part: T[]) => Promise<unknown> | void
): Promise<void> {
	for (let from = 0; from < all.length; from += BATCH_SIZE) {
		await work(all.slice(from, from + BATCH_SIZE));
		await new Promise((resolve) => setTimeout(resolve));
	}
}
