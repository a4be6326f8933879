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

/**
 * Where one reads on: where one stopped, else at the first chapter, as when the work was read to its end.
 * `chapters` are at least one. A chapter that `progress` names and the work does not have is as good as none.
 */
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
