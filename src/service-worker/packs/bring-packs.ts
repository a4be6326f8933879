import { filesToBring, type PackChoice } from '../../lib/core/app/packs';
import { addressInKey } from '../cache-key';
import { cachedKeys } from '../precache-controller';
import { packs, root } from '../this-build';
import { markWhole, packAddress, packKey, packKeys, readChoices, saveChoices } from './pack-cache';
import { listKey, packFiles } from './pack-list';
import { storeFiles } from './store-files';

const LONGEST = 120_000; // ms that a new version waits for packs; the rest comes when it is in charge

/**
 * Before a new version is offered, fetches what has changed of the packs that are here, so that what was
 * readable stays readable. What does not arrive does not hold up the version: until it comes, the text of
 * the version before is shown.
 */
export async function bringPacks(): Promise<void> {
	try {
		const keys = await packKeys();
		const cached = new Set([...keys].map(packAddress));
		const choices = await choicesWithPrecached(await readChoices());
		const signal = AbortSignal.timeout(LONGEST);
		for (const work of Object.keys(packs)) {
			const isHere = [...cached].some((address) => address.startsWith(`${work}/`));
			if (!isHere && choices[work] === undefined) continue;
			const files = await packFiles(work, signal);
			const wanted = filesToBring(files, choices[work], cached);
			const missing = wanted.filter((address) => !keys.has(packKey(address, files[address])));
			const isWhole = await storeFiles(files, missing, { signal });
			if (isWhole && choices[work] === 'keep') await markWhole(listKey(work), true);
		}
	} catch {
		// The disk is full, or a list cannot be had: pages ask for the rest when they are opened.
	}
}

/** A work that was kept unasked, and has become too large for that, is one that the reader keeps. */
async function choicesWithPrecached(
	choices: Record<string, PackChoice>
): Promise<Record<string, PackChoice>> {
	const precached = [...(await cachedKeys())].map((key) => addressInKey(key).slice(root.length));
	const works = new Set(precached.map((address) => address.split('/')[0]));
	const grown = Object.keys(packs).filter((work) => works.has(work) && choices[work] === undefined);
	if (grown.length === 0) return choices;
	const changes = Object.fromEntries(grown.map((work) => [work, 'keep'] as const));
	await saveChoices(changes);
	return { ...choices, ...changes };
}
