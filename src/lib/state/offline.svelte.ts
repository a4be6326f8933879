/** Whether this site can be read without a network, as its worker says. */
import { createSubscriber } from 'svelte/reactivity';
import type { OfflineState, OfflineWatch } from '$lib/offline/register';

type Save = () => Promise<void>;

export class Offline {
	#watch: OfflineWatch;
	#subscribe: () => void;
	#saves = new Set<Save>();

	/** @param start begins the watch, with what it calls before it reloads the page */
	constructor(start: (beforeReload: Save) => OfflineWatch) {
		this.#watch = start(() => this.#save());
		this.#subscribe = createSubscriber((update) => this.#watch.subscribe(update));
	}

	/** What is known now; changes as the worker goes on. */
	get current(): OfflineState {
		this.#subscribe();
		return this.#watch.state();
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

	async #save(): Promise<void> {
		await Promise.allSettled([...this.#saves].map((save) => save()));
	}
}
