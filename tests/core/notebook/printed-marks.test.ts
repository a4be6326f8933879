import { expect, test } from 'vitest';
import type { Place } from '$lib/core/annotation/annotation';
import { printedMarks, type MarkPrinting } from '$lib/core/notebook/printed-marks';
import { joinBlocks } from '$lib/core/text/chapter-text';
import { annotation, value } from './made';

const CHAPTER = joinBlocks([
	{ id: 'p1', text: 'We sat in the dark.' },
	{ id: 'p2', text: 'Nobody came.' }
]);
const PLACES: Record<string, [start: number, end: number]> = {
	later: [20, 26],
	plain: [0, 6],
	noted: [3, 18],
	ribbon: [0, 19]
};
const placeOf = (id: string): Place | null =>
	PLACES[id]
		? {
				range: { start: PLACES[id][0], end: PLACES[id][1] },
				via: 'same',
				level: 'exact',
				score: 1
			}
		: null;
const quote = { exact: 'They are gone', prefix: '', suffix: '' };
const MINE = [
	annotation({ colour: value('blue') }, {}, { id: 'later' }),
	annotation({ colour: value('green') }, {}, { id: 'plain' }),
	annotation({ note: value(' Why? ') }, {}, { id: 'noted', kind: 'note' }),
	annotation({}, {}, { id: 'ribbon', kind: 'bookmark' }),
	annotation({ note: value('Lost'), tags: value(['a']) }, { quote }, { id: 'gone' })
];
const print = (printing: MarkPrinting) => printedMarks(MINE, CHAPTER, { printing, placeOf });

test('In colour, each mark has its ground, and a number if the list says something of it', () => {
	const { marks, notes } = print('coloured');
	expect(marks).toEqual([
		{ id: 'plain', start: 0, end: 6, colour: 'green', style: 'fill', number: null },
		{ id: 'noted', start: 3, end: 18, colour: null, style: 'fill', number: 1 },
		{ id: 'later', start: 20, end: 26, colour: 'blue', style: 'fill', number: null }
	]);
	expect(notes).toEqual([
		{ number: 1, where: '¶ 1', quote: 'sat in the dark', colour: null, tags: [], note: 'Why?' },
		{
			number: null,
			where: 'Not in this text',
			quote: 'They are gone',
			colour: 'yellow',
			tags: ['a'],
			note: 'Lost'
		}
	]);
});

test('In black, each mark has a line and a number, and the list its colour', () => {
	const { marks, notes } = print('numbered');
	expect(marks.map(({ id, style, number }) => [id, style, number])).toEqual([
		['plain', 'underline', 1],
		['noted', 'underline', 2],
		['later', 'underline', 3]
	]);
	expect(notes.map(({ number, where, colour }) => [number, where, colour])).toEqual([
		[1, '¶ 1', 'green'],
		[2, '¶ 1', null],
		[3, '¶ 2', 'blue'],
		[null, 'Not in this text', 'yellow']
	]);
});

test('Without marks nothing of the reader’s is printed', () => {
	expect(print('none')).toEqual({ marks: [], notes: [] });
});
