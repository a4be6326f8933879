import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import { Annotations } from '$lib/state/annotations/annotations.svelte';
import { joinAround, markPassage, type MarkedChapter } from '$lib/state/annotations/mark-passage';
import { Database } from '$lib/storage/database';
import { dropDatabase, NAME } from '../fixtures.svelte';
import { FIRST, rangeOf } from './marks';

const SPRING = rangeOf(FIRST, 'in the spring');
const LEFT = rangeOf(FIRST, 'spring that we left');
const ISLAND = rangeOf(FIRST, 'the island');
let database: Database;
let tab: Annotations;
let where: MarkedChapter;
let now: number;

beforeEach(async () => {
	database = new Database(NAME);
	now = Date.UTC(2026, 10, 1);
	tab = new Annotations(database, { device: 'here', now: () => (now += 1000) });
	await tab.load();
	await tab.open(FIRST);
	where = { annotations: tab, chapter: FIRST, marks: placed };
});

afterEach(async () => {
	await tab.save();
	await dropDatabase(database);
});

function placed(): PlacedMark[] {
	return tab.live.flatMap((annotation) => {
		const range = tab.placeOf(annotation.id)?.range;
		return range ? [{ annotation, range, review: false }] : [];
	});
}

const shown = () =>
	placed().map(({ annotation: { fields }, range: { start, end } }) => ({
		words: FIRST.text.slice(start, end),
		colour: fields.colour?.value,
		note: fields.note?.value ?? '',
		tags: fields.tags?.value ?? []
	}));

describe('A passage that is marked', () => {
	test('gets a mark', () => {
		const { id, done } = markPassage(SPRING, 'yellow', where);
		expect(done).toBe('made');
		expect(tab.get(id)).toMatchObject({
			kind: 'highlight',
			fields: { colour: { value: 'yellow' } }
		});
	});

	test('again is recoloured, and keeps what was written', () => {
		const noted = tab.create('note', SPRING, FIRST, { note: 'which year?', tags: ['time'] });
		expect(markPassage(SPRING, 'pink', where)).toEqual({ id: noted, done: 'recoloured' });
		expect(markPassage(SPRING, 'blue', where)).toEqual({ id: noted, done: 'recoloured' });
		expect(markPassage(SPRING, 'blue', where)).toEqual({ id: noted, done: 'nothing' });
		const words = 'in the spring';
		expect(shown()).toEqual([{ words, colour: 'blue', note: 'which year?', tags: ['time'] }]);
		expect(tab.undo()).toBe('Colour');
		expect(shown()).toMatchObject([{ words, colour: 'pink' }]);
	});

	test('in the colour of a mark that it overlaps becomes one with it, and is undone in two steps', () => {
		const old = tab.create('highlight', SPRING, FIRST, {
			colour: 'green',
			note: 'which year?',
			tags: ['time']
		});
		expect(markPassage(LEFT, 'green', where)).toEqual({ id: old, done: 'joined' });
		const joined = {
			words: 'in the spring that we left',
			colour: 'green',
			note: 'which year?',
			tags: ['time']
		};
		expect(shown()).toEqual([joined]);
		expect(tab.undo()).toBe('Merge');
		expect(shown().map(({ words }) => words)).toEqual(['in the spring', 'spring that we left']);
		expect(tab.undo()).toBe('Highlight');
		expect(shown().map(({ words }) => words)).toEqual(['in the spring']);
		tab.redo();
		tab.redo();
		expect(shown()).toEqual([joined]);
	});

	test('between two of its colour makes one of all three, with all that they say', () => {
		tab.create('highlight', ISLAND, FIRST, { colour: 'pink', note: 'late', tags: ['b'] });
		const first = rangeOf(FIRST, 'spring that we');
		tab.create('highlight', first, FIRST, { colour: 'pink', note: 'early', tags: ['a'] });
		markPassage(rangeOf(FIRST, 'left'), 'pink', where);
		const words = 'spring that we left the island';
		expect(shown()).toEqual([{ words, colour: 'pink', note: 'early\n\nlate', tags: ['a', 'b'] }]);
	});

	test('again in the colour of the mark beside it becomes one with that', () => {
		const left = markPassage(rangeOf(FIRST, 'we left'), 'pink', where).id;
		markPassage(ISLAND, 'blue', where);
		expect(markPassage(ISLAND, 'pink', where)).toEqual({ id: left, done: 'joined' });
		expect(shown()).toMatchObject([{ words: 'we left the island', colour: 'pink' }]);
		tab.undo();
		expect(shown()).toMatchObject([{ colour: 'pink' }, { words: 'the island', colour: 'pink' }]);
	});

	test('stays apart from another colour', () => {
		markPassage(SPRING, 'yellow', where);
		markPassage(LEFT, 'pink', where);
		expect(shown()).toHaveLength(2);
	});
});

test('A mark whose ends were moved over another one of its look becomes one with it, and stays itself', () => {
	tab.create('highlight', SPRING, FIRST, { colour: 'pink' });
	const moved = tab.create('highlight', ISLAND, FIRST, { colour: 'pink' });
	expect(joinAround(moved, where, 'itself')).toBeNull();
	tab.moveEnds(moved, { start: LEFT.start, end: ISLAND.end }, FIRST);
	expect(joinAround(moved, where, 'itself')).toBe(moved);
	expect(shown()).toMatchObject([{ words: 'in the spring that we left the island' }]);
});
