import { describe, expect, test } from 'vitest';
import { mapDetachedEnd, mapEnd, mapStart } from '$lib/core/anchoring/map/map-ends';
import { alignmentOf, rangeOf } from '../texts-with-matches';

describe('Where the start of a passage is mapped to', () => {
	test.each<[string, string, string, string[], string, number]>([
		[
			'its first unit that is left',
			'One. The streets end.',
			'One. New. The streets end.',
			['One. ', 'The streets end.'],
			'The streets',
			0
		],
		[
			'the start of what replaced its first word',
			'One. Ve streets end.',
			'One. We streets end.',
			['One. ', 'e streets end.'],
			'Ve streets',
			0
		]
	])('%s', (_, a, b, words, passage, uncertain) => {
		const alignment = alignmentOf(a, b, words);
		const { start } = rangeOf(a, passage);
		const split = mapStart(alignment, start, alignment.matches[1]);
		expect(split).toEqual({ offset: rangeOf(b, passage.slice(1)).start - 1, uncertain });
	});

	test('nothing when too much is gone from it, but that is uncertain', () => {
		const [a, b] = [`One. ${'gone '.repeat(20)}left.`, `One. ${'come '.repeat(20)}left.`];
		const alignment = alignmentOf(a, b, ['One. ', 'left.']);
		const split = mapStart(alignment, 5, alignment.matches[1]);
		expect(split.offset).toBe(b.indexOf('left.'));
		expect(split.uncertain).toBeGreaterThan(0);
	});
});

test('The end of a passage is mapped to the end of what replaced its last word', () => {
	const [a, b] = ['It was cold. Two.', 'It was warm. Two.'];
	const alignment = alignmentOf(a, b, ['It was ', '. Two.']);
	expect(mapEnd(alignment, 'It was cold'.length, alignment.matches[0])).toEqual({
		offset: 'It was warm'.length,
		uncertain: 0
	});
});

describe('An end without its old neighbours is where the words end', () => {
	test.each<[string, string, string, number, { start: number; end: number }, 1 | -1, number]>([
		['surely, when nothing is lost', 'left. gone', 'other left.', 6, { start: 0, end: 0 }, -1, 0],
		['uncertainly, when it is inside a word', 'left', 'sleft', 1, { start: 0, end: 0 }, -1, 1],
		[
			'uncertainly, beside new text when words are lost',
			'gone left.',
			'come left.',
			5,
			{ start: 0, end: 5 },
			-1,
			5
		],
		[
			'uncertainly, beside the very words that are lost',
			'gone left.',
			'gone left.',
			5,
			{ start: 0, end: 5 },
			-1,
			6
		],
		['surely, at a block’s end', 'left. gone', 'left.\nnew', 5, { start: 5, end: 10 }, 1, 0]
	])('%s', (_, a, b, offset, lost, direction, uncertain) => {
		const alignment = { ...alignmentOf(a, b, []) };
		expect(mapDetachedEnd(alignment, offset, lost, direction)).toEqual({ offset, uncertain });
	});

	test('uncertainly, beside words nearly like those that are lost', () => {
		const [a, b] = [
			'Blessed is the crew that watcheth: because.',
			'Blessed is the crew thht watcheth: because.'
		];
		const end = a.indexOf('because');
		const alignment = alignmentOf(a, b, ['Blessed is the crew th', 'because.']);
		const { uncertain } = mapDetachedEnd(alignment, end, { start: 0, end }, -1);
		expect(uncertain).toBe(end + 1);
	});
});
