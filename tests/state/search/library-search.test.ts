import { describe, expect, test } from 'vitest';
import { NO_OPTIONS } from '$lib/core/search/query';
import type { Scope, SearchRequest } from '$lib/core/search/search-request';
import { joinBlocks } from '$lib/core/text/chapter-text';
import { LibrarySearch } from '$lib/state/search/library-search';
import { PublishedChapters } from '$lib/state/search/published-chapters';
import type { Found, OpenText } from '$lib/state/search/search-messages';

/** Works by their slugs; their chapters' paragraphs by theirs. */
type Texts = Record<string, Record<string, string[]>>;

const TEXTS: Texts = {
	sea: {
		dawn: ['The keeper wakes.'],
		noon: ['Nothing here.'],
		dusk: ['Keeper, keeper!', 'Sleep.']
	},
	land: { field: ['A keeper of bees.'] }
};

const textOf = (paragraphs: readonly string[]) =>
	joinBlocks(paragraphs.map((text, index) => ({ id: `p${index + 1}`, text })));

const workOf = (slug: string) => ({ slug, title: slug, language: 'en', dir: 'ltr' as const });
const summaryOf = (slug: string) => ({ slug, title: slug, number: null, minutes: 1 });

/** Chapters that are there without a network; those in `gone` cannot be had. */
class TestChapters extends PublishedChapters {
	asked: string[] = [];

	constructor(
		readonly texts: Texts,
		readonly gone: readonly string[] = []
	) {
		super('', () => null);
	}

	override async list(work: string | null) {
		if (this.gone.includes('list')) return null;
		return Object.entries(this.texts)
			.filter(([slug]) => work === null || slug === work)
			.flatMap(([slug, chapters]) =>
				Object.keys(chapters).map((name) => ({ work: workOf(slug), summary: summaryOf(name) }))
			);
	}

	override async read(chapter: Parameters<PublishedChapters['read']>[0]) {
		const name = `${chapter.work.slug}/${chapter.summary.slug}`;
		this.asked.push(name);
		if (this.gone.includes(name)) return null;
		const { SearchedChapter } = await import('$lib/core/search/searched-chapter');
		return new SearchedChapter(textOf(this.texts[chapter.work.slug][chapter.summary.slug]), 'en');
	}
}

function openIn(work: string, chapter: string): OpenText {
	return { work: workOf(work), summary: summaryOf(chapter), text: textOf(TEXTS[work][chapter]) };
}

const ask = (words: string, scope: Scope): SearchRequest => ({ words, scope, options: NO_OPTIONS });

async function all(library: LibrarySearch, request: SearchRequest) {
	const parts: Found[] = [];
	for await (const part of library.search(request)) parts.push(part);
	const chapters = parts.flatMap(({ chapters }) => chapters);
	return {
		counts: Object.fromEntries(chapters.map((one) => [`${one.work}/${one.chapter}`, one.count])),
		annotations: parts.flatMap(({ annotations }) => annotations?.hits ?? []),
		chapters,
		open: parts.find(({ open }) => open)?.open,
		progress: parts.at(-1)!.progress
	};
}

describe('What is searched', () => {
	test.each<[scope: Scope, counts: Record<string, number>, found: number]>([
		['chapter', { 'sea/dusk': 2 }, 2],
		['work', { 'sea/dawn': 1, 'sea/dusk': 2 }, 3],
		['everything', { 'sea/dawn': 1, 'sea/dusk': 2, 'land/field': 1 }, 4]
	])('%s', async (scope, counts, found) => {
		const library = new LibrarySearch(new TestChapters(TEXTS), openIn('sea', 'dusk'));
		const answer = await all(library, ask('keeper', scope));
		expect(answer.counts).toEqual(counts);
		expect(answer.progress).toEqual({ found, missing: 0, isDone: true });
		expect([...answer.open!.matches]).toEqual([0, 6, 8, 14]);
	});

	test('has no open chapter on the shelf', async () => {
		const answer = await all(
			new LibrarySearch(new TestChapters(TEXTS), null),
			ask('bees', 'everything')
		);
		expect(answer.counts).toEqual({ 'land/field': 1 });
		expect(answer.open).toBeUndefined();
	});

	test('is the open chapter alone when the others cannot be listed, and says so', async () => {
		const chapters = new TestChapters(TEXTS, ['list']);
		const answer = await all(
			new LibrarySearch(chapters, openIn('sea', 'dusk')),
			ask('keeper', 'work')
		);
		expect(answer.counts).toEqual({ 'sea/dusk': 2 });
		expect(answer.progress.missing).toBe(1);
	});

	test('leaves out a chapter that cannot be had, and says so', async () => {
		const chapters = new TestChapters(TEXTS, ['sea/dawn']);
		const answer = await all(
			new LibrarySearch(chapters, openIn('sea', 'dusk')),
			ask('keeper', 'work')
		);
		expect(answer.counts).toEqual({ 'sea/dusk': 2 });
		expect(answer.progress).toEqual({ found: 2, missing: 1, isDone: true });
	});

	test('reads nothing for an empty query', async () => {
		const chapters = new TestChapters(TEXTS);
		await all(new LibrarySearch(chapters, openIn('sea', 'dusk')), ask('  ', 'everything'));
		expect(chapters.asked).toEqual([]);
	});
});

