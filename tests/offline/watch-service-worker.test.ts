import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../../src/lib/offline/take-over'; // so that it need not be fetched while the clock is fake
import { watchServiceWorker, type WatchOptions } from '../../src/lib/offline/watch-service-worker';
import { FakeBrowser, FakeWorker, settle } from './fake-browser';

// The browser's side is played here, for what it does once in a blue moon; real workers are in
// tests/e2e.

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('where there are no workers it says why', () => {
	const { state } = watchServiceWorker({ base: '', enabled: true, container: null });
	expect(state()).toMatchObject({ supported: false, reason: 'missing', ready: false });
});

test('while building it asks for nothing', () => {
	const { state } = watchServiceWorker({ base: '', enabled: false });
	expect(state()).toMatchObject({ supported: true, ready: false });
});

test('it is ready when the worker has counted every file, and not before', async () => {
	const browser = new FakeBrowser({ active: new FakeWorker({ done: 6, total: 7 }) });
	const { state } = watch(browser);
	await settle();
	expect(state()).toMatchObject({ ready: false, done: 6, total: 7 });
	expect(browser.active?.received).toContain('REPAIR');

	browser.active!.status = { done: 7, total: 7 };
	browser.tell({ type: 'PROGRESS', done: 7, total: 7 });
	await settle();
	expect(state()).toMatchObject({ ready: true, done: 7, total: 7 });
});

test('a worker that does not answer is not ready', async () => {
	const { state } = watch(new FakeBrowser({ active: new FakeWorker(null) }));
	await vi.advanceTimersByTimeAsync(10_000);
	expect(state()).toMatchObject({ ready: false });
});

test('what another Postil on the same host says is not ours', async () => {
	const browser = new FakeBrowser({ base: '/book' });
	const { state } = watch(browser, { base: '/book' });
	await settle();
	browser.tell({ type: 'PROGRESS', done: 1, total: 2 }, '/service-worker.js');
	expect(state().total).toBe(0);
	browser.tell({ type: 'PROGRESS', done: 1, total: 2 }, '/book/service-worker.js');
	expect(state().total).toBe(2);
});

test('a failure is told, and ends with the next sign of progress', async () => {
	const browser = new FakeBrowser();
	const { state } = watch(browser);
	await settle();
	browser.tell({ type: 'FAILED', reason: 'full' });
	expect(state().error).toBe('full');
	browser.tell({ type: 'PROGRESS', done: 1, total: 2 });
	expect(state().error).toBeNull();
});

test('a new version is looked for when the page is shown, once in half an hour', async () => {
	let time = 0;
	const browser = new FakeBrowser({ active: new FakeWorker() });
	watch(browser, { now: () => time });
	await settle();
	for (const minutes of [1, 29, 31, 32, 60, 62]) {
		time = minutes * 60_000;
		document.dispatchEvent(new Event('visibilitychange'));
		await settle();
	}
	expect(browser.update).toHaveBeenCalledTimes(2);
});

