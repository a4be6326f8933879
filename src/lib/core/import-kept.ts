/** Of an import, what is no annotation: places in texts and preferences. */
import type { Kept } from './backup';
import { canonical, greater } from './canonical';
import type { ImportUndo } from './import-undo';
import { isRecord } from './json-tree';
import { chapterKey } from './notebook';

// JSON units of one preference; ours have 200.
const LONGEST_PREFERENCE = 100_000;

/**
 * The places of a file that are newer than those here, and the preferences that nobody chose
 * here: a choice of this device is never replaced. Each with what is here before.
 */
export function compareKept(file: Kept, mine: Kept): Pick<ImportUndo, 'positions' | 'preferences'> {
	const found: Pick<ImportUndo, 'positions' | 'preferences'> = { positions: [], preferences: [] };
	const here = new Map(mine.positions.map((position) => [chapterKey(position.target), position]));
	for (const theirs of file.positions) {
		const before = here.get(chapterKey(theirs.target)) ?? null;
		const isOlder = before !== null && theirs.at < before.at;
		const isSame = before !== null && canonical(before) === canonical(theirs);
		const ties = before !== null && theirs.at === before.at && greater(before, theirs) === before;
		if (isOlder || isSame || ties) continue;
		here.set(chapterKey(theirs.target), theirs);
		found.positions.push({ before, written: theirs });
	}
	for (const [name, theirs] of Object.entries(file.preferences)) {
		const before = mine.preferences[name];
		const written =
			isRecord(theirs) && isRecord(before) ? { ...theirs, ...before } : (before ?? theirs);
		if (canonical(written) === canonical(before)) continue;
		if (canonical(written).length > LONGEST_PREFERENCE) continue;
		found.preferences.push({ name, before, written });
	}
	return found;
}
