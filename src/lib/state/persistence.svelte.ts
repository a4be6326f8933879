/** Whether the browser promised not to delete by itself what is stored here. */
import { readPersistence, type PersistenceAnswer } from '$lib/storage/persistence';

export class Persistence {
	#answer = $state<PersistenceAnswer>('unknown');

	/** What the browser answered last. */
	get answer(): PersistenceAnswer {
		return this.#answer;
	}

	/** Asks the browser, and not the reader. */
	async load(): Promise<void> {
		this.#answer = await readPersistence();
	}
}
