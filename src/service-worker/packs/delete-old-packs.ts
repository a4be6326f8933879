import { packs } from '../this-build';
import { deletePackKeys, packAddress, packKey, packKeys, wholeKey } from './pack-cache';
import { cachedPackFiles, listKey } from './pack-list';

/**
 * Deletes from the packs' cache what neither this build nor the one before it has. A file stays as it
 * was, whatever its version, until that of this build is there.
 *
 * @param before the lists of that build, by work
 */
export async function deleteOldPacks(before: Readonly<Record<string, string>>): Promise<void> {
	const keys = await packKeys();
	const wanted = new Set<string>();
	const awaited = new Set<string>(); // addresses whose file of this build is not there
	for (const [isCurrent, lists] of [
		[true, packLists()],
		[false, before]
	] as const) {
		for (const [work, list] of Object.entries(lists)) {
			wanted.add(listKey(work, list)).add(wholeKey(listKey(work, list)));
			const files = (await cachedPackFiles(work, list)) ?? {};
			for (const [address, file] of Object.entries(files)) {
				const key = packKey(address, file);
				wanted.add(key);
				if (isCurrent && !keys.has(key)) awaited.add(address);
			}
		}
	}
	await deletePackKeys(
		[...keys].filter((key) => !wanted.has(key) && !awaited.has(packAddress(key)))
	);
}

/** The lists of this build, by work. */
export function packLists(): Record<string, string> {
	return Object.fromEntries(Object.entries(packs).map(([work, { list }]) => [work, list]));
}
