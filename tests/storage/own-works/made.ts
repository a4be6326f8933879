/** A work of the reader's own, as it is stored. */
import type { OwnChapter, OwnWork } from '$lib/core/own-works/own-work';
import type { OwnFile } from '$lib/storage/database';
import { BOOK_FILE, type WholeWork } from '$lib/storage/own-works/own-works';

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

export function ownChapter(work: string, slug: string, text: string): OwnChapter {
	const blocks = [{ id: 'p1', start: 0, end: text.length }];
	const article = JSON.stringify([['p', { id: 'p1' }, text]]);
	return { work, slug, edition: `e-${text}`, text, blocks, article };
}

/** A work of the chapters with these texts. */
export function wholeWork(
	slug: string,
	texts: readonly string[],
	rest?: Partial<OwnWork>
): WholeWork {
	const chapters = texts.map((text, index) => ownChapter(slug, `${index + 1}-c`, text));
	const summaries = chapters.map(({ slug: chapter, edition }) => ({
		slug: chapter,
		title: chapter,
		number: null,
		minutes: 1,
		level: 1,
		edition,
		paragraphs: 1,
		plain: true
	}));
	const file: OwnFile = { work: slug, path: BOOK_FILE, blob: new Blob([texts.join()]) };
	return { work: ownWork(slug, { chapters: summaries, ...rest }), chapters, files: [file] };
}
