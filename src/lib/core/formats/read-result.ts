/** What reading a file gives, and how marks and refusals of any format are put together. */
import type { Annotation } from '../annotation/annotation';
import type { Holding } from './backup/backup';
import type { ForeignMark } from './foreign-mark';
import { FileError, type Refusal } from './file-error';
import { MOST_ITEMS } from './limits';

export type Format =
	| 'backup'
	| 'rescue'
	| 'postil'
	| 'study-packet'
	| 'web-annotation'
	| 'hypothesis'
	| 'readwise'
	| 'kindle';

export interface ReadFile extends Omit<Holding, 'holds' | 'deleted'> {
	format: Format;
	/** Our own, also deleted ones and tombstones. */
	annotations: Annotation[];
	/** Of other apps; they have no place here yet. */
	marks: ForeignMark[];
	/** Records that the file has twice, or an earlier state of. */
	duplicates: number;
	/** What could not be understood, and where it stands. */
	refused: Refusal[];
}

/** A file that holds nothing. */
export const NOTHING = {
	annotations: [],
	marks: [],
	snapshots: [],
	positions: [],
	preferences: {},
	duplicates: 0,
	refused: []
};

/** Marks, each once, and refusals of a list of both. */
export function sorted(
	read: readonly { path: string; mark: ForeignMark | string }[],
	refused: readonly Refusal[]
): Pick<ReadFile, 'marks' | 'refused' | 'duplicates'> {
	const marks = new Map<string, ForeignMark>();
	const found = { duplicates: 0, refused: [...refused] };
	for (const { path, mark } of read) {
		if (typeof mark === 'string') found.refused.push({ path, reason: mark });
		else if (marks.has(mark.id)) found.duplicates += 1;
		else marks.set(mark.id, mark);
	}
	return { ...found, marks: [...marks.values()] };
}

/** @throws FileError when a list has more entries than are ever read */
export function tooMany(path: string, items: readonly unknown[]): void {
	if (items.length > MOST_ITEMS) throw new FileError(path, `has more than ${MOST_ITEMS} entries`);
}
