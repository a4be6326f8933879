import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { ownName } from '../lib/core/app/storage-names';
import { base, files, root } from './list';

const REVISION_LENGTH = 12; // of the hash, 72 bits: the integrity check sees the rest

/** The files of this build, and Workbox' way of finding and fetching them. */
export const controller = new PrecacheController({
	cacheName: ownName(base, 'precache'),
	// Hosts differ in the status they send for 404.html; what matters is that it is the right page,
	// and that its hash has told.
	plugins: [
		{
			cacheWillUpdate: async ({ request, response }) =>
				response.ok || request.url === root + '404.html' ? response : null
		}
	]
});

// A host's Vary would hide from a page what the worker has fetched for it.
controller.strategy.matchOptions = { ignoreVary: true };

controller.addToCacheList(
	Object.entries(files).map(([url, integrity]) => ({
		url,
		integrity,
		// Names under immutable/ hold a hash already.
		revision: url.startsWith('_app/immutable/')
			? null
			: integrity.slice('sha256-'.length).slice(0, REVISION_LENGTH)
	}))
);

/** The cache key of the file at this address, whatever its query and hash; undefined when unknown. */
export function keyOf({ origin, pathname }: URL): string | undefined {
	return controller.getCacheKeyForURL(origin + pathname);
}

/** The keys of all files there are to be read offline, also those of the build before. */
export async function keysKept(): Promise<Set<string>> {
	const cache = await caches.open(controller.strategy.cacheName);
	return new Set((await cache.keys()).map(({ url }) => url));
}

/** How many of this build's files are there to be read offline. */
export async function count(): Promise<{ done: number; total: number }> {
	const there = await keysKept();
	const keys = [...controller.getURLsToCacheKeys().values()];
	return { done: keys.filter((key) => there.has(key)).length, total: keys.length };
}
