import { describe, expect, test } from 'vitest';
import { detectMoves } from '$lib/core/anchoring/align/detect-moves';
import { matchesOf, textPair, wordsOf } from '../texts-with-matches';

const ONE = 'The train started, first one jerk, then another.';
const TWO = 'Nobody could sleep that night in the cold compartment.';
const STAY = 'It was long after midnight when we went to bed, and it was still snowing outside.';

describe('What moved', () => {
	test.each<[string, string, string, string[]]>([
		['a block', `${ONE}\n${STAY}`, `${STAY}\n${ONE}`, [ONE]],
		['a short block, whole', `A sail!\n${STAY}`, `${STAY}\nA sail!`, ['A sail!']],
		[
			'a sentence, into another block',
			`${ONE} ${TWO}\n${STAY}`,
			`${STAY}\nHere it is. ${ONE} And so on.`,
			[ONE]
		],
		[
			'a sentence, before an opening quotation mark',
			`${ONE} ${TWO}\n${STAY}`,
			`${STAY}\nHere it is. ${ONE} “And so on.”`,
			[ONE]
		],
		[
			'no phrase that stands in both by chance',
			`He first saw one jerk, then another man.\n${STAY}`,
			`${STAY}\nThere came one jerk, then another and so on.`,
			[]
		],
		['no block that stands there twice', `A sail!\n${STAY}`, `${STAY}\nA sail!\nB.\nA sail!`, []]
	])('%s', (_, a, b, words) => {
		const moved = detectMoves(textPair(a, b), matchesOf(a, b, [STAY]));
		expect(wordsOf(a, moved).map((each) => each.trim())).toEqual(words);
		expect(moved.every((match) => match.moved)).toBe(true);
	});
});
