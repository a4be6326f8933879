import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_APPEARANCE } from '$lib/core/reading/appearance';
import { DEFAULT_READING_CHOICES } from '$lib/core/reading/reading-choices';
import { Database } from '$lib/storage/database';
import {
	saveInstallDismissed,
	readSavedAppearance,
	readSavedReadingChoices,
	readInstallDismissed,
	saveAppearance,
	saveReadingChoices
} from '$lib/storage/preferences';

let database: Database;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	database = new Database('postil');
});

const putRaw = (value: unknown) =>
	database.write(['preferences'], (tx) => tx.objectStore('preferences').put(value, 'appearance'));

describe('The appearance', () => {
	test('is the default until one is chosen', async () => {
		expect(await readSavedAppearance(database)).toEqual(DEFAULT_APPEARANCE);
	});

	test('is what was chosen, also at the next visit', async () => {
		const chosen = { ...DEFAULT_APPEARANCE, theme: 'sepia', size: 24 } as const;
		await saveAppearance(database, chosen);
		database.close();
		expect(await readSavedAppearance(new Database('postil'))).toEqual(chosen);
	});

	test('that an older build kept has a default for what it did not know', async () => {
		await putRaw({ theme: 'dark' });
		expect(await readSavedAppearance(database)).toEqual({ ...DEFAULT_APPEARANCE, theme: 'dark' });
	});

	test('survives rubbish', async () => {
		await putRaw('rubbish');
		expect(await readSavedAppearance(database)).toEqual(DEFAULT_APPEARANCE);
	});
});

describe('The choices of the reading page', () => {
	test('are the defaults until something is chosen', async () => {
		expect(await readSavedReadingChoices(database)).toEqual(DEFAULT_READING_CHOICES);
	});

	test('are kept one by one, so that two tabs overwrite nothing', async () => {
		await saveReadingChoices(database, { keys: false });
		await saveReadingChoices(database, { announcements: false });
		expect(await readSavedReadingChoices(database)).toEqual({
			...DEFAULT_READING_CHOICES,
			keys: false,
			announcements: false
		});
	});

	test('leave alone what a newer build keeps with them', async () => {
		const raw = () =>
			database.read(['preferences'], (tx) => tx.objectStore('preferences').get('reading'));
		await database.write(['preferences'], (tx) =>
			tx.objectStore('preferences').put({ keys: 'rubbish', newer: 1 }, 'reading')
		);
		expect(await readSavedReadingChoices(database)).toEqual(DEFAULT_READING_CHOICES);
		await saveReadingChoices(database, { keys: false });
		expect(await raw()).toEqual({ keys: false, newer: 1 });
	});
});

describe('The install hint', () => {
	test('is not dismissed until it is, and then for good', async () => {
		expect(await readInstallDismissed(database)).toBe(false);
		await saveInstallDismissed(database);
		database.close();
		expect(await readInstallDismissed(new Database('postil'))).toBe(true);
	});

	test('and the appearance are records of their own', async () => {
		await saveInstallDismissed(database);
		await saveAppearance(database, { ...DEFAULT_APPEARANCE, size: 30 });
		expect(await readInstallDismissed(database)).toBe(true);
	});
});
