import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SeenEditions } from '$lib/state/seen-editions.svelte';
import { Database } from '$lib/storage/database';
import { dropDatabase, NAME, watched } from './fixtures.svelte';

let database: Database;
let seen: SeenEditions;

beforeEach(() => {
	database = new Database(NAME);
	seen = new SeenEditions(database);
});

afterEach(() => dropDatabase(database));

const MOVE = { before: 'a', after: 'b' };
const FIRST = { editions: { 'book/one': 'e1' }, moves: { m1: MOVE } };
const SECOND = { editions: { 'book/two': 'e2' }, moves: {} };

async function reloaded(): Promise<SeenEditions['record']> {
	const again = new SeenEditions(database);
	await again.load();
	return again.record;
}

test('What the reader was told is unknown until it is read', async () => {
	expect(seen.record).toBeNull();
	await seen.load();
	expect(seen.record).toEqual({ editions: {}, moves: {} });
});

test('What is added is known at once, and stays beside what there was', async () => {
	await seen.load();
	await seen.add(FIRST);
	const editions = watched(() => seen.record?.editions);
	const adding = seen.add(SECOND);
	flushSync();
	const both = { ...FIRST.editions, ...SECOND.editions };
	expect(editions).toEqual([FIRST.editions, both]);
	await adding;
	expect(await reloaded()).toEqual({ editions: both, moves: FIRST.moves });
});

test('What is saved as the page is left stays on it, and needs no answer of the database', async () => {
	await seen.load();
	await seen.add(SECOND);
	// A page that is gone asks nothing after the first answer.
	vi.spyOn(database, 'update').mockReturnValue(new Promise(() => {}));
	await seen.saveBeforeUnload(FIRST);
	expect(seen.record).toEqual(SECOND);
	const both = { ...SECOND.editions, ...FIRST.editions };
	expect(await reloaded()).toEqual({ editions: both, moves: FIRST.moves });
});
