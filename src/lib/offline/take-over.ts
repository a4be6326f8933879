/**
 * How a page goes over to a new version. Its worker can take the place of the active one only when
 * that one has stopped, which takes a browser a second or two. A request that reaches the old worker
 * in this time starts it again: in Chromium it then goes on until it is idle, half a minute at least,
 * and a page that is reloaded meanwhile may never be answered. So nothing is asked of the old worker
 * but what the reader asks for, and the page is reloaded when the new one is activated, never before.
 *
 * Loaded when a new version is offered: afterwards it would have to come from the old worker.
 */
import type { ToWorker } from '$lib/core/app/worker-messages';
import type { UpdateStage } from './offline-state';
import type { PrefetchQueue } from './prefetch-queue';

export interface TakeOverOptions {
	registration: () => ServiceWorkerRegistration | null;
	prefetches: PrefetchQueue;
	/** Saves what is open; rejects when that fails. */
	beforeReload: () => Promise<void>;
	/** Whether the reader is in the middle of something that a reload would take away. */
	isBusy: () => boolean;
	reload: () => void;
	/** Shows how far it is; `null`: the new version is gone. */
	show: (stage: UpdateStage | null) => void;
}

const LATE = 20_000; // ms; three seconds are usual, five the longest on an idle machine
const RETRY_INTERVAL = 60_000; // ms; more than a worker lives after a message, or it would live for ever
const POLL_INTERVAL = 500; // ms; iOS does not always tell an installed app that a worker has changed
const PATIENCE = 2000; // ms for what is being fetched, and for saving when the reader waits for it

export class TakeOver {
	#options: TakeOverOptions;
	/** The worker that is on its way; `null` when none is. */
	#next: ServiceWorker | null = null;
	/** One that was told of meanwhile, and may take its place. */
	#newer: ServiceWorker | null = null;
	/** The reader of this page asked for it. */
	#isRequested = false;
	/** And waits for it: the page is reloaded whatever they do meanwhile. */
	#isAwaited = false;

	constructor(options: TakeOverOptions) {
		this.#options = options;
	}

	get isRunning(): boolean {
		return this.#next !== null;
	}

	/** The reader of this page asks for the new version, or for the reload that was put off. */
	async request(): Promise<void> {
		const { registration, prefetches } = this.#options;
		const next = registration()?.waiting ?? registration()?.active;
		if (!next) return;
		this.#isRequested = this.#isAwaited = true;
		const following = this.follow(next);
		await withinPatience(prefetches.pause());
		send(registration()?.waiting, 'SKIP_WAITING');
		await following;
	}

	/** Waits until `next` is activated, and reloads the page then, unless the reader is busy. */
	async follow(next: ServiceWorker): Promise<void> {
		if (this.#next) {
			this.#newer = next;
			return;
		}
		this.#next = next;
		this.#options.show('taking-over');
		void this.#options.prefetches.pause();
		for (let within = LATE; !(await isActivated(next, within)); within = RETRY_INTERVAL) {
			if (next.state === 'redundant') return this.#followNewer();
			this.#retry();
		}
		const mayReload = this.#mayReload() && (await this.#save()) && this.#mayReload();
		if (!mayReload) return this.#end('active');
		this.#options.reload();
	}

	/** Follows the worker that came instead, if that is on its way; one that waits is offered anew. */
	#followNewer(): void | Promise<void> {
		const newer = this.#newer;
		if (!newer || newer.state === 'redundant') return this.#end(null);
		this.#next = this.#newer = null;
		return this.follow(newer);
	}

	/**
	 * Tells the reader that it takes long; the page is used as if nothing had been asked for. Only the
	 * page that asked sends messages: they start an old worker that hangs while it stops, but one that
	 * does not hang lives the longer for them.
	 */
	#retry(): void {
		const { registration, prefetches, show } = this.#options;
		this.#isAwaited = false;
		show('late');
		prefetches.resume();
		if (!this.#isRequested) return;
		send(registration()?.active, 'STATUS');
		send(registration()?.waiting, 'SKIP_WAITING');
	}

	#mayReload(): boolean {
		return this.#isAwaited || !this.#options.isBusy();
	}

	/** Saves what is open. False when that failed, which the reader is told of elsewhere. */
	async #save(): Promise<boolean> {
		const saved = this.#options.beforeReload().then(
			() => true,
			() => false
		);
		return this.#isAwaited ? ((await withinPatience(saved)) ?? true) : saved;
	}

	#end(stage: UpdateStage | null): void {
		this.#next = this.#newer = null;
		this.#isRequested = this.#isAwaited = false;
		this.#options.prefetches.resume();
		this.#options.show(stage);
	}
}

/** Whether a worker becomes activated within so many ms; false at once when it is replaced. */
function isActivated(worker: ServiceWorker, within: number): Promise<boolean> {
	return new Promise((resolve) => {
		const end = () => {
			worker.removeEventListener('statechange', check);
			clearInterval(poll);
			clearTimeout(timeout);
			resolve(worker.state === 'activated');
		};
		const check = () => {
			if (['activated', 'redundant'].includes(worker.state)) end();
		};
		worker.addEventListener('statechange', check);
		const poll = setInterval(check, POLL_INTERVAL);
		const timeout = setTimeout(end, within);
		check();
	});
}

function send(worker: ServiceWorker | null | undefined, type: 'SKIP_WAITING' | 'STATUS'): void {
	const message: ToWorker = { type };
	worker?.postMessage(message);
}

/** What `promise` gives; `undefined` when it takes too long. */
function withinPatience<T>(promise: Promise<T>): Promise<T | undefined> {
	return Promise.race([
		promise,
		new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE))
	]);
}
