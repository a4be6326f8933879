import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchOffline, type OfflineOptions } from '../../src/lib/offline/register';

// The browser's side is played here, for what it does once in a blue moon; real workers are in
// tests/e2e.

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('where there are no workers it says why', () => {
	const { state } = watchOffline({ base: '', enabled: true, container: null });
	expect(state()).toMatchObject({ supported: false, reason: 'missing', ready: false });
});

test('while building it asks for nothing', () => {
	const { state } = watchOffline({ base: '', enabled: false });
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
	const browser = new FakeBrowser({});
	const { state } = watch(browser);
	await settle();
	browser.tell({ type: 'FAILED', reason: 'full' });
	expect(state().error).toBe('full');
	browser.tell({ type: 'PROGRESS', done: 1, total: 2 });
	expect(state().error).toBeNull();
});

test('a registration that fails is tried again when the network is back', async () => {
	const browser = new FakeBrowser({});
	browser.register.mockRejectedValueOnce(new TypeError('Failed to fetch'));
	const { state } = watch(browser);
	await settle();
	expect(state().error).toBe('unreachable');
	dispatchEvent(new Event('online'));
	await settle();
	expect(browser.register).toHaveBeenCalledTimes(2);
	expect(state().error).toBeNull();
});

test('the first worker of all makes no page reload, the next one does', async () => {
	const browser = new FakeBrowser({});
	const { reload } = watch(browser);
	await settle();
	browser.takeOver(new FakeWorker());
	await settle();
	expect(reload).not.toHaveBeenCalled();
	browser.takeOver(new FakeWorker());
	browser.takeOver(new FakeWorker());
	await settle();
	expect(reload).toHaveBeenCalledOnce();
});

test('a waiting version is offered, and takes over when asked', async () => {
	const waiting = new FakeWorker();
	const browser = new FakeBrowser({ active: new FakeWorker(), waiting });
	const { state, applyUpdate, reload } = watch(browser);
	await settle();
	expect(state().waiting).toBe('x');
	applyUpdate();
	expect(waiting.received).toContain('SKIP_WAITING');
	browser.takeOver(waiting);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(reload).toHaveBeenCalledOnce();
});

test('a waiting version that does not tell its name is offered without one', async () => {
	const waiting = new FakeWorker(null);
	const { state } = watch(new FakeBrowser({ active: new FakeWorker(), waiting }));
	await vi.advanceTimersByTimeAsync(2000);
	await settle();
	expect(state()).toMatchObject({ ready: true, waiting: '' });
});

test('it reloads within two seconds when the browser does not tell that the worker changed', async () => {
	const browser = new FakeBrowser({ active: new FakeWorker(), waiting: new FakeWorker() });
	const { applyUpdate, reload } = watch(browser);
	await settle();
	applyUpdate();
	await vi.advanceTimersByTimeAsync(1999);
	expect(reload).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(reload).toHaveBeenCalledOnce();
});

test('it saves before it reloads: for two seconds when asked, else for as long as it takes', async () => {
	for (const asked of [true, false]) {
		let saved = () => {};
		const beforeReload = vi.fn(() => new Promise<void>((done) => (saved = done)));
		const browser = new FakeBrowser({ active: new FakeWorker(), waiting: new FakeWorker() });
		const { applyUpdate, reload } = watch(browser, { beforeReload });
		await settle();
		if (asked) applyUpdate();
		browser.takeOver(new FakeWorker());
		await vi.advanceTimersByTimeAsync(1999);
		expect(beforeReload).toHaveBeenCalledExactlyOnceWith(asked);
		expect(reload).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(reload).toHaveBeenCalledTimes(asked ? 1 : 0);
		saved();
		await settle();
		expect(reload).toHaveBeenCalledOnce();
	}
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

function watch(browser: FakeBrowser, options: Partial<OfflineOptions> = {}) {
	const reload = vi.fn();
	const container = browser as unknown as ServiceWorkerContainer;
	return { reload, ...watchOffline({ base: '', enabled: true, container, reload, ...options }) };
}

/** Lets all that is under way come to its end, messages included. */
async function settle() {
	for (let turn = 0; turn < 3; turn++) {
		await new Promise<void>((done) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => done();
			port2.postMessage(null);
		});
		await vi.advanceTimersByTimeAsync(0);
	}
}

class FakeWorker extends EventTarget {
	received: string[] = [];

	constructor(public status: { done: number; total: number } | null = { done: 1, total: 1 }) {
		super();
	}

	postMessage({ type }: { type: string }, [port]: MessagePort[] = []) {
		this.received.push(type);
		if (type === 'STATUS' && this.status) port.postMessage({ version: 'x', ...this.status });
	}
}

/** A `ServiceWorkerContainer` and its registration in one. */
class FakeBrowser extends EventTarget {
	active: FakeWorker | null;
	waiting: FakeWorker | null;
	installing = null;
	controller: FakeWorker | null;
	update = vi.fn(async () => {});
	register = vi.fn(async () => this);
	#base: string;

	constructor(given: { base?: string; active?: FakeWorker; waiting?: FakeWorker }) {
		super();
		this.#base = given.base ?? '';
		this.active = this.controller = given.active ?? null;
		this.waiting = given.waiting ?? null;
	}

	tell(data: unknown, script = `${this.#base}/service-worker.js`) {
		const source = { scriptURL: new URL(script, location.href).href };
		this.dispatchEvent(Object.assign(new Event('message'), { data, source }));
	}

	takeOver(worker: FakeWorker) {
		this.active = this.controller = worker;
		this.waiting = null;
		this.dispatchEvent(new Event('controllerchange'));
	}
}
