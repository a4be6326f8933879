import { ownName } from '../lib/core/app/storage-names';
import { deleteOldPacks, packLists } from './packs/delete-old-packs';
import { controller, FONT_CACHE } from './precache-controller';
import { base, fonts, root, version } from './this-build';

declare const self: ServiceWorkerGlobalScope;

/** A build that has been active on this device. */
interface Build {
	version: string;
	/** The cache keys of its files. */
	keys: string[];
	/** The lists of its packs, by work; builds from before there were packs have none. */
	packs?: Record<string, string>;
}

/** Under this address the builds are listed, in a cache of their own. */
const BUILDS = root + 'builds';

/**
 * Deletes from the caches what neither this build nor the one before it has. Workbox' own
 * `activate()` leaves this build alone, but a tab that was loaded from the one before may still ask
 * for a script of it.
 */
export async function deleteOldFiles(): Promise<void> {
	const cache = await caches.open(ownName(base, 'builds'));
	const known: Build[] = (await (await cache.match(BUILDS))?.json()) ?? [];
	const before = known.filter((build) => build.version !== version).slice(0, 1);
	const builds = [{ version, keys: cacheKeys(), packs: packLists() }, ...before];
	await cache.put(BUILDS, Response.json(builds));

	if (self.registration.installing) return; // it is filling the cache, and will do this when it is active
	const wanted = new Set(builds.flatMap(({ keys }) => keys));
	for (const name of [controller.strategy.cacheName, FONT_CACHE]) {
		const files = await caches.open(name);
		for (const request of await files.keys()) {
			if (!wanted.has(request.url)) await files.delete(request, { ignoreVary: true });
		}
	}
	await deleteOldPacks(before[0]?.packs ?? {});
}

/** Under which keys the files of this build are in the caches; fonts only if a reader chose them. */
function cacheKeys(): string[] {
	const fontKeys = Object.keys(fonts).map((address) => root + address);
	return [...controller.getURLsToCacheKeys().values(), ...fontKeys];
}
