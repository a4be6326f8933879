import { neededToRead } from '../../lib/core/app/packs';
import { cachedKeys, controller } from '../precache-controller';
import { root } from '../this-build';
import { stopPack } from './keep-pack';
import { deletePackKeys, packAddress, packKeys, saveChoices, wholeKey } from './pack-cache';
import { cachedPackFiles, listKey } from './pack-list';

/** Deletes a pack from this device, but for the chapter that is being read, by its slug. */
export async function removePack(work: string, reading: string | null): Promise<void> {
	await saveChoices({ [work]: null });
	await stopPack(work);
	const files = await cachedPackFiles(work);
	const needed = reading !== null && files ? neededToRead(files, work, `${work}/${reading}/`) : [];
	const keys = [...(await packKeys())].filter((key) => packAddress(key).startsWith(`${work}/`));
	const isKept = (key: string) => key === listKey(work) || needed.includes(packAddress(key));
	await deletePackKeys([wholeKey(listKey(work)), ...keys.filter((key) => !isKept(key))]);
	await deletePrecached(work);
}

/**
 * Deletes what a build before had of a work that was small then, and kept unasked: the next version would
 * take it for a work that the reader keeps.
 */
async function deletePrecached(work: string): Promise<void> {
	const keys = [...(await cachedKeys())].filter((key) => key.startsWith(`${root}${work}/`));
	const precache = await caches.open(controller.strategy.cacheName);
	for (const key of keys) await precache.delete(key, { ignoreVary: true });
}
