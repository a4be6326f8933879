import { trustedScriptAddress } from '$lib/core/app/trusted-types';
import type { FromWorker, ToWorker } from '$lib/core/app/worker-messages';
import { NOTHING_KNOWN, type OfflineState, type UpdateStage } from './offline-state';
import { PrefetchQueue } from './prefetch-queue';
import type { TakeOver } from './take-over';
import { askForStatus } from './worker-status';

/** What a watch needs from its surroundings; tests give their own. */
export interface WatchOptions {
	/** The base path, `''` or `/book`. */
	base: string;
	/** False where there is no worker to register: while building, and in `vite dev`. */
	enabled: boolean;
	/** Saves what is open, before the page is reloaded for a new version; rejects when that fails. */
	beforeReload?: () => Promise<void>;
	/** Whether the reader is in the middle of something that a reload would take away. */
	isBusy?: () => boolean;
	/** Null in a browser that has none. */
	container?: ServiceWorkerContainer | null;
	/** The worker that was in charge when the page came: another may be by now. `null`: there was none. */
	controller?: ServiceWorker | null;
	reload?: () => void;
	now?: () => number;
}

/** A running watch. */
export interface ServiceWorkerWatch {
	state(): OfflineState;
	/** Calls `listener` after each change; returns what ends that. */
	subscribe(listener: (state: OfflineState) => void): () => void;
	/** Lets the new version take over, and reloads every tab. */
	applyUpdate(): void;
	/** Calls `load`, which fetches what nobody waits for yet; not while a new version takes over. */
	prefetch(load: () => Promise<unknown>): Promise<void>;
}

const UPDATE_INTERVAL = 30 * 60_000; // ms between looks for a new version when the page is shown
/** Ms until what failed is tried again, the first time, the second, …; the last for all that follow. */
const RETRY_DELAYS = [5_000, 15_000, 60_000, 5 * 60_000, 15 * 60_000];

/**
 * Registers the service worker and keeps an eye on it: is every file in the cache, is a new version
 * waiting. What failed is tried again at growing intervals, and at once when the network comes back
 * or the page is shown.
 *
 * Plain registration and not workbox-window's `Workbox`, which cannot register again after a first
 * install that failed.
 */
