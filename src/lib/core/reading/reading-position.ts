/** Where the reader is in a chapter: a plain record, saved in the database and in backups. */
import type { Target } from '../annotation/annotation';

export interface ReadingPosition {
	v: 1;
	/** The words at the top of the screen; placed like a mark's when the text was corrected. */
	target: Target;
	/** How far through the chapter its end on the screen stood, 0 to 1. */
	progress: number;
	/** The paragraph, counted from 1, at the top of the screen. */
	paragraph: number;
	/** When it was saved, ISO 8601. */
	at: string;
}

/**
 * `value`, from a database or from web storage, where anybody may have written, as a position that can be
 * gone back to; `null` when it is none. Only what could trip somebody up is looked at, since every reading
 * page loads this; positions in a file are checked by `formats/postil-data.ts`.
 */
export function readReadingPosition(value: unknown): ReadingPosition | null {
	const { target, progress, at } = (value ?? {}) as ReadingPosition;
	const { start, end, quote } = target ?? {};
	const { exact, prefix, suffix } = quote ?? {};
	const isSound =
		[at, exact, prefix, suffix].every((text) => typeof text === 'string') &&
		[start, end - start].every((count) => Number.isSafeInteger(count) && count >= 0) &&
		progress >= 0 &&
		progress <= 1;
	return isSound ? (value as ReadingPosition) : null;
}
