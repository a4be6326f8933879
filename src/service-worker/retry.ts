/** Ms before the second and third try; at 1 % lost requests, three suffice. */
const PAUSES: readonly number[] = [500, 2000];

/** How often something is tried that a bad connection may break. */
export const TRIES = PAUSES.length + 1;

/**
 * Gives what `attempt` gives. When it throws it is tried again after a pause, until it has failed
 * `tries` times, at most `TRIES`, or with an error that is `final`; that error is thrown.
 *
 * @param attempt gets how often it has failed before
 */
export async function retry<T>(
	attempt: (failures: number) => Promise<T>,
	{ final, tries = TRIES }: { final: (error: unknown) => boolean; tries?: number }
): Promise<T> {
	for (let failures = 0; ;) {
		try {
			return await attempt(failures);
		} catch (error) {
			if (++failures >= tries || final(error)) throw error;
			await new Promise((resolve) => setTimeout(resolve, PAUSES[failures - 1]));
		}
	}
}
