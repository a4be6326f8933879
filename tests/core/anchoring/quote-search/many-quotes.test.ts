/** What quotes without a kept text may take together. */
import { expect, test } from 'vitest';
import type { Quote } from '$lib/core/annotation/annotation';
import { openQuoteSearch } from '$lib/core/anchoring/quote-search/quote-search';
import { seeded } from '../mutations/random';

const random = seeded(12);
const word = () =>
	Array.from({ length: random.whole(2, 9) }, () => String.fromCharCode(random.whole(97, 122))).join(
		''
	);
const TEXT = Array.from({ length: 6000 }, word).join(' ');

function quoteAt(start: number, length: number): Quote {
	return {
		prefix: TEXT.slice(start - 64, start),
		exact: TEXT.slice(start, start + length),
		suffix: TEXT.slice(start + length, start + length + 64)
	};
}

/** The levels of as many quotes in one search, and whether each that has a place has the right one. */
function placed(count: number, length: number): { level: string; isRight: boolean }[] {
	const search = openQuoteSearch(TEXT);
	return Array.from({ length: count }, (_, n) => {
		const start = 64 + ((n * 37) % 20_000);
		const { range, level } = search.place(quoteAt(start, length));
		return { level, isRight: !range || (range.start === start && range.end === start + length) };
	});
}

test('two thousand sentences are all found', () => {
	expect(placed(2000, 150).filter(({ level }) => level !== 'exact')).toEqual([]);
});

test('of two thousand passages of two pages the first hundreds are, no other is misplaced', () => {
	const places = placed(2000, 4000);
	expect(places.filter(({ isRight }) => !isRight)).toEqual([]);
	expect(places.slice(0, 300).filter(({ level }) => level !== 'exact')).toEqual([]);
	expect(places.slice(1000).filter(({ level }) => level !== 'unplaced')).toEqual([]);
});

test('a sentence after them is found all the same, in its own share', () => {
	const search = openQuoteSearch(TEXT);
	for (let n = 0; n < 1000; n += 1) search.place(quoteAt(64 + n, 4000));
	expect(search.place(quoteAt(5000, 150)).level).toBe('exact');
});
