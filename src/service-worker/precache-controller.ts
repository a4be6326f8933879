import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { ownName } from '../lib/core/app/storage-names';
import { revisionOf } from './cache-key';
import { base, files, root } from './this-build';

/** The cache of the fonts that a reader has chosen, under their addresses. */
export const FONT_CACHE = ownName(base, 'fonts');

/** Finds and fetches the files of this build, by Workbox. */
export const controller = new PrecacheController({
	cacheName: ownName(base, 'precache'),
	// Hosts differ in the status they send for 404.html. The integrity check has found that it is the
	// right page, and that is what matters.
	plugins: [
		{
			cacheWillUpdate: async ({ request, response }) =>
				response.ok || request.url === root + '404.html' ? response : null
		}
	]
});

// A host's Vary header would hide from a page what the worker has fetched for it.
controller.strategy.matchOptions = { ignoreVary: true };

controller.addToCacheList(
	Object.entries(files).map(([url, integrity]) => ({
		url,
		integrity,
		// File names under immutable/ have a hash already.
		revision: url.startsWith('_app/immutable/') ? null : revisionOf(integrity)
	}))
);

/** The cache key of this build's file at an address, whatever its query and hash; undefined when there is none. */
export function cacheKeyOf({ origin, pathname }: URL): string | undefined {
	return controller.getCacheKeyForURL(origin + pathname);
}

/** The cache keys of all files that are in the cache, those of the build before among them. */
export async function cachedKeys(): Promise<Set<string>> {
	const cache = await caches.open(controller.strategy.cacheName);
	return new Set((await cache.keys()).map(({ url }) => url));
}

/** How many of this build's files are in the cache. */
export async function countCached(): Promise<{ done: number; total: number }> {
	const cached = await cachedKeys();
	const keys = [...controller.getURLsToCacheKeys().values()];
	return { done: keys.filter((key) => cached.has(key)).length, total: keys.length };
}
