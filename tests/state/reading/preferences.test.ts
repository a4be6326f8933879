import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StorageError } from '$lib/core/app/storage-error';
import { DEFAULT_APPEARANCE } from '$lib/core/reading/appearance';
import { DEFAULT_READING_CHOICES } from '$lib/core/reading/reading-choices';
import { Preferences } from '$lib/state/reading/preferences.svelte';
import { Database } from '$lib/storage/database';
import { readSavedAppearance, saveAppearance } from '$lib/storage/preferences';
import { dropDatabase, NAME, watched } from '../fixtures.svelte';

let database: Database;
let preferences: Preferences;

beforeEach(() => {
	database = new Database(NAME);
	preferences = new Preferences(database, { canHyphenate: true });
});

afterEach(async () => {
	vi.restoreAllMocks();
	await dropDatabase(database);
});

const fail = () => Promise.reject(new StorageError('full'));

describe('Preferences', () => {
	test('say nothing of the look before the kept choice is known', () => {
		expect(preferences.look).toBeNull();
		expect(preferences.appearance).toEqual(DEFAULT_APPEARANCE);
	});

	test('are what was kept', async () => {
		await saveAppearance(database, { ...DEFAULT_APPEARANCE, size: 24 });
		await preferences.load();
		expect(preferences.appearance.size).toBe(24);
		expect(preferences.look!['--text-size']).toBe('1.5rem');
	});

	test('show a change at once, and keep it', async () => {
		const sizes = watched(() => preferences.look?.['--text-size']);
		const kept = preferences.change({ size: 32 });
		flushSync();
		expect(sizes).toEqual([undefined, '2rem']);
		await kept;
		expect((await readSavedAppearance(database)).size).toBe(32);
		expect(preferences.failed).toBe(false);
	});

	test('change one thing and leave the others', async () => {
		await preferences.change({ theme: 'sepia' });
		await preferences.change({ justified: true });
		expect(await readSavedAppearance(database)).toEqual({
			...DEFAULT_APPEARANCE,
			theme: 'sepia',
			justified: true
		});
	});

	test('keep the last of two quick changes', async () => {
		await Promise.all([preferences.change({ size: 20 }), preferences.change({ size: 21 })]);
		expect((await readSavedAppearance(database)).size).toBe(21);
	});

	test('do not take back what the reader chose while the kept choice was read', async () => {
		await saveAppearance(database, { ...DEFAULT_APPEARANCE, size: 24 });
		const loaded = preferences.load();
		const changed = preferences.change({ size: 30 });
		await Promise.all([loaded, changed]);
		expect(preferences.appearance.size).toBe(30);
	});

	test('keep how the reading page answers, beside how it looks', async () => {
		const changed = preferences.changeReading({ keys: false });
		expect(preferences.reading.keys).toBe(false);
		await changed;
		const later = new Preferences(database, { canHyphenate: true });
		await later.load();
		expect(later.reading).toEqual({ ...DEFAULT_READING_CHOICES, keys: false });
		expect(later.appearance).toEqual(DEFAULT_APPEARANCE);
	});

	test('go back to the defaults', async () => {
		await preferences.change({ theme: 'black', size: 30 });
		await preferences.reset();
		expect(await readSavedAppearance(database)).toEqual(DEFAULT_APPEARANCE);
	});

	test('say that a choice could not be kept, show it, and try again with the next', async () => {
		const write = vi.spyOn(database, 'write').mockImplementationOnce(fail);
		await preferences.change({ size: 30 });
		expect([preferences.failed, preferences.appearance.size]).toEqual([true, 30]);
		await preferences.change({ theme: 'dark' });
		expect(preferences.failed).toBe(false);
		expect(write).toHaveBeenCalledTimes(2);
		expect(await readSavedAppearance(database)).toMatchObject({ size: 30, theme: 'dark' });
	});

	test('show a choice that could not be saved, whatever is read since', async () => {
		await saveAppearance(database, { ...DEFAULT_APPEARANCE, size: 24 });
		vi.spyOn(database, 'write').mockImplementationOnce(fail);
		await preferences.change({ size: 30 });
		await preferences.load();
		expect([preferences.failed, preferences.appearance.size]).toEqual([true, 30]);
	});

	test('forgive a failed read when they can be read again', async () => {
		await saveAppearance(database, { ...DEFAULT_APPEARANCE, size: 24 });
		vi.spyOn(database, 'read').mockImplementationOnce(fail);
		await preferences.load();
		expect(preferences.failed).toBe(true);
		await preferences.load();
		expect([preferences.failed, preferences.appearance.size]).toEqual([false, 24]);
	});

	test('leave the page as it looks when they cannot be read', async () => {
		vi.spyOn(database, 'read').mockImplementation(fail);
		await preferences.load();
		expect([preferences.look, preferences.failed]).toEqual([null, true]);
	});
});
