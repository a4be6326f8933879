import { error } from '@sveltejs/kit';
import { paragraphsOf } from '$lib/core/reading/strip';
import { chapterSummary, findChapter, findWork, library } from '$lib/server/library';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	library().works.flatMap((work) =>
		work.chapters.map((chapter) => ({ work: work.slug, chapter: chapter.slug }))
	);

/**
 * What the page needs beside the text, and little of it: a page must not change
 * when another chapter is corrected.
 */
export const load: PageServerLoad = ({ params }) => {
	const all = library();
	const work = findWork(all, params.work);
	const chapter = findChapter(all, params.work, params.chapter);
	if (!work || !chapter) error(404);
	const index = work.chapters.indexOf(chapter);
	const neighbour = (at: number) => {
		const other = work.chapters[at];
		return other ? { slug: other.slug, title: other.title, number: other.number } : null;
	};
	const { slug, title, author, language, dir } = work;
	return {
		work: { slug, title, author, language, dir },
		chapter: {
			...chapterSummary(chapter),
			edition: chapter.edition,
			plain: chapter.plain,
			paragraphs: paragraphsOf(chapter.blocks).length
		},
		previous: neighbour(index - 1),
		next: neighbour(index + 1)
	};
};
