import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StorageError } from '$lib/core/app/storage-error';
import { OldImport } from '$lib/state/files/old-import';
import { Database } from '$lib/storage/database';
import { readImportUndo, readLastImport } from '$lib/storage/import-copy';
import { saveImport } from '$lib/storage/imports';
import { dropDatabase, NAME } from '../fixtures.svelte';

const DAY = 24 * 60 * 60 * 1000; // ms
const AT = '2026-11-24T10:00:00.000Z';
let database: Database;

beforeEach(async () => {
	database = new Database(NAME);
	const counts = { added: 0, changed: 0, removed: 0, notPlaced: 0 };
	await saveImport(
		database,
		{ annotations: [], snapshots: [] },
		{
			positions: [],
			preferences: [{ name: 'reading', before: { keys: true }, written: { keys: false } }]
		},
		{ v: 1, name: 'a.annotation', format: 'backup', at: AT, ...counts },
		{ signal: new AbortController().signal, progress: () => {} }
	);
});

afterEach(async () => {
	vi.restoreAllMocks();
	await dropDatabase(database);
});

const afterDays = (days: number) => new OldImport(database).delete(Date.parse(AT) + days * DAY);
const readCopy = () => readImportUndo(database, AT, () => {});

test('What an import replaced stays for 30 days', async () => {
	await afterDays(30);
	expect(await readLastImport(database)).toMatchObject({ at: AT });
	expect(await readCopy()).not.toBeNull();
});

test('What an import replaced goes after 30 days, and with it the offer to undo it', async () => {
	await afterDays(31);
	expect(await readLastImport(database)).toBeNull();
	expect(await readCopy()).toBeNull();
	await afterDays(31); // there is nothing left to delete
});

test('Where the database cannot be had it stays until the next start', async () => {
	vi.spyOn(database, 'read').mockRejectedValueOnce(new StorageError('lost'));
	await afterDays(31);
	expect(await readLastImport(database)).not.toBeNull();
});
