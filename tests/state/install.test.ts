import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StorageError } from '$lib/core/app/storage-error';
import { Install } from '$lib/state/install.svelte';
import { Database } from '$lib/storage/database';
import { dropDatabase, NAME, watched } from './fixtures.svelte';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile';

let database: Database;

beforeEach(() => {
	database = new Database(NAME);
});

afterEach(async () => {
	vi.restoreAllMocks();
	await dropDatabase(database);
});

/** As much of a window as installing looks at. */
function device(userAgent: string, { standalone = false, maxTouchPoints = 0 } = {}) {
	const page = Object.assign(new EventTarget(), {
		navigator: { userAgent, maxTouchPoints },
		matchMedia: () => ({ matches: standalone })
	});
	return page as unknown as Window & typeof globalThis;
}

/** Chromium's offer to install. */
function offer() {
	const prompt = vi.fn(() => Promise.resolve());
	return Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
}

describe('Installing', () => {
	test.each([
		['an iPhone', device(IPHONE), 'words'],
		['an iPad, which says it is a Mac', device(MAC, { maxTouchPoints: 5 }), 'words'],
		['a Mac', device(MAC), null],
		['an Android phone before its offer', device(ANDROID), null],
		['an iPhone where it is done', device(IPHONE, { standalone: true }), null],
		['the server', null, null]
	])('on %s goes by %s', (_, window, way) => {
		expect(new Install(window, database).way).toBe(way);
	});

	test('goes by a button when the browser offers it, once an offer', async () => {
		const window = device(ANDROID);
		const install = new Install(window, database);
		const ways = watched(() => install.way);
		const event = offer();
		window.dispatchEvent(event);
		flushSync();
		expect(event.defaultPrevented).toBe(true);
		await install.ask();
		await install.ask();
		flushSync();
		expect(event.prompt).toHaveBeenCalledOnce();
		expect(ways).toEqual([null, 'button', null]);
	});

	test('is seen when it is done', async () => {
		const window = device(ANDROID);
		const install = new Install(window, database);
		const installed = watched(() => install.installed);
		window.dispatchEvent(offer());
		await install.ask();
		window.dispatchEvent(new Event('appinstalled'));
		flushSync();
		expect(installed).toEqual([false, true]);
		expect(install.way).toBeNull();
	});
});

describe('The hint', () => {
	test('is not shown before it is known whether the reader waved it away', async () => {
		const install = new Install(device(IPHONE), database);
		expect(install.dismissed).toBe(true);
		await install.load();
		expect(install.dismissed).toBe(false);
	});

	test('is waved away for good', async () => {
		await new Install(device(IPHONE), database).dismiss();
		const next = new Install(device(IPHONE), database);
		await next.load();
		expect(next.dismissed).toBe(true);
	});

	test('is not shown where a "no" could not be remembered', async () => {
		vi.spyOn(database, 'read').mockRejectedValue(new StorageError('lost'));
		const install = new Install(device(IPHONE), database);
		await install.load();
		expect(install.dismissed).toBe(true);
	});

	test('goes at once, also where that cannot be kept', async () => {
		const install = new Install(device(IPHONE), database);
		await install.load();
		vi.spyOn(database, 'write').mockRejectedValue(new StorageError('full'));
		await install.dismiss();
		expect(install.dismissed).toBe(true);
	});
});
