import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexGrams, sharedGrams } from '$lib/core/anchoring/align/shared-grams';

/** The pairs of two texts, as [start in the old text, start in the new one]. */
function pairs(a: string, b: string): number[][] {
	const { startsA, startsB } = sharedGrams(a, indexGrams(b));
	return startsA.map((start, n) => [start, startsB[n]]);
}

describe('The size of a gram', () => {
	test.each([
		['English', 'It was long after midnight when we went to bed.', 12],
		['Chinese', '道可道，非常道。名可名，非常名。無名天地之始。', 5],
		['English with a Chinese name', 'The book is called 道德經, and it is old, they say.', 12],
		['Japanese', 'いろはにほへとちりぬるをわかよたれそ', 5],
		['nothing', '', 12]
	])('of %s', (_, text, size) => {
		expect(indexGrams(text).size).toBe(size);
	});
});

describe('The grams that two texts share', () => {
	test.each<[string, string, string, number[][]]>([
		['one', 'abcdefghijkl', '..abcdefghijkl', [[0, 2]]],
		['two that follow each other', 'abcdefghijklm', 'abcdefghijklm', [[0, 0], [1, 1]]], // prettier-ignore
		['one in two positions, the last first', 'abcdefghijkl', 'abcdefghijkl abcdefghijkl', [[0, 13], [0, 0]]], // prettier-ignore
		['none, of a text that is too short', 'abc', 'abc', []],
		['none, of another text', 'abcdefghijkl', 'abcdefghijkm', []],
		['none that is everywhere', 'aaaaaaaaaaaa', 'a'.repeat(30), []]
	])('%s', (_, a, b, expected) => {
		expect(pairs(a, b)).toEqual(expected);
	});

	test('are all of them, whatever the texts', () => {
		const text = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 12, maxLength: 60 });
		fc.assert(
			fc.property(text, text, (a, b) => {
				const expected: number[][] = [];
				for (let start = 0; start + 12 <= a.length; start += 1) {
					const found: number[][] = [];
					for (let at = b.length - 12; at >= 0; at -= 1) {
						if (b.startsWith(a.slice(start, start + 12), at)) found.push([start, at]);
					}
					if (found.length <= 8) expected.push(...found);
				}
				expect(pairs(a, b)).toEqual(expected);
			})
		);
	});

	test('are found by where they start in the old text', () => {
		const a = 'xxabcdefghijklmyy';
		const { startsA, firstPair } = sharedGrams(a, indexGrams('abcdefghijklm'));
		expect(startsA).toEqual([2, 3]);
		expect(Array.from(firstPair)).toEqual([0, 0, 0, 1, ...Array<number>(a.length - 3).fill(2)]);
	});
});
