import { beforeEach, expect, test, vi } from 'vitest';
import { requestPersistence, requestPersistenceOnce } from '$lib/storage/persistence';

const BASE = '/persistence';

beforeEach(() => localStorage.clear());

/** A browser that answers `persist()` after so many ms; `null`: the reader never answers it. */
function browser(granted: boolean, after: number | null = 0) {
	const persist = vi.fn(
		() =>
			new Promise<boolean>((resolve) => {
				if (after !== null) setTimeout(() => resolve(granted), after);
			})
	);
	return { persist, persisted: async () => false } as never as StorageManager & {
		persist: typeof persist;
	};
}

test.each([
	['does not answer', null],
	['takes a second to say no', 1000]
])('A reader who %s is not asked again by the next page', async (_, after) => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
	const firefox = browser(false, after);
	void requestPersistenceOnce(BASE, firefox);
	await vi.advanceTimersByTimeAsync(2000);
	vi.useRealTimers();
	await requestPersistenceOnce(BASE, firefox);
	expect(firefox.persist).toHaveBeenCalledOnce();
});

test('A browser that decides by itself is asked again by the next page', async () => {
	const chromium = browser(false);
	await requestPersistenceOnce(BASE, chromium);
	await requestPersistenceOnce(BASE, chromium);
	expect(chromium.persist).toHaveBeenCalledTimes(2);
});

test('A browser that has promised it is not asked', async () => {
	const granted = { ...browser(true), persisted: async () => true };
	await requestPersistenceOnce(BASE, granted);
	expect(granted.persist).not.toHaveBeenCalled();
});

test('A reader who was asked can still have the browser asked', async () => {
	void requestPersistence(BASE, browser(false, null));
	expect(await requestPersistence(BASE, browser(true))).toBe('granted');
});
