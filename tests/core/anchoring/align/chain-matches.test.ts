import { describe, expect, test } from 'vitest';
import { chainMatches } from '$lib/core/anchoring/align/chain-matches';
import { rangeOf, textPair, whole, wordsOf } from '../texts-with-matches';

const ONE = 'The train started at once.';
const TWO = 'Nobody could sleep that night.';
const THREE = 'The stove was as cold as ice.';

describe('The longest chain of matches in the order of both texts', () => {
	test.each<[string, string, string, string[]]>([
		['the same text', `${ONE} ${TWO}`, `${ONE} ${TWO}`, [`${ONE} ${TWO}`]],
		[
			'an inserted sentence',
			`${ONE} ${THREE}`,
			`${ONE} ${TWO} ${THREE}`,
			['The train started at once', `. ${THREE}`]
		],
		[
			'a deleted sentence',
			`${ONE} ${TWO} ${THREE}`,
			`${ONE} ${THREE}`,
			['The train started at once', `. ${THREE}`]
		],
		['a moved sentence, which is no part of it', `${ONE} ${TWO} ${THREE}`, `${TWO} ${THREE} ${ONE}`, [`${TWO} ${THREE}`]], // prettier-ignore
		['a misprint', ONE, ONE.replace('started', 'stated'), ['The train sta', 'ted at once.']],
		['quotation marks in another style', `“${ONE}”`, `"${ONE}"`, [`“${ONE}”`]],
		['one sentence for two', `${ONE} ${ONE}`, ONE, [ONE]],
		['less than a gram', 'at once', 'at once', []],
		['nothing', ONE, THREE, []]
	])('%s', (_, a, b, words) => {
		const texts = textPair(a, b);
		expect(wordsOf(a, chainMatches(texts, whole(texts)))).toEqual(words);
	});

	test('stays within the ranges', () => {
		const a = `${ONE} ${TWO} ${THREE}`;
		const texts = textPair(a, a);
		const { start, end } = rangeOf(a, TWO);
		const range = { fromA: start, toA: end, fromB: start, toB: end };
		expect(wordsOf(a, chainMatches(texts, range))).toEqual([TWO]);
		const elsewhere = { fromA: start, toA: end, fromB: 0, toB: start };
		expect(chainMatches(texts, elsewhere)).toEqual([]);
	});
});
