import { bytesOf, packState, splitPack, type PackStatus } from '../../lib/core/app/packs';
import { sendToPages } from '../pages';
import { packs } from '../this-build';
import { isFetching, isFull } from './keep-pack';
import { markWhole, packKey, packKeys, readChoices } from './pack-cache';
import { cachedPackFiles, listKey } from './pack-list';

/** How far each pack of this build is, counted in the cache. */
export async function packStatuses(): Promise<PackStatus[]> {
	const [choices, keys] = await Promise.all([readChoices(), packKeys()]);
	return Promise.all(Object.keys(packs).map((work) => statusOf(work, choices[work], keys)));
}

/** Tells every page how far a pack is. */
export async function tellStatus(work: string): Promise<void> {
	const [choices, keys] = await Promise.all([readChoices(), packKeys()]);
	await sendToPages({ type: 'PACK', status: await statusOf(work, choices[work], keys) });
}

async function statusOf(
	work: string,
	choice: Awaited<ReturnType<typeof readChoices>>[string] | undefined,
	keys: ReadonlySet<string>
): Promise<PackStatus> {
	// The list is there before the first file.
	const files = keys.has(listKey(work)) ? await cachedPackFiles(work) : null;
	const isCached = (address: string) => keys.has(packKey(address, files![address]));
	const { cached, missing } = splitPack(files ?? {}, isCached);
	const isWhole = files !== null && missing.length === 0;
	// The browser may have thrown files away since.
	if (!isWhole) await markWhole(listKey(work), false);
	const { bytes } = packs[work];
	const state = packState(choice, { isWhole, isFetching: isFetching(work) });
	return { work, state, bytes, done: files ? bytesOf(files, cached) : 0, full: isFull(work) };
}
