import { describe, expect, test } from 'vitest';
import { slideOverMisprint } from '$lib/core/anchoring/clean/slide-over-misprint';
import { matchesOf, textPair, wordsInB } from '../texts-with-matches';

const END = 'and the night had no end.';

describe('An insertion or deletion slides over a misprint', () => {
	test.each<[string, string, string, [string, string], number]>([
		[
			'to the end of the block it follows',
			`He slept, ${END}\nSong`,
			`He slept, and the night had no eed.\nShe wept, ${END}\nSong`,
			['He slept, and the night had no e', 'nd.\nSong'],
			3
		],
		[
			'to the start of the block it precedes',
			`X\nThe old captain slept.`,
			`X\nThe old captain wept.\nTha old captain slept.`,
			['X\nThe', ' old captain slept.'],
			-3
		],
		[
			'not when it stands at sentences’ ends',
			'One.\nTwo.',
			'One.\nSix.\nTwo.',
			['One.\n', 'Two.'],
			0
		],
		[
			'not over other words',
			'He slept, and so on.\nSong',
			'He slept, and thus it ended.\nAnd so on.\nSong',
			['He slept, and ', 'so on.\nSong'],
			0
		],
		[
			'when it is a deletion',
			`He slept, and the night had no eed.\nShe wept, ${END}\nSong`,
			`He slept, ${END}\nSong`,
			['He slept, and the night had no e', 'nd.\nSong'],
			3
		]
	])('%s', (_, a, b, words, shift) => {
		const [one, two] = matchesOf(a, b, words);
		// The second match is the last one of its words, not the first.
		const length = two.toA - two.fromA;
		const last = {
			fromA: a.length - length,
			toA: a.length,
			fromB: b.length - length,
			toB: b.length
		};
		expect(slideOverMisprint(one, last, textPair(a, b))?.shift ?? 0).toBe(shift);
	});

	test('and matches what it slid over', () => {
		const a = `He slept, ${END}\nSong`;
		const b = `He slept, and the night had no eed.\nShe wept, ${END}\nSong`;
		const [one] = matchesOf(a, b, ['He slept, and the night had no e']);
		const rest = 'nd.\nSong'.length;
		const two = { fromA: a.length - rest, toA: a.length, fromB: b.length - rest, toB: b.length };
		expect(wordsInB(b, slideOverMisprint(one, two, textPair(a, b))!.matches)).toEqual(['d.']);
	});

	test('and matches it the other way round for a deletion', () => {
		const a = `Song 1\nHe slept, and the night had no eed.\nShe wept, ${END}\nSong`;
		const b = `He slept, ${END}\nSong`;
		const [one] = matchesOf(a, b, ['He slept, and the night had no e']);
		const rest = 'nd.\nSong'.length;
		const two = { fromA: a.length - rest, toA: a.length, fromB: b.length - rest, toB: b.length };
		const slide = slideOverMisprint(one, two, textPair(a, b))!;
		expect(wordsInB(b, slide.matches)).toEqual(['d.']);
		expect(slide.matches[0].fromA).toBe(a.indexOf('d.\nShe'));
	});
});
