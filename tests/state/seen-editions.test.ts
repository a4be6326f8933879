import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
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

test('What is only saved is not taken off the page', async () => {
	await seen.load();
	await seen.save(FIRST);
	expect(seen.record).toEqual({ editions: {}, moves: {} });
	expect(await reloaded()).toEqual(FIRST);
});
