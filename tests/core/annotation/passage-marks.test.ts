import { describe, expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { withChanges, type Changes } from '$lib/core/annotation/edit';
import {
	markForNote,
	markOfSameWords,
	marksToJoin,
	type PlacedMark
} from '$lib/core/annotation/passage-marks';

const TEXT = 'One two three four five six.\nSeven eight nine.';

/** The words `from` to `to` of the text. */
function passage(from: string, to = from) {
	return { start: TEXT.indexOf(from), end: TEXT.indexOf(to) + to.length };
}

interface Made extends Partial<Omit<PlacedMark, 'annotation'>> {
	changes?: Changes;
	kind?: Annotation['kind'];
	origin?: Annotation['origin'];
}

const ELSEWHERE = { app: 'kindle', title: '', author: '', address: '', location: '' };

function mark(
	id: string,
	words: string[],
	{ changes, kind = 'highlight', origin, review = false }: Made = {}
) {
	const created = '2026-11-01T09:00:00.000Z';
	const bare: Annotation = { id, v: 1, kind, created, targets: [], fields: {} };
	const annotation = withChanges(bare, { colour: 'yellow', ...changes }, '0000000000001-0000-a');
	const range = passage(words[0], words.at(-1));
	return { annotation: origin ? { ...annotation, origin } : annotation, range, review };
}

const idsOf = (marks: PlacedMark[]) => marks.map(({ annotation }) => annotation.id);

test('The mark of the same words is the one over them, neither more nor less', () => {
	const marks = [mark('long', ['One', 'five']), mark('same', ['two', 'three'])];
	expect(markOfSameWords(passage('two', 'three'), marks)).toBe(marks[1]);
	expect(markOfSameWords(passage('two', 'four'), marks)).toBeNull();
});

describe('A note', () => {
	test('on a part of marks is written into the shortest', () => {
		const marks = [
			mark('long', ['One', 'six.']),
			mark('short', ['two', 'four']),
			mark('other', ['five'])
		];
		expect(markForNote(passage('three'), marks, TEXT)).toBe(marks[1]);
		expect(markForNote(passage('two', 'four'), marks, TEXT)).toBe(marks[1]);
		expect(markForNote(passage('three', 'five'), marks, TEXT)).toBe(marks[0]);
	});

	test('on words of which some are not marked is one of its own', () => {
		expect(markForNote(passage('two', 'four'), [mark('m', ['two', 'three'])], TEXT)).toBeNull();
	});

	test('on a few words of a mark over several paragraphs is one of its own', () => {
		const marks = [mark('page', ['One', 'nine.'])];
		expect(markForNote(passage('three'), marks, TEXT)).toBeNull();
		expect(markForNote(passage('One', 'nine.'), marks, TEXT)).toBe(marks[0]);
	});
});

describe('Marks of the same look become one', () => {
	const three = mark('m', ['three']);
	test.each<[string, PlacedMark[], string[]]>([
		['that overlap', [mark('a', ['two', 'three'])], ['a']],
		['that lie within', [mark('a', ['two', 'four'])], ['a']],
		['with a space between them', [mark('a', ['two']), mark('b', ['four'])], ['a', 'b']],
		['that only another one touches', [mark('a', ['five']), mark('b', ['four'])], ['b', 'a']],
		['not with a word between them', [mark('a', ['One'])], []],
		['not in another colour', [mark('a', ['two'], { changes: { colour: 'pink' } })], []],
		['not in another style', [mark('a', ['two'], { changes: { style: 'underline' } })], []],
		[
			'not a note without a colour',
			[mark('a', ['three'], { changes: { colour: undefined, note: 'a' }, kind: 'note' })],
			[]
		],
		['not what a file brought', [mark('a', ['two'], { origin: ELSEWHERE })], []],
		['not what has no sure place', [mark('a', ['two'], { review: true })], []]
	])('%s', (_, others, ids) => {
		expect(idsOf(marksToJoin(three, [three, ...others], TEXT))).toEqual(ids);
	});

	test('not over the end of a paragraph, unless they overlap', () => {
		const six = mark('m', ['six.']);
		expect(marksToJoin(six, [mark('a', ['Seven'])], TEXT)).toEqual([]);
		expect(idsOf(marksToJoin(six, [mark('a', ['six.', 'Seven'])], TEXT))).toEqual(['a']);
	});

	test('not with what a file brought, nor with what has no colour', () => {
		const two = mark('a', ['two']);
		expect(marksToJoin(mark('m', ['three'], { origin: ELSEWHERE }), [two], TEXT)).toEqual([]);
		const bare: Made = { changes: { colour: undefined, note: 'a' }, kind: 'note' };
		const note = mark('m', ['three'], bare);
		expect(marksToJoin(note, [mark('a', ['two'], bare)], TEXT)).toEqual([]);
	});
});
