import { vi } from 'vitest';

/** A `ServiceWorker` that writes down what it is sent, and answers when it has a status. */
export class FakeWorker extends EventTarget {
	received: string[] = [];
	state = 'activated';
	scriptURL = '';

	constructor(public status: { done: number; total: number } | null = { done: 1, total: 1 }) {
		super();
	}

	postMessage({ type }: { type: string }, [port]: MessagePort[] = []) {
		this.received.push(type);
		if (type === 'STATUS' && this.status) port?.postMessage({ version: 'x', ...this.status });
	}

	become(state: ServiceWorkerState) {
		this.state = state;
		this.dispatchEvent(new Event('statechange'));
	}
}

/** A `ServiceWorkerContainer` and its registration in one. */
export class FakeBrowser extends EventTarget {
	active: FakeWorker | null;
	waiting: FakeWorker | null;
	installing = null;
	controller: FakeWorker | null;
	update = vi.fn(async () => {});
	register = vi.fn(async () => this);
	#base: string;

	constructor(given: { base?: string; active?: FakeWorker; waiting?: FakeWorker } = {}) {
		super();
		this.#base = given.base ?? '';
		this.active = this.controller = given.active ?? null;
		this.waiting = given.waiting ?? null;
		if (this.waiting) this.waiting.state = 'installed';
	}

	/** A worker of ours, or of another script, sends a message to the page. */
	tell(data: unknown, script = `${this.#base}/service-worker.js`, worker = new FakeWorker()) {
		worker.scriptURL = new URL(script, location.href).href;
		this.dispatchEvent(Object.assign(new Event('message'), { data, source: worker }));
	}

	/** The waiting worker tells that it was asked to take over, as it does before it is activated. */
	announce() {
		this.tell({ type: 'TAKING_OVER' }, undefined, this.waiting!);
	}

	/** A worker takes charge of the page; it may be activated only later. */
	takeOver(worker: FakeWorker, state: ServiceWorkerState = 'activated') {
		this.active?.become('redundant');
		this.active = this.controller = worker;
		this.waiting = null;
		worker.become(state);
		this.dispatchEvent(new Event('controllerchange'));
	}
}

/** Lets all that is under way come to its end, messages included. Timers must be fake. */
export async function settle() {
	for (let turn = 0; turn < 3; turn++) {
		await new Promise<void>((done) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => done();
			port2.postMessage(null);
		});
		await vi.advanceTimersByTimeAsync(0);
	}
}
