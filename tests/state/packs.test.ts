import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PackStatus } from '$lib/core/app/packs';
import { Packs } from '$lib/state/packs.svelte';

const status = (changes: Partial<PackStatus> = {}): PackStatus => ({
	work: 'long-work',
	state: 'absent',
	bytes: 1000,
	done: 0,
	full: false,
	...changes
});

/** A worker that says of its packs what the test says. */
function start(statuses: PackStatus[] | null = [status()]) {
	let tell: (status: PackStatus) => void = () => {};
	const send = vi.fn(async () => {});
	const worker = {
		ask: async () => statuses,
		send,
		subscribe: (listener: typeof tell) => {
			tell = listener;
			return () => {};
		}
	};
	const packs = new Packs(null, { base: '' }, worker);
	return { packs, send, tell: (changes: Partial<PackStatus>) => tell(status(changes)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('nothing is known without a worker', async () => {
	const { packs } = start(null);
	await packs.load();
	expect([packs.all, packs.of('long-work')]).toEqual([[], null]);
});

test('what the reader asks for is shown at once, and then what becomes of it', async () => {
	const { packs, send, tell } = start();
	await packs.load();
	packs.keep('long-work');
	expect(packs.of('long-work')?.state).toBe('fetching');
	expect(send).toHaveBeenCalledWith({ type: 'KEEP_PACK', work: 'long-work' });
	tell({ state: 'fetching', done: 400 });
	expect(packs.of('long-work')).toEqual(status({ state: 'fetching', done: 400 }));
	packs.pause('long-work');
	tell({ state: 'fetching', done: 500 }); // was under way
	expect(packs.of('long-work')).toEqual(status({ state: 'paused', done: 500 }));
	packs.keep('long-work');
	tell({ state: 'kept', done: 1000 });
	packs.remove('long-work', '1-one');
	expect(send).toHaveBeenLastCalledWith({
		type: 'REMOVE_PACK',
		work: 'long-work',
		reading: '1-one'
	});
	expect(packs.of('long-work')?.state).toBe('absent');
});

test('what was under way when the app was closed goes on at once', async () => {
	const { packs, send } = start([status({ state: 'waiting', done: 10 })]);
	await packs.load();
	expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'KEEP_PACK', work: 'long-work' });
});

test('what did not come is asked for again, until the reader pauses it', async () => {
	const { packs, send, tell } = start();
	await packs.load();
	tell({ state: 'waiting', done: 10 });
	await vi.advanceTimersByTimeAsync(15_000);
	expect(send).toHaveBeenCalledTimes(1);
	tell({ state: 'waiting', done: 20 });
	packs.pause('long-work');
	await vi.advanceTimersByTimeAsync(60_000);
	expect(send).toHaveBeenCalledTimes(2);
});
