import { describe, expect, test } from 'vitest';
import { rangeAt, subtract, unmatchedRanges } from '$lib/core/anchoring/align/unmatched-ranges';

const range = (start: number, end: number) => ({ start, end });

describe('What matches leave of a text', () => {
	test.each([
		[
			'between them, before and behind',
			[range(2, 4), range(6, 8)],
			[range(0, 2), range(4, 6), range(8, 10)]
		],
		['in any order', [range(6, 8), range(2, 4)], [range(0, 2), range(4, 6), range(8, 10)]],
		['side by side', [range(0, 5), range(5, 10)], []],
		['of no match', [], [range(0, 10)]]
	])('%s', (_, matched, left) => {
		expect(unmatchedRanges(matched, 10)).toEqual(left);
	});
});

test.each([
	['from within', range(2, 4), [range(0, 2), range(4, 6)]],
	['from the start', range(0, 4), [range(4, 6)]],
	['from the end', range(2, 6), [range(0, 2)]],
	['all of it', range(0, 6), []]
])('What is left when something is taken %s', (_, taken, left) => {
	expect(subtract(range(0, 6), taken)).toEqual(left);
});

test.each([
	[0, 0],
	[3, 0],
	[4, null],
	[6, 1],
	[10, null]
])('The range at %d', (offset, index) => {
	const ranges = [range(0, 4), range(6, 10)];
	expect(rangeAt(ranges, offset)).toBe(index === null ? null : ranges[index]);
});
