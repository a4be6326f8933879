import { describe, expect, test } from 'vitest';
import { fillGaps, isSamePassage } from '$lib/core/anchoring/align/fill-gaps';
import { matchesOf, textPair, whole, wordsOf } from '../texts-with-matches';

describe('What was edited beside matches', () => {
	test.each<[string, string, string, string[], string]>([
		[
			'between two',
			'One here. The old stove. Two here.',
			'One here. The cold stove. Two here.',
			['One here. ', ' Two here.'],
			'The |old stove.'
		],
		[
			'behind a moved one',
			'Moved here, said he to us.\nStays.',
			'Stays.\nMoved here, said he tu us.',
			['>Moved here', 'Stays.'],
			', said he t| us.'
		],
		[
			'nothing unrelated',
			'One here. Quartz. Two here.',
			'One here. Jump! Two here.',
			['One here. ', ' Two here.'],
			'.'
		]
	])('%s', (_, a, b, matched, filled) => {
		const found = fillGaps(textPair(a, b), matchesOf(a, b, matched));
		expect(wordsOf(a, found).join('|').replace(/^\.$/, '.')).toBe(filled === '.' ? '' : filled);
	});
});

test.each([
	['half of it', 'one two ', 'one six ', ['one '], true],
	['less than half', 'one two three', 'one four five', ['one '], false],
	['half of the shorter side', 'one two three four five', 'one two', ['one '], true]
])('A passage is the same one when it has %s', (_, a, b, words, isSame) => {
	const gap = { ...whole({ textA: a, textB: b }), afterMatch: true, beforeMatch: true };
	expect(isSamePassage(gap, matchesOf(a, b, words))).toBe(isSame);
});
