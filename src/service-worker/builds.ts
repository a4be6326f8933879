import { ownName } from '../lib/core/app/storage-names';
import { base, fonts, root, version } from './list';
import { controller } from './precache';

declare const self: ServiceWorkerGlobalScope;

/** A build that has been active here, with the keys under which its files are cached. */
interface Build {
	version: string;
	keys: string[];
}

const RECORD = root + 'builds';

/** The cache of fonts that a reader has chosen, under their addresses. */
export const FONTS = ownName(base, 'fonts');

/**
 * Throws away what neither this build nor the one before it holds. Workbox' activate() keeps this
 * build alone, but a tab that was loaded from the one before may still ask for a chunk of it.
 */
export async function tidy(): Promise<void> {
	const cache = await caches.open(ownName(base, 'builds'));
	const known: Build[] = (await (await cache.match(RECORD))?.json()) ?? [];
	const before = known.filter((build) => build.version !== version).slice(0, 1);
	const builds = [{ version, keys: keysOfThisBuild() }, ...before];
	await cache.put(RECORD, Response.json(builds));

	if (self.registration.installing) return; // it fills the cache right now, and will tidy up itself
	const wanted = new Set(builds.flatMap(({ keys }) => keys));
	for (const name of [controller.strategy.cacheName, FONTS]) {
		const files = await caches.open(name);
		for (const request of await files.keys()) {
			if (!wanted.has(request.url)) await files.delete(request, { ignoreVary: true });
		}
	}
}

function keysOfThisBuild(): string[] {
	const addresses = Object.keys(fonts).map((address) => root + address);
	return [...controller.getURLsToCacheKeys().values(), ...addresses];
}
