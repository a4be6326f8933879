/** Whether the browser promised not to delete by itself what is stored here. */
import {
	readPersistence,
	requestPersistence,
	type PersistenceAnswer
} from '$lib/storage/persistence';

export class Persistence {
	#base: string;
	#answer = $state<PersistenceAnswer>('unknown');
	#hasRefused = $state(false);

	/** @param base the base path, `''` or `/book` */
	constructor(base: string) {
		this.#base = base;
	}

	/** What the browser answered last. */
	get answer(): PersistenceAnswer {
		return this.#answer;
	}

	/** It was asked by `ask`, and did not promise it. */
	get hasRefused(): boolean {
		return this.#hasRefused;
	}

	/** Asks the browser, and not the reader. */
	async load(): Promise<void> {
		this.#answer = await readPersistence();
	}

	/** Asks for the promise; some browsers put that question to the reader. */
	async ask(): Promise<void> {
		this.#hasRefused = false;
		this.#answer = await requestPersistence(this.#base);
		this.#hasRefused = this.#answer !== 'granted';
	}
}
