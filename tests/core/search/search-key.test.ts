import { describe, expect, test } from 'vitest';
import { searchKey } from '$lib/core/search/search-key';

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
