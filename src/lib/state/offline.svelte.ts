/** Whether this site can be read without a network, as its worker says. */
import { createSubscriber } from 'svelte/reactivity';
import type { OfflineState, OfflineWatch } from '$lib/offline/register';

type Save = () => Promise<void>;

/** Which version was put off, as long as the tab is open. */
interface Later {
	find(): string | null;
	keep(version: string): void;
}

export class Offline {
	#watch: OfflineWatch;
	#subscribe: () => void;
	#saves = new Set<Save>();
	#later: Later;
	#putOff = $state.raw<string | null>(null);

	/**
	 * @param start begins the watch, with what it calls before it reloads the page
	 * @param later remembers in this tab which version was put off
	 */
	constructor(start: (beforeReload: Save) => OfflineWatch, later: Later) {
		this.#later = later;
		this.#putOff = later.find();
		this.#watch = start(() => this.save());
		this.#subscribe = createSubscriber((update) => this.#watch.subscribe(update));
	}

	/** What is known now; changes as the worker goes on. */
	get current(): OfflineState {
		this.#subscribe();
		return this.#watch.state();
	}

	/** Whether a new version waits that was not put off in this tab. */
	get offersUpdate(): boolean {
		const { waiting } = this.current;
		return waiting !== null && waiting !== this.#putOff;
	}

	/** Asks no more for the version that waits, in this tab, until there is a newer one. */
	putOff(): void {
		this.#putOff = this.current.waiting;
		if (this.#putOff !== null) this.#later.keep(this.#putOff);
	}

	/** Moves every tab to the waiting version. */
	applyUpdate(): void {
		this.#watch.applyUpdate();
	}

	/** Has `save` called before the page is reloaded for a new version; gives what ends that. */
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
