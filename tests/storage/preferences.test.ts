import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_APPEARANCE } from '$lib/core/reading/appearance';
import { DEFAULT_READING_CHOICES } from '$lib/core/reading/reading-choices';
import { Database } from '$lib/storage/database';
import {
	dismissInstall,
	findAppearance,
	findReadingChoices,
	isInstallDismissed,
	keepAppearance,
	keepReadingChoices
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
		expect(await findAppearance(database)).toEqual(DEFAULT_APPEARANCE);
	});

	test('is what was chosen, also at the next visit', async () => {
		const chosen = { ...DEFAULT_APPEARANCE, theme: 'sepia', size: 24 } as const;
		await keepAppearance(database, chosen);
		database.close();
		expect(await findAppearance(new Database('postil'))).toEqual(chosen);
	});

	test('that an older build kept has a default for what it did not know', async () => {
		await putRaw({ theme: 'dark' });
		expect(await findAppearance(database)).toEqual({ ...DEFAULT_APPEARANCE, theme: 'dark' });
	});

	test('survives rubbish', async () => {
		await putRaw('rubbish');
		expect(await findAppearance(database)).toEqual(DEFAULT_APPEARANCE);
	});
});

describe('The choices of the reading page', () => {
	test('are the defaults until something is chosen', async () => {
		expect(await findReadingChoices(database)).toEqual(DEFAULT_READING_CHOICES);
	});

	test('are kept one by one, so that two tabs overwrite nothing', async () => {
		await keepReadingChoices(database, { keys: false });
		await keepReadingChoices(database, { announcements: false });
		expect(await findReadingChoices(database)).toEqual({ keys: false, announcements: false });
	});

	test('leave alone what a newer build keeps with them', async () => {
		const raw = () =>
			database.read(['preferences'], (tx) => tx.objectStore('preferences').get('reading'));
		await database.write(['preferences'], (tx) =>
			tx.objectStore('preferences').put({ keys: 'rubbish', newer: 1 }, 'reading')
		);
		expect(await findReadingChoices(database)).toEqual(DEFAULT_READING_CHOICES);
		await keepReadingChoices(database, { keys: false });
		expect(await raw()).toEqual({ keys: false, newer: 1 });
	});
});

describe('The install hint', () => {
	test('is not dismissed until it is, and then for good', async () => {
		expect(await isInstallDismissed(database)).toBe(false);
		await dismissInstall(database);
		database.close();
		expect(await isInstallDismissed(new Database('postil'))).toBe(true);
	});

	test('and the appearance are records of their own', async () => {
		await dismissInstall(database);
		await keepAppearance(database, { ...DEFAULT_APPEARANCE, size: 30 });
		expect(await isInstallDismissed(database)).toBe(true);
	});
});
