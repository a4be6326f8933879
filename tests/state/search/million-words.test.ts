import { expect, onTestFinished, test, vi } from 'vitest';
import { readChapterPage } from '$lib/content/pages/read-chapter-page';
import { NO_OPTIONS } from '$lib/core/search/query';
import type { SearchRequest } from '$lib/core/search/search-request';
import { LibrarySearch } from '$lib/state/search/library-search';
import { PublishedChapters } from '$lib/state/search/published-chapters';

const CHAPTERS = 128;
const PARAGRAPHS = 80;
const WORDS = [
	'the',
	'house’s',
	'keeper',
	'wrote',
	'“Nothing”',
	'of',
	'café',
	'tides',
	'and',
	'oil'
];
const LAST = 'A heron waited by the weir.';

/** A paragraph of 98 words, another one for each number. */
function paragraph(number: number): string {
	const words = Array.from(
		{ length: 98 },
		(_, n) => WORDS[(n * n + number * 7 + n) % WORDS.length]
	);
	return `${words.join(' ')}.`;
}

/** The texts of the chapters, and a network that has their pages. */
function millionWords(): string[] {
	const texts = Array.from({ length: CHAPTERS }, (_, chapter) => {
		const paragraphs = Array.from({ length: PARAGRAPHS }, (_, n) => paragraph(chapter * 11 + n));
		return chapter === CHAPTERS - 1 ? [...paragraphs, LAST] : paragraphs;
	});
	const chapters = texts.map((_, n) => ({
		slug: `c${n}`,
		title: `C${n}`,
		number: null,
		minutes: 1
	}));
	const works = [{ slug: 'w', title: 'W', language: 'en', dir: 'ltr', chapters }];
	vi.stubGlobal('fetch', async (path: string) => {
		if (path === '/works.json') return new Response(JSON.stringify(works));
		const blocks = texts[Number(/^\/w\/c(\d+)\/$/.exec(path)![1])];
		const html = blocks.map((text, n) => `<p id="p${n + 1}">${text}</p>`).join('\n');
		return new Response(`<main><article data-edition="e">${html}</article></main>`);
	});
	onTestFinished(() => void vi.unstubAllGlobals());
	return texts.map((blocks) => blocks.join('\n'));
}

test('A library of a million words has what stands in its last chapter alone, and counts all of a word', async () => {
	const texts = millionWords();
	expect(texts.join(' ').split(/\s/).length).toBeGreaterThan(1_000_000);
	const library = new LibrarySearch(new PublishedChapters('', readChapterPage), null);
	const ask = async (words: string) => {
		const request: SearchRequest = { words, options: NO_OPTIONS, scope: 'everything' };
		const parts = await Array.fromAsync(library.search(request));
		return {
			chapters: parts.flatMap(({ chapters }) => chapters),
			progress: parts.at(-1)!.progress
		};
	};
	const last = await ask('"heron waited" weir');
	expect(last.chapters.map(({ chapter, count }) => [chapter, count])).toEqual([['c127', 1]]);
	expect(last.progress).toEqual({ found: 1, missing: 0, isDone: true });
	const all = await ask('CAFE');
	const counts = texts.map((text) => text.split('café').length - 1);
	expect(all.chapters.map(({ count }) => count)).toEqual(counts.filter((count) => count > 0));
	expect(all.progress.found).toBe(counts.reduce((sum, count) => sum + count, 0));
});
