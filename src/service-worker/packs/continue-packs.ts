import { packs } from '../this-build';
import { fetchPack } from './keep-pack';
import { matchPack, readChoices, wholeKey } from './pack-cache';
import { listKey } from './pack-list';
import { tellStatus } from './pack-status';

/** Goes on with every pack that the reader wants and that is not whole. */
export async function continuePacks(): Promise<void> {
	for (const [work, choice] of Object.entries(await readChoices())) {
		if (choice !== 'keep' || !Object.hasOwn(packs, work)) continue;
		if (await matchPack(wholeKey(listKey(work)))) continue;
		await fetchPack(work);
		await tellStatus(work);
	}
}
