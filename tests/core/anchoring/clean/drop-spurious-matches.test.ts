import { describe, expect, test } from 'vitest';
import {
	changedBetween,
	dropSpuriousMatches
} from '$lib/core/anchoring/clean/drop-spurious-matches';
import { lengthOf } from '$lib/core/anchoring/alignment';
import { matchesOf, textPair, whole, wordsOf } from '../texts-with-matches';

describe('Of matches in a gap are left', () => {
	test.each<[string, string, string, string[], [boolean, boolean], string[]]>([
		[
			'one that is longer than the change beside it',
			'ab kept long xy',
			'cd kept long uv',
			[' kept long '],
			[true, true],
			[' kept long ']
		],
		[
			'not one that is shorter than both',
			'abcdef at uvwxyz',
			'ghijkl at rstuvw',
			[' at '],
			[true, true],
			[]
		],
		[
			'one with a short change on one side',
			'a at uvwxyz',
			'b at rstuvw',
			[' at '],
			[true, true],
			[' at ']
		],
		[
			'not that one when no match stands there',
			'a at uvwxyz',
			'b at rstuvw',
			[' at '],
			[false, true],
			[]
		],
		[
			'not those that only spurious ones support',
			'bcdefg gh xxa hijklmn',
			'opqrst gh yyakwxyzuvw',
			[' gh ', 'a'],
			[true, true],
			[]
		],
		[
			'a sentence around which all is new',
			'He was cold.',
			'Nobody knew what it meant. He was cold. It was still snowing then.',
			['He was cold.'],
			[true, true],
			['He was cold.']
		]
	])('%s', (_, a, b, words, [afterMatch, beforeMatch], left) => {
		const texts = textPair(a, b);
		const gap = { ...whole(texts), afterMatch, beforeMatch };
		const kept = dropSpuriousMatches(texts, gap, matchesOf(a, b, words), lengthOf);
		expect(wordsOf(a, kept)).toEqual(left);
	});
});

test('What is changed between two matches is the mean of both texts', () => {
	const [one, two] = matchesOf('one..two', 'one....two', ['one', 'two']);
	expect(changedBetween(one, two)).toBe(3);
});
