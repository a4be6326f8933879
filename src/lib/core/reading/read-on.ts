/** Where one reads on in a work: which chapter comes first. */
import type { ChapterSummary } from '../text/work';
import type { WorkProgress } from './progress';

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