describe('what failed is tried again', () => {
	test('at once when the network is back', async () => {
		const browser = new FakeBrowser();
		browser.register.mockRejectedValueOnce(new TypeError('Failed to fetch'));
		const { state } = watch(browser);
		await settle();
		expect(state().error).toBe('unreachable');
		dispatchEvent(new Event('online'));
		await settle();
		expect(browser.register).toHaveBeenCalledTimes(2);
		expect(state().error).toBeNull();
	});

	test('by itself: soon, then at growing intervals, at last every quarter of an hour', async () => {
		const browser = new FakeBrowser();
		watch(browser);
		await settle();
		for (const seconds of [5, 15, 60, 300, 900, 900]) {
			const times = browser.register.mock.calls.length;
			browser.tell({ type: 'FAILED', reason: 'incomplete' });
			await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
			expect(browser.register, `${seconds}`).toHaveBeenCalledTimes(times);
			await vi.advanceTimersByTimeAsync(1);
			// Registered anew, which fetches the worker with the list of files that is published now.
			expect(browser.register, `${seconds}`).toHaveBeenCalledTimes(times + 1);
		}
	});

	test('soon again, once it has succeeded', async () => {
		const browser = new FakeBrowser();
		watch(browser);
		await settle();
		for (let failures = 0; failures < 3; failures++) {
			browser.tell({ type: 'FAILED', reason: 'incomplete' });
			await vi.advanceTimersByTimeAsync(60_000);
		}
		browser.tell({ type: 'PROGRESS', done: 2, total: 2 });
		const times = browser.register.mock.calls.length;
		browser.tell({ type: 'FAILED', reason: 'incomplete' });
		await vi.advanceTimersByTimeAsync(5000);
		expect(browser.register).toHaveBeenCalledTimes(times + 1);
	});

	test('also a new version: the missing files are fetched, and it is looked for again', async () => {
		const browser = new FakeBrowser({ active: new FakeWorker() });
		watch(browser);
		await settle();
		browser.tell({ type: 'FAILED', reason: 'incomplete' });
		await vi.advanceTimersByTimeAsync(5000);
		expect(browser.update).toHaveBeenCalledOnce();
	});

	test('not by itself while the disk is full: when the page is shown again', async () => {
		const browser = new FakeBrowser();
		watch(browser);
		await settle();
		browser.tell({ type: 'FAILED', reason: 'full' });
		await vi.advanceTimersByTimeAsync(3_600_000);
		expect(browser.register).toHaveBeenCalledOnce();
		document.dispatchEvent(new Event('visibilitychange'));
		await settle();
		expect(browser.register).toHaveBeenCalledTimes(2);
	});
});

describe('a new version', () => {
	test('is offered when it waits, and takes over when asked', async () => {
		const { browser, waiting, state, applyUpdate, reload } = await offered();
		expect(state().update).toEqual({ version: 'x', stage: 'waiting' });
		applyUpdate();
		expect(state().update).toEqual({ version: 'x', stage: 'taking-over' });
		await settle();
		expect(waiting.received).toContain('SKIP_WAITING');
		browser.takeOver(waiting);
		await settle();
		expect(reload).toHaveBeenCalledOnce();
	});

	test('that does not tell its name is offered without one', async () => {
		const { state } = watch(
			new FakeBrowser({ active: new FakeWorker(), waiting: new FakeWorker(null) })
		);
		await settle();
		await vi.advanceTimersByTimeAsync(2000);
		await settle();
		expect(state()).toMatchObject({ ready: true, update: { version: '', stage: 'waiting' } });
	});

	test('reloads the page when its worker is activated, never before', async () => {
		const { browser, waiting, applyUpdate, reload } = await offered();
		applyUpdate();
		await vi.advanceTimersByTimeAsync(5000);
		browser.takeOver(waiting, 'activating');
		await vi.advanceTimersByTimeAsync(5000);
		expect(reload).not.toHaveBeenCalled();
		waiting.become('activated');
		await settle();
		expect(reload).toHaveBeenCalledOnce();
	});

	test('reloads it also when the browser does not tell that the worker has changed', async () => {
		const { browser, waiting, applyUpdate, reload } = await offered();
		applyUpdate();
		await settle();
		browser.active = browser.controller = waiting;
		waiting.state = 'activated';
		await vi.advanceTimersByTimeAsync(500);
		expect(reload).toHaveBeenCalledOnce();
	});

	test('reloads it once, also when it is told of more than once', async () => {
		const { browser, waiting, applyUpdate, reload } = await offered();
		applyUpdate();
		browser.announce();
		applyUpdate();
		await settle();
		browser.takeOver(waiting);
		browser.takeOver(new FakeWorker());
		await vi.advanceTimersByTimeAsync(60_000);
		expect(reload).toHaveBeenCalledOnce();
	});

	test('is followed by the other tabs', async () => {
		const { browser, waiting, state, reload } = await offered();
		browser.announce();
		await settle();
		expect(state().update?.stage).toBe('taking-over');
		browser.takeOver(waiting, 'activating');
		await settle();
		expect(reload).not.toHaveBeenCalled();
		waiting.become('activated');
		await settle();
		expect(reload).toHaveBeenCalledOnce();
	});

	test('is followed by a newer one that overtakes it', async () => {
		const { browser, waiting, state, reload } = await offered();
		browser.announce();
		await settle();
		// The browser tells of both at once: the first was never seen in charge of this page.
		browser.takeOver(new FakeWorker(), 'activating');
		browser.dispatchEvent(new Event('controllerchange'));
		waiting.become('redundant');
		await settle();
		expect(state().update?.stage).toBe('taking-over');
		expect(reload).not.toHaveBeenCalled();
		browser.active!.become('activated');
		await settle();
		expect(reload).toHaveBeenCalledOnce();
	});

	test('is no new one when it is the first worker of all', async () => {
		const browser = new FakeBrowser();
		const { reload } = watch(browser);
		await settle();
		browser.takeOver(new FakeWorker());
		await settle();
		expect(reload).not.toHaveBeenCalled();
		browser.takeOver(new FakeWorker());
		await settle();
		expect(reload).toHaveBeenCalledOnce();
	});

	test('is noticed by a page that its reader had reloaded past the worker', async () => {
		const browser = new FakeBrowser({ active: new FakeWorker() });
		browser.controller = null;
		const { reload } = watch(browser);
		await settle();
		browser.controller = browser.active;
		browser.dispatchEvent(new Event('controllerchange')); // the worker it has anyway
		await settle();
		expect(reload).not.toHaveBeenCalled();
		browser.takeOver(new FakeWorker());
		await settle();
		expect(reload).toHaveBeenCalledOnce();
	});
});

