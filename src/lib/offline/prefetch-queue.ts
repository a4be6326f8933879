/** Requests for what nobody waits for yet. They can be paused, while those that a reader makes go on. */
export class PrefetchQueue {
	#running = new Set<Promise<unknown>>();
	#paused: Promise<void> | null = null;
	#resume = () => {};

	/** Calls `load`, once the queue is not paused. Resolves when that is done, also when it failed. */
	async run(load: () => Promise<unknown>): Promise<void> {
		while (this.#paused) await this.#paused;
		// What could not be fetched is asked for again when it is needed.
		const loading = load().catch(() => {});
		this.#running.add(loading);
		await loading;
		this.#running.delete(loading);
	}

	/** Starts nothing more until `resume`. Resolves when what is under way is done. */
	async pause(): Promise<void> {
		this.#paused ??= new Promise((resolve) => (this.#resume = resolve));
		await Promise.all(this.#running);
	}

	resume(): void {
		this.#paused = null;
		this.#resume();
	}
}
