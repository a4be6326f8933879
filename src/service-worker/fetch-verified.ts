import { retry, TRIES } from './retry';
import { root } from './this-build';

export const TIMEOUT = 60_000; // ms for one file: a connection that hangs must not hang what waits for it

/**
 * Fetches the file at an address, relative to the root, whose bytes must have a hash. Throws when it
 * does not arrive so after `tries`, or when `signal` ends it.
 */
export async function fetchVerified(
	address: string,
	integrity: string,
	signal?: AbortSignal,
	tries = TRIES
): Promise<Response> {
	async function fetchOnce(failures: number): Promise<Response> {
		const ends = [AbortSignal.timeout(TIMEOUT), ...(signal ? [signal] : [])];
		const response = await fetch(root + address, {
			integrity,
			cache: failures > 0 ? 'reload' : 'no-cache',
			credentials: 'same-origin',
			signal: AbortSignal.any(ends)
		});
		if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
		// A page may not be answered with what was redirected.
		return response.redirected ? new Response(response.body, response) : response;
	}
	return retry(fetchOnce, { final: () => signal?.aborted === true, tries });
}

/** Whether something failed because the disk is full. */
export function isQuotaError(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'QuotaExceededError';
}
