import { neededToRead, type PackFiles } from '../../lib/core/app/packs';
import { root } from '../this-build';
import { matchPack, packKey } from './pack-cache';
import { packFiles, packOf } from './pack-list';
import { storeFile } from './store-files';

/** What is being stored, by page. */
const storing = new Map<string, Promise<void>>();

/**
 * Puts into the cache what the open page needs to be read without a network, if it is one of a pack.
 * Pages ask several times; what is on its way is not fetched again.
 */
export function storeOpenChapter(page: string): Promise<void> {
	const running = storing.get(page);
	if (running) return running;
	const ended = storePage(page).finally(() => storing.delete(page));
	storing.set(page, ended);
	return ended;
}

async function storePage(page: string): Promise<void> {
	const url = new URL(page);
	const work = packOf(url);
	if (work === null) return;
	try {
		const files = await packFiles(work);
		for (const address of neededToRead(files, work, addressOf(url))) {
			if (!(await isStored(files, address))) await storeFile(files, address);
		}
	} catch {
		// Another time: the page asks again when it is loaded, and when the network is back.
	}
}

/** The address of a page or file relative to the root, without query and hash. */
export function addressOf({ origin, pathname }: URL): string {
	return (origin + pathname).slice(root.length);
}

async function isStored(files: PackFiles, address: string): Promise<boolean> {
	return (await matchPack(packKey(address, files[address]))) !== undefined;
}
