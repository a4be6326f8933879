import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_OPTIONS, parseQuery, type SearchOptions } from '$lib/core/search/query';
import { queryKey, searchKey } from '$lib/core/search/search-key';
import { findTerms } from '$lib/core/search/term-finder';

function found(text: string, typed: string, options: Partial<SearchOptions> = {}): string[] {
	const query = parseQuery(typed, { ...NO_OPTIONS, ...options });
	return findTerms(text, query).map(({ start, end }) => text.slice(start, end));
}

describe('what is marked in a note', () => {
	test.each<[text: string, typed: string, found: string[]]>([
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
		['nothing', 'more', []],
		['one word, another', 'another one', ['one', 'another']],
		['overlap', 'over verla', ['overla']],
		['one of two', 'one three', ['one']],
		['over the\nend', '"the end"', ['the\nend']]
	])('%s: %s', (text, typed, expected) => {
		expect(found(text, typed)).toEqual(expected);
	});

	test.each<[text: string, typed: string, options: Partial<SearchOptions>, found: string[]]>([
		['The the', 'the', { case: true }, ['the']],
		['resume résumé', 'resume', { accents: true }, ['resume']],
		['the other\nthe', 'the', { wholeWords: true }, ['the', 'the']]
	])('%s: %s with %o', (text, typed, options, expected) => {
		expect(found(text, typed, options)).toEqual(expected);
	});

	test('says the query, and is there when the keys say so', () => {
		const letters = fc.string({
			unit: fc.constantFrom('a', 'É', 'e\u0301', 'İ', 'Σ', '’', ' ', 'b', 'ß', 's', 'ﬁ', 'f')
		});
		fc.assert(
			fc.property(letters, letters, letters, (before, typed, after) => {
				fc.pre(queryKey(typed) !== '');
				const text = `${before}${typed.trim()}${after}`;
				const query = parseQuery(`"${typed}"`, NO_OPTIONS);
				const hits = findTerms(text, query);
				expect(hits.length > 0).toBe(searchKey(text).includes(queryKey(typed)));
				for (const { start, end } of hits) {
					expect(searchKey(text.slice(start, end))).toContain(queryKey(typed));
				}
			})
		);
	});
});
