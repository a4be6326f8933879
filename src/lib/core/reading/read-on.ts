/** Where one reads on: which work comes first, and which chapter of it. */
import type { ChapterSummary } from '../text/work';
import type { WorkProgress } from './progress';

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
