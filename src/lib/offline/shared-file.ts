/** Files that were shared to the app: the service worker stores them until a page takes them. */
import { ownName } from '$lib/core/app/storage-names';
import { SHARED_CACHE, SHARED_NAME_HEADER } from '$lib/core/app/shared-file';
import { decodePercents } from '$lib/core/text/percent-decoding';

/** A file that another app, or the system, hands over. */
export interface SharedFile {
	file: Blob;
	name: string;
	/** It is no file, but a text: only marks are looked for in it. */
	isText: boolean;
}

const NAME_OF_TEXT = 'shared text';

/** Takes the files out of the worker's cache, in their order; none when nothing was shared. */
export async function takeSharedFiles(
	base: string,
	storage: CacheStorage = caches
): Promise<SharedFile[]> {
	const cacheName = ownName(base, SHARED_CACHE);
	if (!(await storage.has(cacheName))) return [];
	const cache = await storage.open(cacheName);
	const responses = await cache.matchAll();
	await storage.delete(cacheName);
	return Promise.all(responses.map(fileIn));
}

async function fileIn(response: Response): Promise<SharedFile> {
	const name = response.headers.get(SHARED_NAME_HEADER);
	return {
		file: await response.blob(),
		// What else runs on this origin can write into the cache too: a name that is none must not cost the file.
		name: name === null ? NAME_OF_TEXT : decodePercents(name),
		isText: name === null
	};
}
