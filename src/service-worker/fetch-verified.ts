import { root } from './this-build';

export const PAUSES: readonly number[] = [500, 2000]; // ms before the second and third try; at 1 % lost requests, three suffice
export const TIMEOUT = 60_000; // ms for one file: a connection that hangs must not hang what waits for it

/**
 * Fetches the file at an address, relative to the root, whose bytes must have a hash. Throws when it
 * does not arrive so after `tries`, or when `signal` ends it.
 */
export async function fetchVerified(
	address: string,
	integrity: string,
	signal?: AbortSignal,
	tries = PAUSES.length + 1
): Promise<Response> {
	for (let failures = 0; ;) {
		const ends = [AbortSignal.timeout(TIMEOUT), ...(signal ? [signal] : [])];
		try {
			const response = await fetch(root + address, {
				integrity,
				cache: failures > 0 ? 'reload' : 'no-cache',
				credentials: 'same-origin',
				signal: AbortSignal.any(ends)
			});
			if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
			// A page may not be answered with what was redirected.
			return response.redirected ? new Response(response.body, response) : response;
		} catch (error) {
			if (signal?.aborted || ++failures === tries) throw error;
			await new Promise((resolve) => setTimeout(resolve, PAUSES[failures - 1]));
		}
	}
}

/** Whether something failed because the disk is full. */
export function isQuotaError(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'QuotaExceededError';
}