describe('while a new version takes over', () => {
	test('nothing is asked of the old worker', async () => {
		for (const isOther of [false, true]) {
			const { browser, active, applyUpdate, prefetch } = await offered();
			const before = active.received.length;
			if (isOther) browser.announce();
			else applyUpdate();
			await settle();
			const load = vi.fn(async () => {});
			void prefetch(load);
			browser.waiting!.become('activating');
			dispatchEvent(new Event('online'));
			document.dispatchEvent(new Event('visibilitychange'));
			await vi.advanceTimersByTimeAsync(19_000);
			expect(active.received).toHaveLength(before);
			expect(browser.update).not.toHaveBeenCalled();
			expect(load).not.toHaveBeenCalled();
		}
	});

	test('what was being fetched comes first', async () => {
		const { waiting, applyUpdate, prefetch } = await offered();
		let loaded = () => {};
		void prefetch(() => new Promise<void>((done) => (loaded = done)));
		applyUpdate();
		await vi.advanceTimersByTimeAsync(1000);
		expect(waiting.received).not.toContain('SKIP_WAITING');
		loaded();
		await settle();
		expect(waiting.received).toContain('SKIP_WAITING');
	});

	test('what does not come at all is not waited for', async () => {
		const { waiting, applyUpdate, prefetch } = await offered();
		void prefetch(() => new Promise(() => {}));
		applyUpdate();
		await vi.advanceTimersByTimeAsync(2000);
		expect(waiting.received).toContain('SKIP_WAITING');
	});
});

describe('a new version that does not take over', () => {
	test('is told of after twenty seconds; the page stays, and can be used', async () => {
		const { state, applyUpdate, prefetch, reload } = await offered();
		applyUpdate();
		const load = vi.fn(async () => {});
		void prefetch(load);
		await vi.advanceTimersByTimeAsync(19_999);
		expect(state().update?.stage).toBe('taking-over');
		await vi.advanceTimersByTimeAsync(1);
		expect(state().update).toEqual({ version: 'x', stage: 'late' });
		expect(load).toHaveBeenCalledOnce();
		expect(reload).not.toHaveBeenCalled();
	});

	test('is tried again by the tab that asked, with time for the old worker to stop', async () => {
		for (const isOther of [false, true]) {
			const { browser, active, waiting, applyUpdate } = await offered();
			if (isOther) browser.announce();
			else applyUpdate();
			await settle();
			for (const worker of [active, waiting]) worker.received = [];
			await vi.advanceTimersByTimeAsync(20_000);
			const tries = (times: number) => (isOther ? 0 : times);
			expect([active, waiting].map(({ received }) => received.length)).toEqual([
				tries(1),
				tries(1)
			]);
			await vi.advanceTimersByTimeAsync(59_999);
			expect(active.received).toHaveLength(tries(1));
			await vi.advanceTimersByTimeAsync(1);
			expect(active.received).toHaveLength(tries(2));
		}
	});

	test('reloads the page when it does take over, unless the reader does something by then', async () => {
		for (const busy of [false, true]) {
			const { browser, waiting, state, applyUpdate, reload } = await offered({
				isBusy: () => busy
			});
			applyUpdate();
			await vi.advanceTimersByTimeAsync(90_000);
			browser.takeOver(waiting);
			await settle();
			expect(reload).toHaveBeenCalledTimes(busy ? 0 : 1);
			expect(state().update?.stage).toBe(busy ? 'active' : 'late');
		}
	});

	test('makes place for a newer one', async () => {
		const { browser, waiting, state, applyUpdate, reload } = await offered();
		applyUpdate();
		await settle();
		browser.waiting = new FakeWorker();
		browser.waiting.state = 'installed';
		waiting.become('redundant');
		await settle();
		expect(state().update?.stage).toBe('waiting');
		expect(reload).not.toHaveBeenCalled();
		applyUpdate();
		await settle();
		expect(browser.waiting.received).toContain('SKIP_WAITING');
	});
});

