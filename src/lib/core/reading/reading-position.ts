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
