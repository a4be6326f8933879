import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { matchChapters, type MatchedChapter } from '$lib/core/anchoring/match-chapters';
import { editionOf } from '$lib/core/text/edition';

const TEXT = readFileSync('tests/fixtures/43-the-exile.txt', 'utf8');
/** Eight chapters of different length. */
const CHAPTERS = [0, 2000, 5000, 9000, 14_000, 20_000, 27_000, 35_000, 44_000]
	.slice(0, -1)
	.map((start, n, starts) => TEXT.slice(start, starts[n + 1] ?? 44_000));

const named = (texts: readonly string[], from = 1): MatchedChapter[] =>
	texts.map((text, n) => ({ slug: `${n + from}-c`, edition: editionOf(text), text }));
const before = named(CHAPTERS);
const slugs = (after: readonly MatchedChapter[]) =>
	matchChapters(before, after).map((chapter) => chapter?.slug ?? null);
const misprinted = (text: string) => text.replace(/\bthe\b/g, 'teh').replaceAll(',', ';');

const [a, b, c, d, e, f, g, h] = CHAPTERS;

test.each<[string, string[], (string | null)[]]>([
	['nothing changed', CHAPTERS, ['1-c', '2-c', '3-c', '4-c', '5-c', '6-c', '7-c', '8-c']],
	['a chapter in front', ['A new one. '.repeat(30), a, b], [null, '1-c', '2-c']],
	['corrected ones', [misprinted(a), misprinted(h)], ['1-c', '8-c']],
	['a moved one', [a, c, d, misprinted(b), e], ['1-c', '3-c', '4-c', '2-c', '5-c']],
	['two merged', [a, misprinted(b) + misprinted(c), d], ['1-c', '3-c', '4-c']],
	['one split', [a, b, c.slice(0, 1500), c.slice(1500), d], ['1-c', '2-c', null, '3-c', '4-c']],
	['two exchanged and corrected', [misprinted(f), misprinted(e), g], ['6-c', '5-c', '7-c']]
])('A book with %s', (_, texts, expected) => {
	expect(slugs(named(texts))).toEqual(expected);
});

test('A chapter that shares only its name is the successor of that', () => {
	expect(slugs(named(['Wholly other words, of which none was there before.'], 4))).toEqual(['4-c']);
});

test('Of chapters with the same text each is found once', () => {
	const twice = named([a, a]);
	expect(matchChapters(twice, twice).map((chapter) => chapter!.slug)).toEqual(['1-c', '2-c']);
});

test.each([
	[
		'To the memroy of my father, Henry James Walker.',
		'To the memory of my father, Henry James Walker.'
	],
	['Printed in London by Smith and Sons, 1872.', 'Printed in London by Smith and Sons, 1873.'],
	['For my childern, and for thiers.', 'For my children, and for theirs.'],
	['For Anna, without whom this would not be.', 'For Anne, without whom this would not be.'],
	['To my mother, who tought me to read.', 'To my mother, who taught me to read.'],
	['愿此书献给我的母亲。', '愿此书献给我的父亲。']
])(
	'A dedication of which a word was corrected is known behind a new preface: %s',
	(old, corrected) => {
		const shelf = named([
			'The Book. A. Writer',
			old,
			'The end of the book is here, and of all.',
			a
		]);
		const preface = 'To the reader of this book: it is for all who were there, and for me.';
		const after = named(['The Book. A. Writer', preface, corrected, a]);
		const matches = matchChapters(shelf, after).map((chapter) => chapter?.slug ?? null);
		expect(matches).toEqual(['1-c', null, '2-c', '4-c']);
	}
);

test('Short chapters that have nothing but a few common words in common are not the same', () => {
	const shelf = named(['For all of the men and women of the town.']);
	const after = named(['The end of the book, and of the road.', 'To the men who made it.'], 5);
	expect(matchChapters(shelf, after)).toEqual([null, null]);
});