describe('before it is reloaded a page is saved', () => {
	test('within two seconds when its reader waits for it, else for as long as it takes', async () => {
		for (const asked of [true, false]) {
			let saved = () => {};
			const beforeReload = vi.fn(() => new Promise<void>((done) => (saved = done)));
			const { browser, waiting, applyUpdate, reload } = await offered({ beforeReload });
			if (asked) applyUpdate();
			browser.takeOver(waiting);
			await vi.advanceTimersByTimeAsync(1999);
			expect(beforeReload).toHaveBeenCalledOnce();
			expect(reload).not.toHaveBeenCalled();
			await vi.advanceTimersByTimeAsync(60_000);
			expect(reload).toHaveBeenCalledTimes(asked ? 1 : 0);
			saved();
			await settle();
			expect(reload).toHaveBeenCalledOnce();
		}
	});

	test('and stays, with a way to reload it, when that fails', async () => {
		const beforeReload = () => Promise.reject(new Error('full'));
		const { browser, waiting, state, applyUpdate, reload } = await offered({ beforeReload });
		applyUpdate();
		browser.takeOver(waiting);
		await settle();
		expect(reload).not.toHaveBeenCalled();
		expect(state().update?.stage).toBe('active');
	});

	test('and stays while its reader does something that a reload would take away', async () => {
		let busy = true;
		const { browser, waiting, state, applyUpdate, reload } = await offered({
			isBusy: () => busy
		});
		browser.takeOver(waiting);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(reload).not.toHaveBeenCalled();
		expect(state()).toMatchObject({ ready: true, update: { version: 'x', stage: 'active' } });
		busy = false;
		await vi.advanceTimersByTimeAsync(60_000);
		expect(reload).not.toHaveBeenCalled(); // it asks, and does not surprise
		busy = true;
		applyUpdate();
		await settle();
		expect(reload).toHaveBeenCalledOnce();
	});

	test('and stays when its reader begins something while it is saved', async () => {
		let saved = () => {};
		let busy = false;
		const { browser, waiting, state, reload } = await offered({
			isBusy: () => busy,
			beforeReload: () => new Promise<void>((done) => (saved = done))
		});
		browser.takeOver(waiting);
		await settle();
		busy = true;
		saved();
		await settle();
		expect(reload).not.toHaveBeenCalled();
		expect(state().update?.stage).toBe('active');
	});
});

function watch(browser: FakeBrowser, options: Partial<WatchOptions> = {}) {
	const reload = vi.fn();
	const container = browser as unknown as ServiceWorkerContainer;
	return {
		reload,
		...watchServiceWorker({ base: '', enabled: true, container, reload, ...options })
	};
}

test('a worker that took charge before the watch began is one of another version', async () => {
	const before = new FakeWorker();
	const browser = new FakeBrowser({ active: new FakeWorker() });
	const { reload } = watch(browser, { controller: before as unknown as ServiceWorker });
	await settle();
	expect(reload).toHaveBeenCalledOnce();
});

/** A page that has been offered a new version. */
async function offered(options: Partial<WatchOptions> = {}) {
	const [active, waiting] = [new FakeWorker(), new FakeWorker()];
	const browser = new FakeBrowser({ active, waiting });
	const watched = watch(browser, options);
	await settle();
	return { browser, active, waiting, ...watched };
}
