import { afterEach, beforeEach, expect, test } from 'vitest';
import { Annotations } from '$lib/state/annotations/annotations.svelte';
import { unmarkPassage } from '$lib/state/annotations/unmark-passage';
import { Database } from '$lib/storage/database';
import { dropDatabase, NAME } from '../fixtures.svelte';
import { chapter, rangeOf } from './marks';

const TEXT = chapter('e1', 'It was spring. We left the island. Nobody came.', 'The boat was late.');
let database: Database;
let tab: Annotations;

beforeEach(async () => {
	database = new Database(NAME);
	tab = new Annotations(database, { device: 'here' });
	await tab.load();
	await tab.open(TEXT);
});

afterEach(async () => {
	await tab.save();
	await dropDatabase(database);
});

const shown = () =>
	tab.live
		.map(({ id, fields }) => {
			const { start, end } = tab.placeOf(id)!.range!;
			return {
				start,
				words: TEXT.text.slice(start, end),
				colour: fields.colour?.value,
				note: fields.note?.value,
				tags: fields.tags?.value
			};
		})
		.sort((a, b) => a.start - b.start)
		.map(({ words, colour, note, tags }) => ({ words, colour, note, tags }));

function unmark(id: string, words: string): void {
	const mark = { annotation: tab.get(id)!, range: tab.placeOf(id)!.range! };
	unmarkPassage(tab, mark, rangeOf(TEXT, words), TEXT);
}

const LOOK = { colour: 'pink', tags: ['sea'] } as const;

test('A sentence at an end of a mark leaves it, and the rest stays', () => {
	const id = tab.create('highlight', rangeOf(TEXT, TEXT.text), TEXT, { ...LOOK, note: 'all' });
	unmark(id, 'The boat was late.');
	unmark(id, 'It was spring.');
	expect(shown()).toEqual([{ words: 'We left the island. Nobody came.', ...LOOK, note: 'all' }]);
	expect(tab.undo()).toBe('Removal');
	expect(tab.undo()).toBe('Removal');
	expect(shown()).toMatchObject([{ words: TEXT.text }]);
});

test('A sentence within a mark leaves two marks of one look, in one step; the note stays with the first', () => {
	const words = 'It was spring. We left the island. Nobody came.';
	const id = tab.create('highlight', rangeOf(TEXT, words), TEXT, { ...LOOK, note: 'all' });
	const parted = [
		{ words: 'It was spring.', ...LOOK, note: 'all' },
		{ words: 'Nobody came.', ...LOOK, note: undefined }
	];
	unmark(id, 'We left the island.');
	expect(shown()).toEqual(parted);
	expect(tab.undo()).toBe('Removal');
	expect(shown()).toEqual([{ words, ...LOOK, note: 'all' }]);
	expect(tab.redo()).toBe('Removal');
	expect(shown()).toEqual(parted);
	tab.undo();
	expect(tab.undo()).toBe('Highlight');
	expect(tab.canUndo).toBe(false);
});

test('The last sentence of a mark takes it away', () => {
	const id = tab.create('highlight', rangeOf(TEXT, 'Nobody came.'), TEXT, LOOK);
	unmark(id, 'Nobody came.');
	expect(shown()).toEqual([]);
	expect(tab.undo()).toBe('Deletion');
	expect(shown()).toHaveLength(1);
});
