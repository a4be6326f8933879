import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '$lib/core/anchoring/align/align';
import { fold } from '$lib/core/text/fold';

const LETTERS = 'I have confined myself to sending out various material.';
const TRAIN = 'The train started, first one jerk, then another; it moved forward a little.';
const NIGHT = 'It was long after midnight when we went to bed, and nobody could sleep.';
const STOVE = 'In the corner there was a huge Russian stove, but alas! as cold as ice.';

/** What is left of a passage of the old text, as it stands in the new one, in the old order. */
function went(old: string, now: string, passage: string): string {
	const { pieces } = align(old, now);
	const start = old.indexOf(passage);
	const end = start + passage.length;
	return pieces
		.filter(({ from, length }) => from < end && from + length > start)
		.map(({ from, to, length }) => {
			const skip = Math.max(0, start - from);
			return now.slice(to + skip, to + Math.min(length, end - from));
		})
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
		const { pieces } = align(old, now);
		expect(Math.max(...pieces.map(({ to, length }) => to + length))).toBe(now.lastIndexOf('\n'));
	});

	test('tells what was put between two alike sentences where a reader would', () => {
		const was = 'He was tired. He was cold.';
		const { pieces } = align(was, 'He was tired. He left the house. He was cold.');
		expect(pieces.map(({ from, length }) => was.slice(from, from + length))).toEqual([
			'He was tired. ',
			'He was cold.'
		]);
	});

	test('pieces are alike, and overlap in neither text, whatever the texts', () => {
		const words = fc.array(
			fc.constantFrom('the ', 'weary ', 'sea.\n', 'Water, ', 'ice ', '道', '可道，'),
			{
				maxLength: 60
			}
		);
		fc.assert(
			fc.property(words, words, (a, b) => {
				const { pieces, inNew } = align(a.join(''), b.join(''));
				for (const { from, to, length } of pieces) {
					expect(length).toBeGreaterThan(0);
					expect(fold(a.join('')).slice(from, from + length)).toBe(
						fold(b.join('')).slice(to, to + length)
					);
				}
				for (const [n, piece] of pieces.slice(1).entries()) {
					expect(piece.from).toBeGreaterThanOrEqual(pieces[n].from + pieces[n].length);
				}
				for (const [n, piece] of inNew.slice(1).entries()) {
					expect(piece.to).toBeGreaterThanOrEqual(inNew[n].to + inNew[n].length);
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
		const begun = performance.now();
		align(noise('abcdefgh '), noise('ijklmnop '));
		align('ab '.repeat(60_000), 'ba '.repeat(60_000));
		expect(performance.now() - begun).toBeLessThan(5000);
	});
});
