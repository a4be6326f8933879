import { expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { withChanges, type Changes } from '$lib/core/annotation/edit';
import { joinedFields } from '$lib/core/annotation/joined-fields';

const at = (n: number) => `${n.toString(16).padStart(13, '0')}-0000-a`;

function mark(changes: Changes, n: number): Annotation {
	const created = '2026-11-01T09:00:00.000Z';
	const bare: Annotation = { id: 'm', v: 1, kind: 'highlight', created, targets: [], fields: {} };
	return withChanges(bare, changes, at(n));
}

test.each<[string, Changes, Changes, Changes]>([
	['both notes, in reading order', { note: 'a' }, { note: 'b' }, { note: 'a\n\nb' }],
	['the one note there is', {}, { note: 'b' }, { note: 'b' }],
	['a note that both have, once', { note: 'a' }, { note: 'a' }, { note: 'a' }],
	['no note of two empty ones', { note: '' }, { note: '' }, {}],
	['all tags, each once', { tags: ['a', 'b'] }, { tags: ['b', 'c'] }, { tags: ['a', 'b', 'c'] }],
	['the colour chosen last', { colour: 'pink' }, { colour: 'blue' }, { colour: 'blue' }],
	['the one colour there is', { colour: 'pink' }, { colour: undefined }, { colour: 'pink' }],
	['the style chosen last', { style: 'underline' }, { style: 'fill' }, { style: 'fill' }]
])('Two marks made one have %s', (_, first, second, joined) => {
	expect(joinedFields([mark(first, 1), mark(second, 2)])).toEqual(joined);
});

test('What was chosen last counts, wherever it stands', () => {
	const [earlier, later] = [mark({ colour: 'pink' }, 1), mark({ colour: 'blue' }, 2)];
	expect(joinedFields([later, earlier])).toEqual({ colour: 'blue' });
});

test('Of three, all that they say is kept', () => {
	const marks = ['a', 'b', 'c'].map((word, n) => mark({ note: word, tags: [word] }, n));
	expect(joinedFields(marks)).toEqual({ note: 'a\n\nb\n\nc', tags: ['a', 'b', 'c'] });
});
