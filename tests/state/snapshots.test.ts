import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StorageError } from '$lib/core/app/storage-error';
import { Snapshots } from '$lib/state/snapshots';
import { Database } from '$lib/storage/database';
import { dropDatabase, NAME } from './fixtures.svelte';

let database: Database;
let snapshots: Snapshots;

beforeEach(async () => {
	database = new Database(NAME);
	snapshots = new Snapshots(database);
	await database.write(['snapshots'], (tx) =>
		tx.objectStore('snapshots').put({ v: 1, edition: 'e1', text: 'One two' })
	);
});

afterEach(async () => {
	vi.restoreAllMocks();
	await dropDatabase(database);
});

test('Texts are read by edition, as far as they were saved', async () => {
	expect(await snapshots.read(['e1', 'e2'])).toEqual(new Map([['e1', 'One two']]));
});

test('The text of an edition is read once', async () => {
	const read = vi.spyOn(database, 'read');
	expect(await snapshots.textOf('e1')).toBe('One two');
	expect(await snapshots.textOf('e1')).toBe('One two');
	expect(await snapshots.textOf('e2')).toBeNull();
	expect(read).toHaveBeenCalledTimes(2);
});

test('A text that could not be read is read again the next time', async () => {
	vi.spyOn(database, 'read').mockRejectedValueOnce(new StorageError('lost'));
	expect(await snapshots.textOf('e1')).toBeNull();
	expect(await snapshots.textOf('e1')).toBe('One two');
});
