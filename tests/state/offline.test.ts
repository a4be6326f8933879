import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import type { OfflineState } from '$lib/offline/offline-state';
import type { ServiceWorkerWatch } from '$lib/offline/watch-service-worker';
import { Offline } from '$lib/state/offline.svelte';
import { watched } from './fixtures.svelte';

const START: OfflineState = {
	supported: true,
	reason: null,
	ready: false,
	done: 0,
	total: 0,
	update: null,
	error: null
};

/** A watch that the test moves. */
function fakeWatch() {
	let state = START;
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

/** A tab's memory of the notice that was dismissed. */
function tabMemory(dismissed: string | null = null) {
	return { read: () => dismissed, save: (notice: string) => void (dismissed = notice) };
}

describe('Offline', () => {
	test('shows what the watch knows, as it changes', async () => {
		const { watch, change, listeners } = fakeWatch();
		const offline = new Offline(() => watch, tabMemory());
		const seen = watched(() => offline.current.done);
		expect(listeners.size).toBe(1);
		change({ done: 3, total: 9 });
		flushSync();
		change({ done: 9, ready: true });
		flushSync();
		expect(seen).toEqual([0, 3, 9]);
		expect(offline.current).toMatchObject({ ready: true, total: 9 });
	});

	test('tells of each new version until that is dismissed, as long as the tab is open', () => {
		const tab = tabMemory();
		const { watch, change } = fakeWatch();
		const offline = new Offline(() => watch, tab);
		const seen = watched(() => offline.update?.version ?? null);
		change({ update: { version: 'b', stage: 'waiting' } });
		flushSync();
		offline.dismissUpdate();
		flushSync();
		expect(new Offline(() => watch, tab).update).toBeNull(); // after a reload
		change({ update: { version: 'c', stage: 'waiting' } });
		flushSync();
		expect(seen).toEqual([null, 'b', null, 'c']);
	});

	test('tells of a version that was dismissed again when it has come further', () => {
		const { watch, change } = fakeWatch();
		const offline = new Offline(() => watch, tabMemory());
		for (const stage of ['waiting', 'taking-over', 'active'] as const) {
			change({ update: { version: 'b', stage } });
			expect(offline.update?.stage).toBe(stage);
			offline.dismissUpdate();
			expect(offline.update).toBeNull();
		}
	});

	test('hands the wish for an update on', () => {
		const { watch } = fakeWatch();
		new Offline(() => watch, tabMemory()).applyUpdate();
		expect(watch.applyUpdate).toHaveBeenCalledOnce();
	});

	test('saves all that is open before a reload, also when one of it fails', async () => {
		let beforeReload!: () => Promise<void>;
		const offline = new Offline((save) => {
			beforeReload = save;
			return fakeWatch().watch;
		}, tabMemory());
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
