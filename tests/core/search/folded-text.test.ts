import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldCharacter, INSENSITIVE, type Sensitivity } from '$lib/core/search/fold-character';
import { foldKey, foldText } from '$lib/core/search/folded-text';

const SENSITIVITIES: Sensitivity[] = [
	INSENSITIVE,
	{ case: true, accents: false },
	{ case: false, accents: true },
	{ case: true, accents: true }
];

/** Letters that become none, one or several, or belong to the one before. */
const text = fc.string({
	unit: fc.oneof(
		fc.constantFrom(
			'a',
			'É',
			'e\u0301',
			'\u0301',
			'İ',
			'ı',
			'ß',
			'ẞ',
			'ﬃ',
			'œ',
			'Ø',
			'’',
			'\n',
			' '
		),
		fc.constantFrom('가', '각', 'が', 'कि', '道', 'שָׁ', '😀', '\ud83d', '\ude00', 'x\u0302', '👍🏽'),
		fc.string({ minLength: 1, maxLength: 1, unit: 'binary' })
	)
});
const characters = (whole: string) => whole.match(/[^]\p{M}*/gu) ?? [];

describe('A folded text', () => {
	test.each<[sensitivity: Partial<Sensitivity>, text: string, key: string]>([
		[{}, 'Éa ﬃ ẞ Œ “x” – Ø', 'ea ffi ss oe "x" - o'],
		[{ case: true }, 'Éa ﬃ ẞ Œ “x” – Ø ΟΔΟΣ', 'Ea ffi SS OE "x" - O ΟΔΟΣ'],
		[{ accents: true }, 'Éa E\u0301 ﬃ Œ “x” – Ø', 'éa é ffi oe "x" - ø'],
		[{ case: true, accents: true }, 'İı Ø “x”', 'İi Ø "x"'],
		[{}, '가각', '가각']
	])('with %o: %s', (sensitivity, whole, key) => {
		expect(foldText(whole, { ...INSENSITIVE, ...sensitivity }).key).toBe(key);
	});

	test('is each of its characters folded, in their order', () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...SENSITIVITIES), (whole, sensitivity) => {
				const folded = characters(whole).map((one) => foldCharacter(one, sensitivity));
				expect(foldText(whole, sensitivity).key).toBe(folded.join(''));
			})
		);
	});

	test('is the same when its key alone is asked for', () => {
		const latin = fc.string({
			unit: fc.constantFrom(
				'a',
				'E',
				'é',
				'Ø',
				'ß',
				'Œ',
				'ẞ',
				'İ',
				'’',
				'—',
				'…',
				'\xa0',
				'\n',
				' '
			)
		});
		fc.assert(
			fc.property(
				fc.oneof(latin, text),
				fc.constantFrom(...SENSITIVITIES),
				(whole, sensitivity) => {
					expect(foldKey(whole, sensitivity)).toBe(foldText(whole, sensitivity).key);
				}
			)
		);
	});

	test('leads back to the characters that a part of it stands for', () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...SENSITIVITIES), (whole, sensitivity) => {
				const { toText } = foldText(whole, sensitivity);
				let [key, at] = [0, 0];
				for (const one of characters(whole)) {
					const { length } = foldCharacter(one, sensitivity);
					for (let unit = 0; unit < length; unit++) {
						const range = { start: key + unit, end: key + unit + 1 };
						expect(toText(range)).toEqual({ start: at, end: at + one.length });
					}
					key += length;
					at += one.length;
				}
				if (key > 0) expect(toText({ start: 0, end: key }).end).toBeLessThanOrEqual(at);
			})
		);
	});
});
