import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	paragraphAt,
	paragraphsOf,
	readDestination,
	shareOf,
	stepByKey
} from '$lib/core/reading/strip';

const BLOCKS = [
	{ id: 'p1', start: 0, end: 100 },
	{ id: 'p2', start: 101, end: 300 },
	{ id: 'p3', start: 301, end: 400 },
	{ id: 'note-1', start: 401, end: 500 }
];
const PARAGRAPHS = paragraphsOf(BLOCKS);

test('footnotes are no paragraphs, and stand behind the end of the strip', () => {
	expect(PARAGRAPHS.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
	expect(shareOf(401, PARAGRAPHS)).toBeGreaterThan(1);
	expect(shareOf(200, PARAGRAPHS)).toBe(0.5);
});

test('wherever a paragraph begins, the strip gives that paragraph', () => {
	for (const [index, { start }] of PARAGRAPHS.entries()) {
		expect(paragraphAt(shareOf(start, PARAGRAPHS), PARAGRAPHS)).toBe(index);
	}
	fc.assert(
		fc.property(fc.double({ noNaN: true }), (share) => {
			const index = paragraphAt(share, PARAGRAPHS);
			expect(PARAGRAPHS[index]).toBeDefined();
		})
	);
});

test.each([
	['ArrowRight', false, 31],
	['ArrowLeft', false, 29],
	['ArrowRight', true, 29],
	['ArrowLeft', true, 31],
	['ArrowUp', false, 31],
	['ArrowDown', true, 29],
	['PageUp', false, 37],
	['PageDown', false, 23],
	['Home', false, 0],
	['End', true, 66],
	['x', false, null],
	['toString', false, null]
])('%s (from right to left: %s) leads from the 31st of 67 to index %s', (key, isRtl, index) => {
	expect(stepByKey(30, 67, { key, isRtl })).toBe(index);
});

test('no key leads out of the chapter', () => {
	for (const key of ['ArrowLeft', 'PageDown', 'Home']) {
		expect(stepByKey(0, 67, { key, isRtl: false })).toBe(0);
	}
	for (const key of ['ArrowRight', 'PageUp', 'End']) {
		expect(stepByKey(66, 67, { key, isRtl: false })).toBe(66);
	}
});

test.each([
	['2', 1],
	[' ¶ 3 ', 2],
	['¶1', 0],
	['٢', 1], // Arabic figures
	['३', 2],
	['２', 1], // fullwidth
	['50 %', 1],
	['50,5%', 1],
	['100%', 2],
	['0 %', 0],
	['0', null],
	['4', null],
	['101 %', null],
	['1.5', null],
	['-1', null],
	['12x', null],
	['', null]
])('"%s" is asked for: index %s of three', (asked, index) => {
	expect(readDestination(asked, PARAGRAPHS)).toBe(index);
});
