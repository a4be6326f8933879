import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { MissingScriptError } from '$lib/core/app/missing-script';
import { NOTHING_KNOWN, type OfflineState } from '$lib/offline/offline-state';
import type { ServiceWorkerWatch } from '$lib/offline/watch-service-worker';
import { Offline } from '$lib/state/offline.svelte';
import { watched } from './fixtures.svelte';

/** A watch that the test moves. */
function fakeWatch() {
	let state = NOTHING_KNOWN;
	const listeners = new Set<(state: OfflineState) => void>();
	const watch: ServiceWorkerWatch = {
		state: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		applyUpdate: vi.fn(),
		prefetch: vi.fn()
	};
	const change = (changes: Partial<OfflineState>) => {
		state = { ...state, ...changes };
		for (const listener of listeners) listener(state);
	};
	return { watch, change, listeners };
}

async function started(watch: ServiceWorkerWatch, memory = tabMemory()): Promise<Offline> {
	const offline = new Offline(async () => watch, memory);
	await offline.start();
	return offline;
}

/** A tab's memory of the notice that was dismissed. */
function tabMemory(dismissed: string | null = null) {
	return { read: () => dismissed, save: (notice: string) => void (dismissed = notice) };
}

describe('Offline', () => {
	test('shows what the watch knows, as it changes', async () => {
		const { watch, change, listeners } = fakeWatch();
		const offline = await started(watch);
		const seen = watched(() => offline.current.done);
		expect(listeners.size).toBe(1);
		change({ done: 3, total: 9 });
		flushSync();
		change({ done: 9, ready: true });
		flushSync();
		expect(seen).toEqual([0, 3, 9]);
		expect(offline.current).toMatchObject({ ready: true, total: 9 });
	});

	test('tells of each new version until that is dismissed, as long as the tab is open', async () => {
		const tab = tabMemory();
		const { watch, change } = fakeWatch();
		const offline = await started(watch, tab);
		const seen = watched(() => offline.update?.version ?? null);
		change({ update: { version: 'b', stage: 'waiting' } });
		flushSync();
		offline.dismissUpdate();
		flushSync();
		expect((await started(watch, tab)).update).toBeNull(); // after a reload
		change({ update: { version: 'c', stage: 'waiting' } });
		flushSync();
		expect(seen).toEqual([null, 'b', null, 'c']);
	});

	test('tells of a version that was dismissed again when it has come further', async () => {
		const { watch, change } = fakeWatch();
		const offline = await started(watch);
		for (const stage of ['waiting', 'taking-over', 'active'] as const) {
			change({ update: { version: 'b', stage } });
			expect(offline.update?.stage).toBe(stage);
			offline.dismissUpdate();
			expect(offline.update).toBeNull();
		}
	});

	test('hands the wish for an update on', async () => {
		const { watch } = fakeWatch();
		const offline = await started(watch);
		offline.applyUpdate();
		await offline.start();
		expect(watch.applyUpdate).toHaveBeenCalledOnce();
	});

	test('knows nothing until it is started, and begins once', async () => {
		const { watch, change } = fakeWatch();
		const start = vi.fn(async () => watch);
		const offline = new Offline(start, tabMemory());
		change({ ready: true });
		expect(offline.current.ready).toBe(false);
		await Promise.all([offline.start(), offline.start()]);
		expect(offline.current.ready).toBe(true);
		expect(start).toHaveBeenCalledOnce();
	});

	test('starts again when the script could not be had', async () => {
		const { watch } = fakeWatch();
		const start = vi
			.fn(async () => watch)
			.mockRejectedValueOnce(new MissingScriptError('imported module'));
		const offline = new Offline(start, tabMemory());
		await offline.start();
		const load = vi.fn(async () => {});
		vi.mocked(watch.prefetch).mockImplementation((prefetched) => prefetched() as Promise<void>);
		await offline.prefetch(load);
		expect(start).toHaveBeenCalledTimes(2);
		expect(load).toHaveBeenCalledOnce();
	});

	test('saves all that is open before a reload, also when one of it fails', async () => {
		let beforeReload!: () => Promise<void>;
		const offline = new Offline(async (save) => {
			beforeReload = save;
			return fakeWatch().watch;
		}, tabMemory());
		await offline.start();
		const saved: string[] = [];
		offline.beforeReload(() => Promise.reject(new Error('full')));
		offline.beforeReload(async () => void saved.push('place'));
		const end = offline.beforeReload(async () => void saved.push('note'));
		await expect(beforeReload()).rejects.toThrow('full');
		expect(saved).toEqual(['place', 'note']);
		end();
		await expect(beforeReload()).rejects.toThrow('full');
		expect(saved).toEqual(['place', 'note', 'place']);
	});
});
