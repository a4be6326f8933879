/** A chapter that an annotation names, as today's library knows it. */
import type { ChapterSummary, Work } from './work';

/** The summaries are `null` when the library does not have the work or the chapter any more. */
export interface ResolvedChapter {
	/** Slug of the work. */
	work: string;
	/** Slug of the chapter. */
	chapter: string;
	workSummary: Work | null;
	chapterSummary: ChapterSummary | null;
}

/** Looks up the chapter with these slugs. */
export function resolveChapter(
	{ work, chapter }: { work: string; chapter: string },
	works: readonly Work[]
): ResolvedChapter {
	const workSummary = works.find(({ slug }) => slug === work) ?? null;
	const chapterSummary = workSummary?.chapters.find(({ slug }) => slug === chapter) ?? null;
	return { work, chapter, workSummary, chapterSummary };
}
