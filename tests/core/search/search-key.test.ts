import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHits, queryKey, searchKey } from '$lib/core/search/search-key';

describe('what counts as the same in a search', () => {
	test.each([
		['Émigré', 'emigre'],
		['Ёлка', 'елка'],
		['ΟΔΟΣ', 'οδοσ'],
		['ΟΔΟΣ ΟΔΟΣ', 'οδος οδος'],
		['İstanbul', 'istanbul'],
		['IŞIK', 'ışık'],
		['İstanbul, IŞIK', 'istanbul, ışık'],
		['“It’s” – so', '"it\'s" - so'],
		['Straße, STRAẞE', 'strasse, strasse'],
		['Œuvre, œuvre', 'oeuvre, OEUVRE'],
		['ﬁne ﬂour, eﬃcient', 'fine flour, efficient'],
		['Æsir, Łódź, smørrebrød', 'aesir, lodz, smorrebrod'],
		['one\ntwo', 'one two'],
		['שָׁלוֹם', 'שלום'],
		['مَرْحَبًا', 'مرحبا']
	])('%s and %s', (a, b) => {
		expect(searchKey(a)).toBe(searchKey(b));
	});

	test.each([
		['か', 'が'],
		['कि', 'का'],
		['a', 'b']
	])('not %s and %s', (a, b) => {
		expect(searchKey(a)).not.toBe(searchKey(b));
	});
});

describe('where a query stands', () => {
	test.each<[string, string, string[]]>([
		['The émigré, EMIGRE', 'émigre', ['émigré', 'EMIGRE']],
		['e\u0301mile', 'E', ['e\u0301', 'e']],
		['aaa', 'aa', ['aa']],
		['İİ', 'i', ['İ', 'İ']],
		['Straße', 'strasse', ['Straße']],
		['strasse', 'Straße', ['strasse']],
		['ß', 's', ['ß']],
		['ﬁne ﬂour', 'fl', ['ﬂ']],
		['a.b', '.', ['.']],
		['nothing', '  ', []],
		['nothing', 'more', []]
	])('%s: %s', (text, query, found) => {
		const hits = findHits(text, query);
		expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(found);
	});

	test('every hit says the query, and there is one when the keys say so', () => {
		const letters = fc.string({
			unit: fc.constantFrom('a', 'É', 'e\u0301', 'İ', 'Σ', '’', ' ', 'b', 'ß', 's', 'ﬁ', 'f')
		});
		fc.assert(
			fc.property(letters, letters, letters, (before, query, after) => {
				fc.pre(queryKey(query) !== '');
				const text = `${before}${query.trim()}${after}`;
				const hits = findHits(text, query);
				expect(hits.length > 0).toBe(searchKey(text).includes(queryKey(query)));
				for (const { start, end } of hits) {
					expect(searchKey(text.slice(start, end))).toContain(queryKey(query));
				}
			})
		);
	});
});
