/** Another page of this site, which the service worker has kept. */

/**
 * The HTML of the page at `address`; `null` when it cannot be had now: the network is gone and
 * the page is not kept, the server refuses, or `signal` ended it.
 */
export async function fetchPage(address: string, signal?: AbortSignal): Promise<string | null> {
	try {
		const response = await fetch(address, { signal });
		return response.ok ? await response.text() : null;
	} catch (error) {
		const { name } = error as Error;
		// `fetch` and `text` reject with a TypeError when the network fails.
		if (name === 'TypeError' || name === 'AbortError') return null;
		throw error;
	}
}
