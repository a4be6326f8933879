/** What the reader of any format gives, and what readers share to put it together. */
import type { Annotation } from '../annotation/annotation';
import { FileError, type FileErrorCode, type Refusal } from './file-error';
import type { ForeignMark } from './foreign/foreign-mark';
import { MAX_ITEMS } from './limits';
import type { PostilData } from './postil-data';

export interface ReadResult extends Omit<PostilData, 'deleted'> {
	/** Postil's own records, deleted ones and tombstones too. */
	annotations: Annotation[];
	/** Marks of other apps, which are not placed yet. */
	marks: ForeignMark[];
	/** How many records the file has twice, or in an earlier version too. */
	duplicates: number;
	/** What of the file could not be understood. */
	refused: Refusal[];
}

/** What is read of a file that has nothing in it. */
export const NOTHING_READ: ReadResult = {
	annotations: [],
	marks: [],
	snapshots: [],
	positions: [],
	preferences: {},
	duplicates: 0,
	refused: []
};

/** What a reader made of one record of a file: a mark, or what is wrong with it. */
export interface ReadMark {
	path: string;
	mark: ForeignMark | FileErrorCode;
}

/**
 * Sorts a list of marks and faults: each mark once, with the notes and tags of all records of it, and
 * the faults behind those of `refused`.
 */
export function collectMarks(
	read: readonly ReadMark[],
	refused: readonly Refusal[]
): Pick<ReadResult, 'marks' | 'refused' | 'duplicates'> {
	const marks = new Map<string, ForeignMark[]>();
	const found = { duplicates: 0, refused: [...refused] };
	for (const { path, mark } of read) {
		if (typeof mark === 'string') found.refused.push({ code: mark, path });
		else {
			const known = marks.get(mark.id);
			if (known) found.duplicates += 1;
			if (known) known.push(mark);
			else marks.set(mark.id, [mark]);
		}
	}
	return { ...found, marks: [...marks.values()].map(combine) };
}

// UTF-16 units of a note in which others are looked for: one that goes on beyond was made to take long.
const SEARCHED_NOTE = 10_000;

/** One mark with the notes and tags of all records of it; a note that another contains is not said twice. */
function combine(records: readonly ForeignMark[]): ForeignMark {
	if (records.length === 1) return records[0];
	const notes = new Set<string>();
	let searched = '';
	for (const { note } of records) {
		if (note === '' || searched.includes(note)) continue;
		notes.add(note);
		if (searched.length < SEARCHED_NOTE) searched += `\n\n${note}`;
	}
	return {
		...records[0],
		note: [...notes].join('\n\n'),
		tags: [...new Set(records.flatMap(({ tags }) => tags))]
	};
}

/** @throws FileError when a list has more entries than are ever read */
export function checkCount(path: string, items: readonly unknown[]): void {
	if (items.length > MAX_ITEMS) throw new FileError('too-many-items', path, { limit: MAX_ITEMS });
}
