/** The last import: what it changed, as the reader sees it, and how long it can be undone. */
import type { ReadableFormat } from '../formats/format-names';

export interface LastImport {
	v: 1;
	/** The name of its file. */
	name: string;
	format: ReadableFormat;
	/** When it was done, ISO 8601. */
	at: string;
	/** How many annotations it added, changed and deleted, and how many of them have no place. */
	added: number;
	changed: number;
	removed: number;
	notPlaced: number;
	/** Slugs of the works of the reader's own that it added; left out when there were none. */
	works?: readonly string[];
}

/** As long as the trash keeps what is deleted: no word outlives in a copy what is promised of it there. */
export const UNDO_DAYS = 30;
const UNDO_TIME = UNDO_DAYS * 24 * 60 * 60 * 1000; // ms

/** Until when an import can be undone, in milliseconds since 1970. */
export function undoDeadline({ at }: LastImport): number {
	return Date.parse(at) + UNDO_TIME;
}

/**
 * Whether an import can be undone no more at `now` (ms since 1970), and the copy of what it replaced
 * has to go. So has one from the future: it was made by a wrong clock, and nobody knows its age.
 */
export function isUndoExpired({ at }: LastImport, now: number): boolean {
	const isYoung = Math.abs(now - Date.parse(at)) <= UNDO_TIME;
	return !isYoung;
}
