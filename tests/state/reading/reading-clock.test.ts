import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayOf } from '$lib/core/reading/reading-days';
import { ReadingClock } from '$lib/state/reading/reading-clock';
import { ReadingTime } from '$lib/state/reading/reading-time.svelte';
import { Database } from '$lib/storage/database';
import { readSavedReadingDays } from '$lib/storage/reading/reading-days';
import { dropDatabase, NAME } from '../fixtures.svelte';

const START = new Date(2026, 10, 27, 20, 0).getTime();
const TODAY = dayOf(new Date(START));
const SECOND = 1000;

let database: Database;
beforeEach(() => (database = new Database(NAME)));
afterEach(async () => {
	vi.restoreAllMocks();
	await dropDatabase(database);
});

/** A clock of a reader who does something every six seconds, so many times. */
function read(times: number, isOn = true): ReadingClock {
	const clock = new ReadingClock(database, () => isOn);
	for (let time = 0; time < times; time++) clock.tick(START + time * 6 * SECOND);
	return clock;
}

test('Twenty seconds of reading are written, what is less when the reader leaves, and nothing by itself', async () => {
	const write = vi.spyOn(database, 'update');
	const clock = read(3); // twelve seconds
	expect(write).not.toHaveBeenCalled();
	clock.tick(START + 20 * SECOND);
	expect(write).toHaveBeenCalledTimes(1);
	await clock.leave(START + 30 * SECOND);
	expect(await readSavedReadingDays(database)).toEqual({ [TODAY]: 30 });
	await clock.leave(START + 7000 * SECOND); // they come back: they have not read meanwhile
	expect(write).toHaveBeenCalledTimes(2);
});

test('Time in which the reader does nothing for long is not counted', async () => {
	const clock = read(2);
	clock.tick(START + 3600 * SECOND);
	await clock.leave(START + 3610 * SECOND);
	expect(await readSavedReadingDays(database)).toEqual({ [TODAY]: 16 });
});

test('Switched off, nothing is written', async () => {
	const write = vi.spyOn(database, 'update');
	await read(30, false).leave(START + 600 * SECOND);
	expect(write).not.toHaveBeenCalled();
});

test('What two tabs count is added, can be forgotten, and brought back', async () => {
	await Promise.all([read(2).leave(START + 6 * SECOND), read(3).leave(START + 12 * SECOND)]);
	const time = new ReadingTime(database);
	await time.load();
	expect(time.days).toEqual({ [TODAY]: 18 });
	await time.forget();
	expect(time.days).toEqual({});
	expect(await readSavedReadingDays(database)).toEqual({});
	await read(2).leave(START + 6 * SECOND);
	expect(time.canUndo).toBe(true);
	await Promise.all([time.undo(), time.undo()]); // tapped twice
	expect([time.days, time.canUndo]).toEqual([{ [TODAY]: 18 }, false]);
});
