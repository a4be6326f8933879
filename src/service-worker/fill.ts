import type { FromWorker } from '../lib/core/app/worker-messages';
import { root } from './list';
import { controller, keysKept } from './precache';

declare const self: ServiceWorkerGlobalScope;

const LANES = 4;
const PAUSES = [500, 2000]; // ms before the second and third try; at 1 % lost requests, three do
const LIMIT = 60_000; // ms for one file: a connection that hangs must not hang the install

/**
 * Fetches the files of this build that are not in the cache yet, so a reader who leaves half-way
 * goes on from there. A file whose hash is wrong (a captive portal's page) counts as not arrived.
 * Throws when one does not arrive after three tries, or there is no room for it: then it gives back
 * the room it took, which marks may need.
 *
 * Ours and not Workbox' install(): that one goes file by file and tries once.
 */
export async function fill(event: ExtendableEvent): Promise<void> {
	const before = await keysKept();
	const entries = [...controller.getURLsToCacheKeys()];
	const total = entries.length;
	let done = 0;
	let failed = false;
	async function lane() {
		for (let entry; (entry = entries.shift()) && !failed;) {
			await fetchOne(event, ...entry);
			if (!failed) await tellPages({ type: 'PROGRESS', done: ++done, total });
		}
	}
	const lanes = Array.from({ length: LANES }, lane);
	try {
		await Promise.all(lanes);
	} catch (error) {
		failed = true; // stops the other lanes
		const full = isFull(error);
		if (full) {
			await Promise.allSettled(lanes);
			await giveBack(before);
		}
		// Last of all: a page that is told may try again, and would be given this one as long as it lives.
		await tellPages({ type: 'FAILED', reason: full ? 'full' : 'incomplete' });
		throw error;
	}
}

/** Throws away what of this build was not there `before`. */
async function giveBack(before: ReadonlySet<string>) {
	const cache = await caches.open(controller.strategy.cacheName);
	for (const key of controller.getURLsToCacheKeys().values()) {
		if (!before.has(key)) await cache.delete(key, { ignoreVary: true });
	}
}

function isFull(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'QuotaExceededError';
}

async function fetchOne(event: ExtendableEvent, url: string, cacheKey: string, tries = 0) {
	const integrity = controller.getIntegrityForCacheKey(cacheKey);
	const request = new Request(url, {
		integrity,
		// What the page has just loaded need not travel twice, unless that was the wrong file.
		cache: tries > 0 ? 'reload' : cacheKey === url ? 'default' : 'no-cache',
		credentials: 'same-origin',
		signal: AbortSignal.timeout(LIMIT)
	});
	try {
		await Promise.all(
			controller.strategy.handleAll({ event, request, params: { cacheKey, integrity } })
		);
	} catch (error) {
		if (tries === PAUSES.length || isFull(error)) throw error;
		await new Promise((resolve) => setTimeout(resolve, PAUSES[tries]));
		await fetchOne(event, url, cacheKey, tries + 1);
	}
}

async function tellPages(message: FromWorker) {
	const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	for (const page of pages) if (page.url.startsWith(root)) page.postMessage(message);
}
