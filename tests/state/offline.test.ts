import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import type { OfflineState, OfflineWatch } from '$lib/offline/register';
import { Offline } from '$lib/state/offline.svelte';
import { watched } from './fixtures.svelte';

const START: OfflineState = {
	supported: true,
	reason: null,
	ready: false,
	done: 0,
	total: 0,
	waiting: null,
	error: null
};

/** A watch that the test moves. */
function fakeWatch() {
	let state = START;
	const listeners = new Set<(state: OfflineState) => void>();
	const watch: OfflineWatch = {
		state: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		applyUpdate: vi.fn()
	};
	const change = (changes: Partial<OfflineState>) => {
		state = { ...state, ...changes };
		for (const listener of listeners) listener(state);
	};
	return { watch, change, listeners };
}

/** A tab's memory of what was put off. */
function later(putOff: string | null = null) {
	return { find: () => putOff, keep: (version: string) => void (putOff = version) };
}

describe('Offline', () => {
	test('shows what the watch knows, as it changes', async () => {
		const { watch, change, listeners } = fakeWatch();
		const offline = new Offline(() => watch, later());
		const seen = watched(() => offline.current.done);
		expect(listeners.size).toBe(1);
		change({ done: 3, total: 9 });
		flushSync();
		change({ done: 9, ready: true });
		flushSync();
		expect(seen).toEqual([0, 3, 9]);
		expect(offline.current).toMatchObject({ ready: true, total: 9 });
	});

	test('offers each new version until it is put off, as long as the tab is open', () => {
		const tab = later();
		const { watch, change } = fakeWatch();
		const offline = new Offline(() => watch, tab);
		const seen = watched(() => offline.offersUpdate);
		change({ waiting: 'b' });
		flushSync();
		offline.putOff();
		flushSync();
		expect(new Offline(() => watch, tab).offersUpdate).toBe(false); // after a reload
		change({ waiting: 'c' });
		flushSync();
		expect(seen).toEqual([false, true, false, true]);
	});

	test('hands the wish for an update on', () => {
		const { watch } = fakeWatch();
		new Offline(() => watch, later()).applyUpdate();
		expect(watch.applyUpdate).toHaveBeenCalledOnce();
	});

	test('saves all that is open before a reload, also when one of it fails', async () => {
		let beforeReload!: () => Promise<void>;
		const offline = new Offline((save) => {
			beforeReload = save;
			return fakeWatch().watch;
		}, later());
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
