/** How far a reader is, in a chapter and in a work. Shares are 0 to 1, times are minutes. */
import type { ChapterSummary } from '../text/work';
import { minutesLeft } from './reading-time';

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
	/** When it was read last, ISO 8601. */
	at: string;
}

/**
 * The reader's place in a work: at the chapter read last, whatever came before
 * counts as read. `null` when no chapter of today's work was opened.
 */
export function workProgress(
	chapters: readonly ChapterSummary[],
	opened: readonly ChapterProgress[]
): WorkProgress | null {
	const known = opened.filter(({ chapter }) => chapters.some(({ slug }) => slug === chapter));
	if (known.length === 0) return null;
	const last = known.reduce((a, b) => (b.at > a.at ? b : a));
	const index = chapters.findIndex(({ slug }) => slug === last.chapter);
	const sum = (list: readonly ChapterSummary[]) =>
		list.reduce((all, { minutes }) => all + minutes, 0);
	const total = sum(chapters);
	const before = sum(chapters.slice(0, index)) + chapters[index].minutes * last.progress;
	return {
		chapter: last.chapter,
		share: before / total,
		minutesLeft: minutesLeft(total, before / total),
		at: last.at
	};
}
