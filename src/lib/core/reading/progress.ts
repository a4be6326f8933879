/** How far a reader is, in a chapter and in a work. Shares are 0 to 1, times are minutes. */
import type { ChapterHead } from '../text/work';

/** A chapter the reader has opened. */
export interface ChapterProgress {
	chapter: string;
	progress: number;
	/** ISO 8601. */
	at: string;
}

export interface WorkProgress {
	/** Slug of the chapter read last. */
	chapter: string;
	/** Share of the work before the reader's place. */
	share: number;
	minutesLeft: number;
}

/** Whole minutes left of `minutes` at `progress`; 0 only at the end. */
export function minutesLeft(minutes: number, progress: number): number {
	return Math.max(0, Math.ceil(minutes * (1 - progress) - 1e-9));
}

/**
 * The reader's place in a work: at the chapter read last, whatever came before
 * counts as read. `null` when no chapter of today's work was opened.
 */
export function workProgress(
	chapters: readonly ChapterHead[],
	opened: readonly ChapterProgress[]
): WorkProgress | null {
	const known = opened.filter(({ chapter }) => chapters.some(({ slug }) => slug === chapter));
	if (known.length === 0) return null;
	const last = known.reduce((a, b) => (b.at > a.at ? b : a));
	const index = chapters.findIndex(({ slug }) => slug === last.chapter);
	const sum = (list: readonly ChapterHead[]) => list.reduce((all, { minutes }) => all + minutes, 0);
	const total = sum(chapters);
	const before = sum(chapters.slice(0, index)) + chapters[index].minutes * last.progress;
	return {
		chapter: last.chapter,
		share: before / total,
		minutesLeft: minutesLeft(total, before / total)
	};
}

/** Minutes as a reader says them: `27 min`, `1 h 05 min`, `12 h`. */
export function formatMinutes(minutes: number): string {
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')} min`;
}
