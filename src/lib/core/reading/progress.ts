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

/** Works in the order they were read last, the latest first; those never read follow in the order they have. */
export function lastReadFirst<T>(
	works: readonly T[],
	progressIn: (work: T) => WorkProgress | null
): T[] {
	const at = new Map(works.map((work) => [work, progressIn(work)?.at ?? '']));
	return works.toSorted((a, b) => (at.get(b)! > at.get(a)! ? 1 : at.get(b)! < at.get(a)! ? -1 : 0));
}

/** Where one reads on in a work, and what the link that leads there says. */
export interface ReadOn {
	word: 'Begin' | 'Continue' | 'Read again';
	chapter: ChapterSummary;
	/** Its beginning, and not the position that is saved, which is its end. */
	fromTop: boolean;
}

export function readOnIn(
	chapters: readonly ChapterSummary[],
	progress: WorkProgress | null
): ReadOn {
	const [first] = chapters;
	const last = chapters.find(({ slug }) => slug === progress?.chapter);
	if (!progress || !last) return { word: 'Begin', chapter: first, fromTop: false };
	return progress.minutesLeft === 0
		? { word: 'Read again', chapter: first, fromTop: true }
		: { word: 'Continue', chapter: last, fromTop: false };
}
