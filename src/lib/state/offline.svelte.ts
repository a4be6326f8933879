/** Whether this site can be read without a network, and whether there is a newer version of it. */
import { MissingScriptError } from '$lib/core/app/missing-script';
import { NOTHING_KNOWN, type OfflineState, type Update } from '$lib/offline/offline-state';
import type { ServiceWorkerWatch } from '$lib/offline/watch-service-worker';

type Save = () => Promise<void>;

/** Which notice of a new version was dismissed; remembered as long as the tab is open. */
interface DismissedUpdate {
	read(): string | null;
	save(notice: string): void;
}

export class Offline {
	#startWatch: (beforeReload: Save) => Promise<ServiceWorkerWatch>;
	#watch: Promise<ServiceWorkerWatch> | null = null;
	#current = $state.raw(NOTHING_KNOWN);
	#saves = new Set<Save>();
	#memory: DismissedUpdate;
	#dismissed = $state.raw<string | null>(null);

	/**
	 * @param startWatch begins to watch the service worker; it is given what to call before it reloads the page
	 * @param memory remembers in this tab which notice was dismissed
	 */
	constructor(
		startWatch: (beforeReload: Save) => Promise<ServiceWorkerWatch>,
		memory: DismissedUpdate
	) {
		this.#startWatch = startWatch;
		this.#memory = memory;
		this.#dismissed = memory.read();
	}

	/** Begins to watch the service worker, once; tried again at the next call if the script is missing. */
	async start(): Promise<void> {
		try {
			await this.#started();
		} catch (error) {
			if (!(error instanceof MissingScriptError)) throw error;
			this.#watch = null;
		}
	}

	#started(): Promise<ServiceWorkerWatch> {
		return (this.#watch ??= this.#startWatch(() => this.save()).then((watch) => {
			this.#current = watch.state();
			watch.subscribe((state) => (this.#current = state));
			return watch;
		}));
	}

	/** What is known now; changes as the worker goes on. */
	get current(): OfflineState {
		return this.#current;
	}

	/** The new version that the reader is to be told of; `null` when there is none, or it was dismissed. */
	get update(): Update | null {
		const { update } = this.current;
		return update && nameOf(update) !== this.#dismissed ? update : null;
	}

	/** Tells no more of the new version, in this tab, until it has come further or there is a newer one. */
	dismissUpdate(): void {
		const { update } = this.current;
		if (!update) return;
		this.#dismissed = nameOf(update);
		this.#memory.save(this.#dismissed);
	}

	/** Moves every tab to the new version. */
	applyUpdate(): void {
		void this.#watch?.then((watch) => watch.applyUpdate());
	}

	/** Calls `load`, which fetches what nobody waits for yet; not while a new version takes over. */
	prefetch = async (load: () => Promise<unknown>): Promise<void> => {
		await this.start();
		await (await this.#watch)?.prefetch(load);
	};

	/** Has `save` called before the page is reloaded for a new version; returns what ends that. */
	beforeReload(save: Save): () => void {
		this.#saves.add(save);
		return () => this.#saves.delete(save);
	}

	/** Calls all that `beforeReload` was given: the page goes away. Rejects when any of it failed. */
	async save(): Promise<void> {
		const saving = [...this.#saves].map((save) => save());
		await Promise.allSettled(saving);
		await Promise.all(saving);
	}
}

/** One name for each notice: a version is told of again when its stage changes. */
function nameOf({ stage, version }: Update): string {
	return `${stage} ${version}`;
}
