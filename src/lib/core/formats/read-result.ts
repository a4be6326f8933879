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
	const marks = new Map<string, ForeignMark>();
	const found = { duplicates: 0, refused: [...refused] };
	for (const { path, mark } of read) {
		if (typeof mark === 'string') found.refused.push({ code: mark, path });
		else {
			const known = marks.get(mark.id);
			if (known) found.duplicates += 1;
			marks.set(mark.id, known ? withWordsOf(known, mark) : mark);
		}
	}
	return { ...found, marks: [...marks.values()] };
}

function withWordsOf(known: ForeignMark, again: ForeignMark): ForeignMark {
	const notes = known.note.includes(again.note) ? [known.note] : [known.note, again.note];
	return {
		...known,
		note: notes.filter((note) => note !== '').join('\n\n'),
		tags: [...new Set([...known.tags, ...again.tags])]
	};
}

/** @throws FileError when a list has more entries than are ever read */
export function checkCount(path: string, items: readonly unknown[]): void {
	if (items.length > MAX_ITEMS) throw new FileError('too-many-items', path, { limit: MAX_ITEMS });
}