test('What will be searched is read beforehand, chapter by chapter', async () => {
	const chapters = new TestChapters(TEXTS, ['sea/noon']);
	const library = new LibrarySearch(chapters, openIn('sea', 'dusk'));
	for await (const _ of library.prepare(ask('', 'work'))) expect(_).toBeUndefined();
	expect(chapters.asked).toEqual(['sea/dawn', 'sea/noon', 'sea/dusk']);
	expect((await all(library, ask('keeper', 'work'))).counts).toEqual({
		'sea/dawn': 1,
		'sea/dusk': 2
	});
});

describe('Annotations', () => {
	const texts = joinBlocks([
		{ id: 'a', text: 'keeper of keys\nThe keeper wakes.' },
		{ id: 'b', text: 'bees' },
		{ id: 'c', text: 'a keeper' }
	]);

	test('are found with everything, each once', async () => {
		const library = new LibrarySearch(new TestChapters(TEXTS), openIn('sea', 'dusk'));
		library.addAnnotations(texts, true);
		const answer = await all(library, ask('keeper', 'everything'));
		expect(answer.annotations.map(({ block }) => block)).toEqual(['a', 'c']);
		expect(answer.progress.found).toBe(6);
		expect((await all(library, ask('keeper', 'work'))).annotations).toEqual([]);
	});

	test('take the place of those before', async () => {
		const library = new LibrarySearch(new TestChapters(TEXTS), null);
		library.addAnnotations(texts, true);
		library.addAnnotations(joinBlocks([{ id: 'd', text: 'keeper' }]), true);
		library.addAnnotations(joinBlocks([{ id: 'e', text: 'keeper' }]), false);
		const answer = await all(library, ask('keeper', 'everything'));
		expect(answer.annotations.map(({ block }) => block)).toEqual(['d', 'e']);
	});
});

describe('The next chapter with a hit', () => {
	test.each<[from: [string, string], scope: Scope, direction: 1 | -1, to: string]>([
		[['sea', 'dawn'], 'chapter', 1, 'sea/dusk'],
		[['sea', 'dusk'], 'chapter', 1, 'sea/dawn'],
		[['sea', 'dusk'], 'work', -1, 'sea/dawn'],
		[['sea', 'dawn'], 'work', -1, 'sea/dusk'],
		[['sea', 'dusk'], 'everything', 1, 'land/field'],
		[['sea', 'dawn'], 'everything', -1, 'land/field'],
		[['land', 'field'], 'chapter', 1, 'land/field']
	])('from %j, %s, %i', async (from, scope, direction, to) => {
		const library = new LibrarySearch(new TestChapters(TEXTS), openIn(...from));
		const name = await library.neighbour(ask('keeper', scope), direction);
		expect(`${name!.work}/${name!.chapter}`).toBe(to);
	});

	test('is none when none has', async () => {
		const library = new LibrarySearch(new TestChapters(TEXTS), openIn('sea', 'dusk'));
		expect(await library.neighbour(ask('sailor', 'everything'), 1)).toBeNull();
	});
});

test('a long list is given part by part', async () => {
	const texts = { sea: { long: Array.from({ length: 300 }, (_, index) => `Keeper ${index}.`) } };
	const library = new LibrarySearch(new TestChapters(texts), null);
	const request = ask('keeper', 'everything');
	const [first] = (await all(library, request)).chapters;
	expect(first.count).toBe(300);
	expect(first.hits.length).toBeLessThan(50);
	const more = await library.more(request, { work: 'sea', chapter: 'long' }, first.hits.length);
	expect(more[0].block).toBe(`p${first.hits.length + 1}`);
	expect(more[0].excerpt.text).toBe(`Keeper ${first.hits.length}.`);
});
