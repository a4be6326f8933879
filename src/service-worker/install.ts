import { isQuotaError, TIMEOUT } from './fetch-verified';
import { matchPack, packKeys } from './packs/pack-cache';
import { sendToPages } from './pages';
import { cachedKeys, controller } from './precache-controller';
import { retry } from './retry';

const CONCURRENT = 4; // requests at a time

/**
 * Fetches the files of this build that are not in the cache yet, so that a reader who leaves half-way
 * goes on from there. A file whose hash is wrong (a captive portal's page) counts as not arrived.
 * Throws when a file does not arrive after three tries, or when the disk is full: then it deletes
 * what it has fetched, since the reader's annotations may need the space.
 *
 * Workbox' own `install()` goes file by file and tries each once.
 */
export async function fetchMissingFiles(event: ExtendableEvent): Promise<void> {
	const before = await cachedKeys();
	const packed = await packKeys();
	const queue = [...controller.getURLsToCacheKeys()];
	const total = queue.length;
	let done = 0;
	let failed = false;
	async function fetchFromQueue() {
		for (let entry; (entry = queue.shift()) && !failed;) {
			const [, cacheKey] = entry;
			const isPacked = packed.has(cacheKey) && !before.has(cacheKey);
			await (isPacked ? copyFromPack(cacheKey) : fetchFile(event, entry));
			if (!failed) await sendToPages({ type: 'PROGRESS', done: ++done, total });
		}
	}
	const fetching = Array.from({ length: CONCURRENT }, fetchFromQueue);
	try {
		await Promise.all(fetching);
	} catch (error) {
		failed = true; // stops the others
		const full = isQuotaError(error);
		if (full) {
			await Promise.allSettled(fetching);
			await deleteFetched(before);
		}
		// Last of all: a page that hears of it may register again, and would be given this worker as long
		// as it lives.
		await sendToPages({ type: 'FAILED', reason: full ? 'full' : 'incomplete' });
		throw error;
	}
}

/** Deletes the files of this build that were not in the cache `before`. */
async function deleteFetched(before: ReadonlySet<string>) {
	const cache = await caches.open(controller.strategy.cacheName);
	for (const key of controller.getURLsToCacheKeys().values()) {
		if (!before.has(key)) await cache.delete(key, { ignoreVary: true });
	}
}

async function fetchFile(event: ExtendableEvent, [url, cacheKey]: [string, string]): Promise<void> {
	const integrity = controller.getIntegrityForCacheKey(cacheKey);
	async function fetchOnce(failures: number) {
		const request = new Request(url, {
			integrity,
			// What the page has just loaded need not travel twice, unless that was the wrong file.
			cache: failures > 0 ? 'reload' : cacheKey === url ? 'default' : 'no-cache',
			credentials: 'same-origin',
			signal: AbortSignal.timeout(TIMEOUT)
		});
		await Promise.all(
			controller.strategy.handleAll({ event, request, params: { cacheKey, integrity } })
		);
	}
	await retry(fetchOnce, { final: isQuotaError });
}

/** Copies a file of a work that was a pack, and is kept unasked in this build. */
async function copyFromPack(cacheKey: string): Promise<void> {
	const precache = await caches.open(controller.strategy.cacheName);
	await precache.put(cacheKey, (await matchPack(cacheKey))!);
}
