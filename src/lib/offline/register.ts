/// <reference types="trusted-types" />
import { messageSW } from 'workbox-window/messageSW.js';
import { trustedScriptAddress } from '$lib/core/app/trusted-types';
import type {
	FailureReason,
	FromWorker,
	ToWorker,
	WorkerStatus
} from '$lib/core/app/worker-messages';

/** What a page knows of its offline copy. */
export interface OfflineState {
	supported: boolean;
	/** Why it is not supported: the page came over plain http, or the browser has no workers. */
	reason: 'insecure' | 'missing' | null;
	/** A worker is in charge and every file of its build is in the cache: it has counted them. */
	ready: boolean;
	/** Files in the cache, of `total`; 0 of 0 until something is known. */
	done: number;
	total: number;
	/** Name of a new version that is complete and waits for `applyUpdate`, `''` when it does not tell; `null` without one. */
	waiting: string | null;
	/** Why the last attempt to fetch files failed; it is repeated by itself. */
	error: FailureReason | 'unreachable' | null;
}

/** What a watch needs from its surroundings; tests give their own. */
export interface OfflineOptions {
	/** The base path, `''` or `/book`. */
	base: string;
	/** False where there is no worker to register: while building, and in `vite dev`. */
	enabled: boolean;
	/**
	 * Saves what is open, before the page is reloaded for a new version. `asked` tells whether this
	 * page called `applyUpdate`: then it has two seconds; otherwise another tab did, and it may take
	 * as long as the reader is typing.
	 */
	beforeReload?: (asked: boolean) => Promise<void>;
	/** Null in a browser that has none. */
	container?: ServiceWorkerContainer | null;
	reload?: () => void;
	now?: () => number;
}

/** A running watch. */
export interface OfflineWatch {
	state(): OfflineState;
	/** Calls `listener` after each change; gives back what ends that. */
	subscribe(listener: (state: OfflineState) => void): () => void;
	/** Lets the waiting version take over, and reloads. */
	applyUpdate(): void;
}

const UPDATE_INTERVAL = 30 * 60_000; // ms between looks for a new version when the page is shown
const PATIENCE = 2000; // ms for saving before a reload, for a takeover, and for an answer

/**
 * Registers the service worker and keeps an eye on it: is everything kept, is a new version
 * waiting. What failed is tried again when the network comes back and when the page is shown.
 *
 * Plain registration and not workbox-window's `Workbox`, which cannot register again after a first
 * install that failed.
 */
export function watchOffline({
	base,
	enabled,
	beforeReload = async () => {},
	container = enabled ? navigator.serviceWorker : undefined,
	reload = () => location.reload(),
	now = Date.now
}: OfflineOptions): OfflineWatch {
	const script = `${base}/service-worker.js`;
	const listeners = new Set<(state: OfflineState) => void>();
	const missing = enabled && !container;
	let state: OfflineState = {
		supported: !missing,
		reason: !missing ? null : isSecureContext ? 'missing' : 'insecure',
		ready: false,
		done: 0,
		total: 0,
		waiting: null,
		error: null
	};
	const trustedScript = enabled ? trustedScriptAddress(script, window) : null;
	let registration: ServiceWorkerRegistration | null = null;
	let controlled = Boolean(container?.controller);
	let lookedAt = now();
	let asked = false;
	let reloading = false;

	function change(changes: Partial<OfflineState>) {
		state = { ...state, ...changes };
		for (const listener of listeners) listener(state);
	}

	async function register() {
		try {
			const options = { scope: `${base}/`, updateViaCache: 'none' } as const;
			registration = await container!.register(trustedScript!, options);
		} catch (error) {
			if (!isNetworkError(error)) throw error;
			return change({ error: 'unreachable' });
		}
		change({ error: null });
		registration.addEventListener('updatefound', follow);
		follow();
		await checkAndRepair();
	}

	/** Follows the workers on their way from installing to active. */
	function follow() {
		const { installing, waiting, active } = registration!;
		for (const worker of [installing, waiting, active]) {
			worker?.addEventListener('statechange', checkSoon);
		}
	}

	/** Brings the state up to date with the workers there are. */
	async function check() {
		const { active, waiting: next } = registration ?? {};
		const [status, offered] = await Promise.all(
			[active, active && next].map(async (worker) => worker && ask(worker, { type: 'STATUS' }))
		);
		const ready = Boolean(status && status.done === status.total);
		const count = status ? { done: status.done, total: status.total } : {};
		const waiting = active && next ? (offered?.version ?? '') : null;
		change({ ...count, ready, waiting });
	}

	const checkSoon = () => void check();

	async function checkAndRepair() {
		await check();
		if (!state.ready && registration?.active) tell(registration.active, { type: 'REPAIR' });
	}

	/** Tries again what failed, or looks for a new version. */
	async function look() {
		lookedAt = now();
		if (!registration?.active) return register();
		change({ error: null });
		await checkAndRepair();
		try {
			await registration.update();
		} catch (error) {
			if (!isNetworkError(error)) throw error; // offline: next time
		}
	}

	async function takeOver() {
		if (reloading) return;
		reloading = true;
		try {
			const saved = beforeReload(asked);
			await (asked ? Promise.race([saved, pause()]) : saved);
		} catch {
			reloading = false; // not saved, which is told: the page stays, with the text in it
			return;
		}
		reload();
	}

	function receive({ data, source }: MessageEvent<FromWorker>) {
		// Another Postil on this host has a worker too.
		const { scriptURL } = source as ServiceWorker;
		if (new URL(scriptURL).pathname !== script) return;
		if (data.type === 'FAILED') return change({ error: data.reason });
		if (data.type !== 'PROGRESS') return;
		const { done, total } = data;
		change(state.ready ? { error: null } : { error: null, done, total });
		if (done === total && registration && !state.ready) void check();
	}

	if (enabled && container) {
		container.addEventListener('message', receive);
		container.addEventListener('controllerchange', () => {
			// The first worker of all takes over from nobody.
			if (controlled || asked) void takeOver();
			controlled = true;
		});
		addEventListener('online', () => void look());
		document.addEventListener('visibilitychange', () => {
			const due = !state.ready || state.error !== null || now() - lookedAt > UPDATE_INTERVAL;
			if (document.visibilityState === 'visible' && due) void look();
		});
		void register();
	}

	return {
		state: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		applyUpdate() {
			asked = true;
			if (!registration?.waiting) return void takeOver();
			tell(registration.waiting, { type: 'SKIP_WAITING' });
			// iOS does not always tell an installed app of the change.
			void pause().then(takeOver);
		}
	};
}

function tell(worker: ServiceWorker, message: ToWorker) {
	worker.postMessage(message);
}

/** Null when the worker does not answer: a kill switch does not. */
function ask(worker: ServiceWorker, message: ToWorker): Promise<WorkerStatus | null> {
	return Promise.race([messageSW(worker, message), pause().then(() => null)]);
}

function pause(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}

/** Whether the worker's script could not be had, or was none: a captive portal's page. */
function isNetworkError(error: unknown): boolean {
	return (
		error instanceof TypeError ||
		(error instanceof DOMException && ['SecurityError', 'InvalidStateError'].includes(error.name))
	);
}
