/** Compares the reading positions and the preferences of a file with those that are stored. */
import type { PositionsAndPreferences } from '../formats/postil-data';
import { mergeDays, READING_DAYS, readReadingDays } from '../reading/reading-days';
import { mergeStatuses, readStatuses, WORK_STATUS } from '../shelf/work-status';
import { canonical, greater } from '../annotation/canonical-json';
import type { ImportUndo } from './undo-import';
import { isObject } from '../formats/json';
import { chapterKey } from '../text/work';

// UTF-16 units as JSON of one preference, or of one entry of those that have an entry for each day or work
// and so no longest; Postil's own have 200 and 100.
const LONGEST_PREFERENCE = 100_000;
const LONGEST_ENTRY = 1_000;

/**
 * The positions of `file` that are newer than those of `mine`, and the preferences that `mine` does not
 * have, since a choice of this device is never replaced; of each day the longer reading time, of each
 * work's status the later word. Each with what was
 * stored before.
 */
export function comparePositionsAndPreferences(
	file: PositionsAndPreferences,
	mine: PositionsAndPreferences
): Pick<ImportUndo, 'positions' | 'preferences'> {
	const known = new Map(mine.positions.map((position) => [chapterKey(position.target), position]));
	const newest = new Map(known);
	for (const theirs of file.positions) {
		const here = newest.get(chapterKey(theirs.target)) ?? null;
		const isOlder = here !== null && theirs.at < here.at;
		const isSame = here !== null && canonical(here) === canonical(theirs);
		const ties = here !== null && theirs.at === here.at && greater(here, theirs) === here;
		if (isOlder || isSame || ties) continue;
		newest.set(chapterKey(theirs.target), theirs);
	}
	const positions = [...newest]
		.map(([key, written]) => ({ before: known.get(key) ?? null, written }))
		.filter(({ before, written }) => before !== written);
	const preferences: ImportUndo['preferences'] = [];
	for (const [name, theirs] of Object.entries(file.preferences)) {
		const before = mine.preferences[name];
		const merge = MERGED[name];
		const written = merge ? merge(before, withoutLongEntries(theirs)) : chosen(before, theirs);
		if (canonical(written) === canonical(before)) continue;
		if (!merge && canonical(written).length > LONGEST_PREFERENCE) continue;
		preferences.push({ name, before, written });
	}
	return { positions, preferences };
}

/** Preferences of which both are taken, part by part. */
const MERGED: Readonly<Record<string, (mine: unknown, theirs: unknown) => unknown>> = {
	[READING_DAYS]: bothDays,
	[WORK_STATUS]: bothStatuses
};

/** The entries of what a file has, which may be anything, without those that Postil never wrote so long. */
function withoutLongEntries(theirs: unknown): unknown {
	if (!isObject(theirs)) return theirs;
	return Object.fromEntries(
		Object.entries(theirs).filter((entry) => canonical(entry).length <= LONGEST_ENTRY)
	);
}

function chosen(mine: unknown, theirs: unknown): unknown {
	return isObject(theirs) && isObject(mine) ? { ...theirs, ...mine } : (mine ?? theirs);
}

/** What is stored stays as it is when the file adds nothing to it. */
function bothDays(mine: unknown, theirs: unknown): unknown {
	const days = mergeDays(readReadingDays(mine), readReadingDays(theirs));
	return Object.keys(days).length > 0 ? days : mine;
}

/** As `bothDays`. */
function bothStatuses(mine: unknown, theirs: unknown): unknown {
	const statuses = mergeStatuses(readStatuses(mine), readStatuses(theirs));
	return Object.keys(statuses).length > 0 ? statuses : mine;
}
