import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sectionsOf } from '$lib/core/search/sections';
import { joinBlocks } from '$lib/core/text/chapter-text';

const textOf = (lengths: readonly number[]) =>
	joinBlocks(lengths.map((length, n) => ({ id: `p${n + 1}`, text: 'x'.repeat(length) })));

test('sections have all blocks, in order, each with its own text', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 70_000 }), { maxLength: 8 }), (lengths) => {
			const chapter = textOf(lengths);
			const sections = sectionsOf(chapter);
			const blocks = sections.flatMap(({ start, blocks }) =>
				blocks.map((block) => ({
					id: block.id,
					start: block.start + start,
					end: block.end + start
				}))
			);
			expect(blocks).toEqual(chapter.blocks);
			expect(sections.map(({ text }) => text).join('\n')).toBe(chapter.text);
		})
	);
});

test('none but one of a single block is long', () => {
	const sections = sectionsOf(textOf([10_000, 50_000, 20_000, 200_000, 1, 1]));
	expect(sections.map(({ blocks }) => blocks.map(({ id }) => id))).toEqual([
		['p1', 'p2'],
		['p3'],
		['p4'],
		['p5', 'p6']
	]);
	expect(sectionsOf(textOf([]))).toEqual([]);
});