export function watchServiceWorker({
	base,
	enabled,
	beforeReload = async () => {},
	isBusy = () => false,
	container = enabled ? navigator.serviceWorker : undefined,
	controller = container?.controller ?? null,
	reload = () => location.reload(),
	now = Date.now
}: WatchOptions): ServiceWorkerWatch {
	const script = `${base}/service-worker.js`;
	const listeners = new Set<(state: OfflineState) => void>();
	const missing = enabled && !container;
	let state: OfflineState = {
		...NOTHING_KNOWN,
		supported: !missing,
		reason: !missing ? null : isSecureContext ? 'missing' : 'insecure'
	};
	const trustedScript = enabled ? trustedScriptAddress(script, window) : null;
	const prefetches = new PrefetchQueue();
	let registration: ServiceWorkerRegistration | null = null;
	/** The worker of the version that this page is of, as far as one can know. */
	let current = controller;
	let takeOver: TakeOver | null = null;
	let checks = 0;
	let lookedAt = now();
	let failures = 0;
	let retry: ReturnType<typeof setTimeout> | undefined;

	function change(changes: Partial<OfflineState>) {
		state = { ...state, ...changes };
		for (const listener of listeners) listener(state);
	}

	/** Shows why something failed, and tries it again in a while. */
	function fail(error: OfflineState['error']) {
		change({ error });
		if (error === 'full') return; // Space is made elsewhere, and then this page is shown again.
		clearTimeout(retry);
		retry = setTimeout(() => void look(), RETRY_DELAYS[failures++] ?? RETRY_DELAYS.at(-1));
	}

	async function register() {
		try {
			const options = { scope: `${base}/`, updateViaCache: 'none' } as const;
			registration = await container!.register(trustedScript!, options);
		} catch (error) {
			if (!isNetworkError(error)) throw error;
			return fail('unreachable');
		}
		change({ error: null });
		// After a forced reload a page has no controller, but there is a worker.
		current ??= registration.active;
		registration.addEventListener('updatefound', watchWorkers);
		watchWorkers();
		await checkAndRepair();
	}

	/** Follows the workers on their way from installing to active. */
	function watchWorkers() {
		const { installing, waiting, active } = registration!;
		for (const worker of [installing, waiting, active]) {
			worker?.addEventListener('statechange', checkSoon);
		}
	}

	/** Brings the state up to date with the workers there are. */
	function check(): Promise<void> {
		const turn = ++checks;
		return prefetches.run(async () => {
			const { active, waiting } = registration ?? {};
			const next = active && waiting;
			const [status, offered] = await Promise.all(
				[active, next].map(async (worker) => (worker ? askForStatus(worker) : null))
			);
			if (next) takeOver ??= await loadTakeOver();
			if (turn !== checks) return; // The workers have changed meanwhile.
			const count = status ? { done: status.done, total: status.total } : {};
			change({ ...count, ready: Boolean(status && status.done === status.total) });
			if (takeOver?.isRunning) return;
			const version = (next ? offered : status)?.version ?? '';
			const stage = next ? 'waiting' : state.update?.stage === 'active' ? 'active' : null;
			change({ update: stage && { version, stage } });
		});
	}

	const checkSoon = () => void check();

	async function checkAndRepair() {
		await check();
		if (!state.ready) registration?.active?.postMessage({ type: 'REPAIR' } satisfies ToWorker);
	}

	/** Tries again what failed, or looks for a new version. */
	async function look() {
		if (takeOver?.isRunning) return;
		clearTimeout(retry);
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

	async function loadTakeOver(): Promise<TakeOver> {
		const { TakeOver } = await import('./take-over');
		return new TakeOver({
			registration: () => registration,
			prefetches,
			beforeReload,
			isBusy,
			reload,
			show: showStage
		});
	}

	function showStage(stage: UpdateStage | null) {
		if (stage === null) change({ update: null });
		// A notice that was not shown before would have to come from the old worker.
		else if (state.update || stage !== 'taking-over') {
			change({ update: { version: state.update?.version ?? '', stage } });
		}
		if (!takeOver?.isRunning) checkSoon();
	}

	/** Another worker is in charge. The first of all takes over from none. */
	async function controllerChanged() {
		const before = current;
		current = container!.controller;
		if (!before || !current || before === current) return;
		try {
			takeOver ??= await loadTakeOver();
			await takeOver.follow(current);
		} catch {
			// The scripts of this page are nowhere any more: a kill switch deletes them.
			if (!isBusy()) reload();
		}
	}

	function receive({ data, source }: MessageEvent<FromWorker>) {
		// Another Postil on this host has a worker too.
		const worker = source as ServiceWorker;
		if (new URL(worker.scriptURL).pathname !== script) return;
		if (data.type === 'TAKING_OVER') void takeOver?.follow(worker);
		else if (data.type === 'FAILED') fail(data.reason);
		else if (data.type === 'PROGRESS') {
			const { done, total } = data;
			change(state.ready ? { error: null } : { error: null, done, total });
			if (done !== total) return;
			failures = 0;
			if (registration && !state.ready) checkSoon();
		}
	}

	if (enabled && container) {
		container.addEventListener('message', receive);
		container.addEventListener('controllerchange', () => void controllerChanged());
		addEventListener('online', () => {
			failures = 0;
			void look();
		});
		document.addEventListener('visibilitychange', () => {
			const due = !state.ready || state.error !== null || now() - lookedAt > UPDATE_INTERVAL;
			if (document.visibilityState === 'visible' && due) void look();
		});
		void register();
		if (container.controller !== current) void controllerChanged();
	}

	return {
		state: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		applyUpdate: () => void takeOver?.request(),
		prefetch: (load) => prefetches.run(load)
	};
}

/** Whether the worker's script could not be had, or was none: a captive portal's page. */
function isNetworkError(error: unknown): boolean {
	return (
		error instanceof TypeError ||
		(error instanceof DOMException && ['SecurityError', 'InvalidStateError'].includes(error.name))
	);
}
