import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Annotations } from '$lib/state/annotations/annotations.svelte';
import { joinMarks } from '$lib/state/annotations/join-marks';
import { readAnnotations } from '$lib/storage/annotations';
import { Database } from '$lib/storage/database';
import { dropDatabase, NAME } from '../fixtures.svelte';
import { FIRST, rangeOf } from './marks';

const EARLY = rangeOf(FIRST, 'in the spring');
const LATE = rangeOf(FIRST, 'spring that we left');
let database: Database;
let tab: Annotations;

beforeEach(async () => {
	database = new Database(NAME);
	tab = new Annotations(database, { device: 'here' });
	await tab.load();
	await tab.open(FIRST);
});

afterEach(async () => {
	await tab.save();
	await dropDatabase(database);
});

const placed = (id: string) => ({ annotation: tab.get(id)!, range: tab.placeOf(id)!.range! });

const shown = () =>
	tab.live.map(({ id, fields }) => ({
		id,
		range: tab.placeOf(id)?.range,
		colour: fields.colour?.value,
		note: fields.note?.value ?? '',
		tags: fields.tags?.value ?? []
	}));

describe('Two marks made one', () => {
	test('are one over both passages with what both said, in one write, and one step', async () => {
		const late = tab.create('highlight', LATE, FIRST, {
			colour: 'pink',
			note: 'late',
			tags: ['b']
		});
		const early = tab.create('note', EARLY, FIRST, { note: 'early', tags: ['a'] });
		const before = shown();
		const range = { start: EARLY.start, end: LATE.end };
		const joined = { range, colour: 'pink', note: 'early\n\nlate', tags: ['a', 'b'] };

		joinMarks(tab, [placed(late), placed(early)], FIRST);
		expect(shown()).toEqual([{ id: late, ...joined }]);
		expect(tab.trash.map(({ id }) => id)).toEqual([early]);
		await tab.save();
		const stored = (await readAnnotations(database)).annotations;
		expect(stored.find(({ id }) => id === late)).toEqual(tab.get(late));
		expect(stored.find(({ id }) => id === late)!.targets[0]).toMatchObject(LATE); // never rewritten

		expect(tab.undo()).toBe('Merge');
		expect(shown()).toEqual(expect.arrayContaining(before));
		expect(tab.redo()).toBe('Merge');
		expect(shown()).toEqual([{ id: late, ...joined }]);
	});
});
