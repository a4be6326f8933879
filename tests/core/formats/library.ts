/** A library to import into: the shipped chapter, a poem, and a text of many scripts. */
import { readFileSync } from 'node:fs';
import type { ExportContext } from '$lib/core/formats/export-context';
import { FileError } from '$lib/core/formats/file-error';
import { fileErrorText } from '$lib/core/formats/file-error-text';
import type { LibraryChapter } from '$lib/core/importing/find-passage';
import { editionOf } from '$lib/core/text/edition';
import { joinBlocks } from '$lib/core/text/chapter-text';
import type { Work } from '$lib/core/text/work';
import { chapterBlocks, fixtureBlocks } from '../anchoring/mutations/texts';

export const SITE = 'https://example.org/';

/** Emoji, joined ones, combining marks, right to left, and the same sentence twice. */
const SCRIPTS = [
	'One 😀 two 👩‍👧‍👦 three. The same sentence 😀. The same sentence 😀.',
	'שָׁלוֹם עֲלֵיכֶם, said he; السلام عليكم, said she.',
	'Cafe\u0301 noe\u0308l, a\u0308o\u0308u\u0308: combining marks stay what they are.',
	'The same sentence 😀. 国境の長いトンネルを抜けると雪国であった。𠮷野家。'
];

function chapterOf(work: Work, slug: string, blocks: string[]): LibraryChapter {
	const { text, blocks: placed } = joinBlocks(
		blocks.map((one, i) => ({ id: `p${i + 1}`, text: one }))
	);
	return {
		work: work.slug,
		chapter: slug,
		edition: editionOf(text),
		text,
		blocks: placed,
		title: work.title,
		author: work.author,
		address: `${SITE}${work.slug}/${slug}/`
	};
}

function workOf(slug: string, title: string, author: string, chapter: string, name: string): Work {
	return {
		slug,
		title,
		author,
		language: 'en',
		dir: 'ltr',
		source: '',
		rights: '',
		chapters: [{ slug: chapter, title: name, number: null, minutes: 1 }]
	};
}

export const WORKS: Work[] = [
	workOf('my-life', 'My Life', 'Leon Trotsky', '43-the-exile', 'The Exile'),
	workOf('mariner', 'The Rime of the Ancient Mariner', 'S. T. Coleridge', 'all', 'The Rime'),
	workOf('scripts', 'Many <Scripts> & "Marks"', 'Nobody', 'all', 'All')
];

export const CHAPTERS: LibraryChapter[] = [
	chapterOf(WORKS[0], '43-the-exile', chapterBlocks()),
	chapterOf(WORKS[1], 'all', fixtureBlocks('ancient-mariner')),
	chapterOf(WORKS[2], 'all', SCRIPTS)
];

export const CONTEXT: ExportContext = {
	title: 'Postil notes',
	generated: '2026-11-22T10:00:00.000Z',
	version: '0.1.0',
	site: SITE,
	works: WORKS,
	texts: new Map(CHAPTERS.map(({ edition, text }) => [edition, text])),
	places: new Map()
};

/** What a reader is told of a file that cannot be taken: where, and in words; `null` of one that is read. */
export function toldOf(read: () => unknown): { path: string; text: string } | null {
	try {
		read();
		return null;
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		return { path: error.path, text: fileErrorText(error.code, error.details) };
	}
}

/** A file as a named app wrote it. */
export function fixture(name: string): Uint8Array {
	return new Uint8Array(readFileSync(`tests/core/formats/fixtures/${name}`));
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
