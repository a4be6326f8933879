import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countCodePoints } from '$lib/core/text/code-points';

test.each([
	['nothing but plain letters', 'abc', [0, 1, 2, 3]],
	['an emoji', 'a😀b', [0, 1, 2, 2, 3]],
	['emoji side by side', '😀😀', [0, 1, 1, 2, 2]],
	['a family of joined emoji', '👩‍👧', [0, 1, 1, 2, 3, 3].slice(0, 6)],
	['combining marks, each by itself', 'e\u0301', [0, 1, 2]],
	['half a pair, which is a code point', 'a\ud83db', [0, 1, 2, 3]]
])('counts %s', (_, text, points) => {
	const { toPoints } = countCodePoints(text);
	expect(Array.from({ length: text.length + 1 }, (__, unit) => toPoints(unit))).toEqual(points);
});

test('there and back is the same, for every offset between characters', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const { toPoints, toUnits } = countCodePoints(text);
			let units = 0;
			Array.from(text).forEach((character, points) => {
				expect([toPoints(units), toUnits(points)]).toEqual([points, units]);
				units += character.length;
			});
			expect(toUnits(1e9)).toBe(text.length);
		})
	);
});
