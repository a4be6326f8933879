/** What reading a file of any format gives, and how marks and refusals of a format are put together. */
import type { Annotation } from '../annotation/annotation';
import { FileError, type FileErrorCode, type Refusal } from './file-error';
import type { ForeignMark } from './foreign-mark';
import { MAX_ITEMS } from './limits';
import type { PostilData } from './postil-data';

export interface ReadResult extends Omit<PostilData, 'deleted'> {
	/** Our own, also deleted ones and tombstones. */
	annotations: Annotation[];
	/** Of other apps; they have no place here yet. */
	marks: ForeignMark[];
	/** Records that the file has twice, or an earlier state of. */
	duplicates: number;
	/** What could not be understood, and where it stands. */
	refused: Refusal[];
}

/** What is read of a file that holds nothing. */
export const NOTHING_READ: ReadResult = {
	annotations: [],
	marks: [],
	snapshots: [],
	positions: [],
	preferences: {},
	duplicates: 0,
	refused: []
};

/** Marks, each once, and refusals of a list of both. */
export function collectMarks(
	read: readonly { path: string; mark: ForeignMark | FileErrorCode }[],
	refused: readonly Refusal[]
): Pick<ReadResult, 'marks' | 'refused' | 'duplicates'> {
	const marks = new Map<string, ForeignMark>();
	const found = { duplicates: 0, refused: [...refused] };
	for (const { path, mark } of read) {
		if (typeof mark === 'string') found.refused.push({ code: mark, path });
		else if (marks.has(mark.id)) found.duplicates += 1;
		else marks.set(mark.id, mark);
	}
	return { ...found, marks: [...marks.values()] };
}

/** @throws FileError when a list has more entries than are ever read */
export function checkCount(path: string, items: readonly unknown[]): void {
	if (items.length > MAX_ITEMS) throw new FileError('too-many-items', path, { limit: MAX_ITEMS });
}
