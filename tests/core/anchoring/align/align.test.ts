import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '$lib/core/anchoring/align/align';
import { fold } from '$lib/core/text/fold';
import { processorTime } from '../../../growth';

const LETTERS = 'I have confined myself to sending out various material.';
const TRAIN = 'The train started, first one jerk, then another; it moved forward a little.';
const NIGHT = 'It was long after midnight when we went to bed, and nobody could sleep.';
const STOVE = 'In the corner there was a huge Russian stove, but alas! as cold as ice.';

/** What is left of a passage of the old text, as it stands in the new one, in the old order. */
function went(old: string, now: string, passage: string): string {
	const { matches } = align(old, now);
	const start = old.indexOf(passage);
	const end = start + passage.length;
	return matches
		.filter(({ fromA, toA }) => fromA < end && toA > start)
		.map(({ fromA, toA, fromB, toB }) =>
			now.slice(fromB + Math.max(0, start - fromA), toB - Math.max(0, toA - end))
		)
		.join('');
}

describe('align', () => {
	const old = [LETTERS, TRAIN, NIGHT, STOVE].join('\n');

	test.each<[string, string, string, string]>([
		['the same text', old, TRAIN, TRAIN],
		['a moved block', [TRAIN, NIGHT, STOVE, LETTERS].join('\n'), LETTERS, LETTERS],
		[
			'a block moved and corrected',
			[TRAIN.replace('jerk', 'jolt'), NIGHT, STOVE, LETTERS.replace('confined', 'confned')].join(
				'\n'
			),
			LETTERS,
			LETTERS.replace('confined', 'confned')
		],
		['a merged block', [LETTERS, `${TRAIN} ${NIGHT}`, STOVE].join('\n'), NIGHT, NIGHT],
		[
			'a split block',
			old.replace('; it moved', ';\nit moved'),
			'it moved forward',
			'it moved forward'
		],
		['restyled marks', old.replace('alas!', 'alas !').replace(', first', ' — first'), STOVE, STOVE],
		['swapped letters', old.replace('then', 'hten'), 'then', 'then'],
		['a deleted block', [LETTERS, NIGHT, STOVE].join('\n'), TRAIN, ''],
		[
			'an unchanged copy of a corrected block',
			[LETTERS, TRAIN.replace('jerk', 'jolt'), NIGHT, STOVE, TRAIN].join('\n'),
			'The train started',
			'The train started'
		]
	])('%s', (_, now, passage, expected) => {
		expect(fold(went(old, now, passage))).toBe(fold(expected));
	});

	test('prefers the corrected original to an unchanged copy elsewhere', () => {
		const now = [LETTERS, TRAIN.replace('jerk', 'jolt'), NIGHT, STOVE, TRAIN].join('\n');
		const { matches } = align(old, now);
		expect(Math.max(...matches.map(({ toB }) => toB))).toBe(now.lastIndexOf('\n'));
	});

	test('tells what was put between two alike sentences where a reader would', () => {
		const was = 'He was tired. He was cold.';
		const { matches } = align(was, 'He was tired. He left the house. He was cold.');
		expect(matches.map(({ fromA, toA }) => was.slice(fromA, toA))).toEqual([
			'He was tired. ',
			'He was cold.'
		]);
	});

	test('matches are alike, and overlap in neither text, whatever the texts', () => {
		const words = fc.array(
			fc.constantFrom('the ', 'weary ', 'sea.\n', 'Water, ', 'ice ', '道', '可道，'),
			{
				maxLength: 60
			}
		);
		fc.assert(
			fc.property(words, words, (a, b) => {
				const { matches, matchesB } = align(a.join(''), b.join(''));
				for (const { fromA, toA, fromB, toB } of matches) {
					expect(toA).toBeGreaterThan(fromA);
					expect(fold(a.join('')).slice(fromA, toA)).toBe(fold(b.join('')).slice(fromB, toB));
				}
				for (const [n, match] of matches.slice(1).entries()) {
					expect(match.fromA).toBeGreaterThanOrEqual(matches[n].toA);
				}
				for (const [n, match] of matchesB.slice(1).entries()) {
					expect(match.fromB).toBeGreaterThanOrEqual(matchesB[n].toB);
				}
			})
		);
	});

	test('is quick when two long texts have nothing in common', () => {
		const noise = (letters: string) =>
			Array.from(
				{ length: 200_000 },
				(_, n) => letters[(n * n * 7 + (n >> 3)) % letters.length]
			).join('');
		const begun = processorTime();
		align(noise('abcdefgh '), noise('ijklmnop '));
		align('ab '.repeat(60_000), 'ba '.repeat(60_000));
		expect(processorTime() - begun).toBeLessThan(5000);
	});
});
