import { describe, expect, test } from 'vitest';
import { alignRanges } from '$lib/core/anchoring/align/align-ranges';
import { textPair, whole, wordsOf } from '../texts-with-matches';

const ONE = 'The train started, first one jerk, then another.';
const TWO = 'Nobody could sleep that night.';

describe('The matches of two ranges', () => {
	test.each<[string, string, string, string]>([
		[
			'a misprint',
			ONE,
			ONE.replace('jerk', 'jork'),
			'The train started, first one j|rk, then another.'
		],
		[
			'replaced words',
			ONE,
			ONE.replace('started', 'stopped'),
			'The train st|ed, first one jerk, then another.'
		],
		['an insertion', `${ONE}\n${ONE}`, `${ONE}\n${TWO}\n${ONE}`, `${ONE}|\n${ONE}`],
		[
			'a phrase of unrelated sentences',
			`He kept quiet about all of that which he had seen, at the end of his journey through those regions of snow.`,
			'Bring us some lemons when you come, they cost a kopeck at the end of June, but by July nobody could buy any.',
			''
		]
	])('%s', (_, a, b, words) => {
		const texts = textPair(a, b);
		expect(wordsOf(a, alignRanges(texts, whole(texts))).join('|')).toBe(words);
	});

	test('are taken from a gap only when they are accepted', () => {
		const texts = textPair(`${ONE} ${TWO} ${ONE}`, `${ONE} Nobody did sleep this night. ${ONE}`);
		const all = wordsOf(texts.textA, alignRanges(texts, whole(texts))).join('|');
		const none = wordsOf(
			texts.textA,
			alignRanges(texts, whole(texts), () => false)
		).join('|');
		expect(all).toContain('sleep');
		expect(none).not.toContain('sleep');
	});
});
