/** A work of the reader's own, as it is stored. */
import type { OwnChapter, OwnChapterSummary, OwnWork } from '$lib/core/own-works/own-work';
import { editionOf } from '$lib/core/text/edition';

/** A record with these properties; the others are those of a small book in English. */
export function ownWork(slug: string, rest: Partial<OwnWork> = {}): OwnWork {
	return {
		v: 1,
		slug,
		title: 'A Book',
		author: 'A. Writer',
		language: 'en',
		dir: 'ltr',
		source: '',
		rights: '',
		chapters: [],
		format: 'EPUB 3',
		fileName: 'a.epub',
		size: 10,
		cover: null,
		added: '2026-11-27T10:00:00.000Z',
		updated: '2026-11-27T10:00:00.000Z',
		...rest
	};
}

/** A chapter of one paragraph. */
export function ownChapter(work: string, slug: string, text: string): OwnChapter {
	const blocks = [{ id: 'p1', start: 0, end: text.length }];
	const article = JSON.stringify([['p', { id: 'p1' }, text]]);
	return { work, slug, edition: editionOf(text), text, blocks, article };
}

/** What the record of a work says of its chapters. */
export function summariesOf(chapters: readonly OwnChapter[]): OwnChapterSummary[] {
	return chapters.map(({ slug, edition }) => ({
		slug,
		title: slug,
		number: null,
		minutes: 1,
		level: 1,
		edition,
		paragraphs: 1,
		plain: true
	}));
}
