/** A file that was shared to the app: the service worker stores it until a page takes it. */
import { ownName } from '$lib/core/app/storage-names';
import { SHARED_CACHE, SHARED_NAME_HEADER } from '$lib/core/app/shared-file';
import { decodePercents } from '$lib/core/text/percent-decoding';

/** Takes the file out of the worker's cache; `null` when there is none. */
export async function takeSharedFile(
	base: string,
	storage: CacheStorage = caches
): Promise<{ file: Blob; name: string } | null> {
	const cacheName = ownName(base, SHARED_CACHE);
	if (!(await storage.has(cacheName))) return null;
	const cache = await storage.open(cacheName);
	const [request] = await cache.keys();
	const response = request && (await cache.match(request));
	await storage.delete(cacheName);
	if (!response) return null;
	// What else runs on this origin can write into the cache too: a name that is none must not cost the file.
	const name = decodePercents(response.headers.get(SHARED_NAME_HEADER) ?? '');
	return { file: await response.blob(), name };
}
