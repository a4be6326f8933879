/** Files that were shared to the app: the service worker stores them until a page takes them. */
import { ownName } from '$lib/core/app/storage-names';
import { SHARED_CACHE, SHARED_NAME_HEADER } from '$lib/core/app/shared-file';
import { decodePercents } from '$lib/core/text/percent-decoding';

/** What a reader, another app or the system hands over. */
export interface ReceivedFile {
	file: Blob;
	name: string;
	/** It is no file, but a text that was pasted or shared: only marks are looked for in it. */
	isPasted: boolean;
}

const NAME_OF_TEXT = 'shared text';

/** Takes the files out of the worker's cache, in their order, those that can be read; none when nothing was shared. */
export async function takeSharedFiles(
	base: string,
	storage: CacheStorage = caches
): Promise<ReceivedFile[]> {
	const cacheName = ownName(base, SHARED_CACHE);
	if (!(await storage.has(cacheName))) return [];
	const cache = await storage.open(cacheName);
	const responses = await cache.matchAll();
	await storage.delete(cacheName);
	return readable(responses.map(fileIn));
}

/** Of files that are being read those that can be, in their order: another may have been moved or deleted. */
export async function readable(files: readonly Promise<ReceivedFile>[]): Promise<ReceivedFile[]> {
	const read = await Promise.allSettled(files);
	return read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

async function fileIn(response: Response): Promise<ReceivedFile> {
	const name = response.headers.get(SHARED_NAME_HEADER);
	return {
		file: await response.blob(),
		// What else runs on this origin can write into the cache too: a name that is none must not cost the file.
		name: name === null ? NAME_OF_TEXT : decodePercents(name),
		isPasted: name === null
	};
}
