import { describe, expect, test } from 'vitest';
import {
	firstEndingAfter,
	lengthOf,
	startingBefore,
	totalLength
} from '$lib/core/anchoring/alignment';

const matches = [
	{ fromA: 2, toA: 5, fromB: 0, toB: 3, moved: false },
	{ fromA: 5, toA: 6, fromB: 3, toB: 4, moved: false },
	{ fromA: 9, toA: 12, fromB: 8, toB: 11, moved: true }
];

describe('The first match that ends after an offset', () => {
	test.each([
		[0, 0, 0],
		[2, 0, 0],
		[4, 0, 2],
		[5, 1, 2],
		[6, 2, 2],
		[11, 2, 3],
		[12, 3, 3]
	])('%d: number %d of the old text, %d of the new one', (offset, inA, inB) => {
		expect(firstEndingAfter(matches, offset, 'toA')).toBe(inA);
		expect(firstEndingAfter(matches, offset, 'toB')).toBe(inB);
	});
});

describe('The last match that starts before an offset', () => {
	test.each([
		[2, undefined, 0],
		[3, 0, 0],
		[5, 0, 1],
		[7, 1, 1],
		[9, 1, 2],
		[20, 2, 2]
	])('%d: number %s of the old text, %s of the new one', (offset, inA, inB) => {
		expect(startingBefore(matches, offset, 'A')).toBe(inA === undefined ? undefined : matches[inA]);
		expect(startingBefore(matches, offset, 'B')).toBe(matches[inB]);
	});
});

test('Lengths are those of either side', () => {
	expect(matches.map(lengthOf)).toEqual([3, 1, 3]);
	expect(totalLength(matches)).toBe(7);
});
