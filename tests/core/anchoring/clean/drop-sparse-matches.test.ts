import { describe, expect, test } from 'vitest';
import { dropSparseMatches } from '$lib/core/anchoring/clean/drop-sparse-matches';
import { matchesOf, textPair, whole, wordsOf } from '../texts-with-matches';

const FAR_A = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnop';
const FAR_B = '0123456789012345678901234567890123456789012';

const BEFORE_A = FAR_A.slice(0, 36);
const BEFORE_B = FAR_B.slice(0, 36);

describe('Of matches in a gap are left', () => {
	test.each<[string, string, string, string[], boolean, string[]]>([
		['a word between two near matches', 'ab the cd', 'ef the gh', [' the '], true, [' the ']],
		[
			'not a word far from any match',
			`${FAR_A} the ${FAR_A}`,
			`${FAR_B} the ${FAR_B}`,
			[' the '],
			true,
			[]
		],
		[
			'not words that stand too thinly',
			`${FAR_A} the ${FAR_A} of ${FAR_A}`,
			`${FAR_B} the ${FAR_B} of ${FAR_B}`,
			[' the ', ' of '],
			true,
			[]
		],
		[
			'enough grams, wherever they stand',
			`${FAR_A} a long passage that is the same ${FAR_A}`,
			`${FAR_B} a long passage that is the same ${FAR_B}`,
			[' a long passage that is the same '],
			false,
			[' a long passage that is the same ']
		],
		[
			'not as much when no match is near',
			`${FAR_A} the same ${FAR_A}`,
			`${FAR_B} the same ${FAR_B}`,
			[' the same '],
			false,
			[]
		],
		[
			'nearly all of one side',
			'he was cold',
			`${FAR_B} he was cold ${FAR_B}${FAR_B}`,
			['he was cold'],
			true,
			['he was cold']
		],
		[
			'not a gram at some distance from the only match near it',
			`${BEFORE_A} the same as ${FAR_A}`,
			`${BEFORE_B} the same as ${FAR_B}`,
			[' the same as '],
			true,
			[]
		]
	])('%s', (_, a, b, words, isClosed, left) => {
		const texts = textPair(a, b);
		const gap = { ...whole(texts), afterMatch: isClosed, beforeMatch: isClosed };
		expect(wordsOf(a, dropSparseMatches(texts, gap, matchesOf(a, b, words)))).toEqual(left);
	});
});
