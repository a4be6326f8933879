/** When the database is compared with the second store: once for each page, and again after a failure. */
import { StorageError } from '$lib/core/app/storage-error';
import { readAnnotations, type StoredAnnotations } from '$lib/storage/annotations';
import type { Database } from '$lib/storage/database';
import type { SecondStore } from '$lib/storage/journal/second-store';

export class StoreComparison {
	#database: Database;
	#secondStore: SecondStore | null;
	#isDone = false;
	#running: Promise<unknown> = Promise.resolve();

	constructor(database: Database, secondStore: SecondStore | null) {
		this.#database = database;
		this.#secondStore = secondStore;
	}

	/** They were compared, and nothing happened since that makes it necessary again. */
	get isDone(): boolean {
		return this.#isDone;
	}

	/** Has them compared once more, the next time. */
	require(): void {
		this.#isDone = false;
	}

	/**
	 * Has them give each other what they lack, unless that is done; true when the database got
	 * something. Never two at a time.
	 * @param stored all that the database has, or had a moment ago; without it, that is read
	 * @throws StorageError
	 */
	run(stored?: StoredAnnotations): Promise<boolean> {
		const run = this.#running.then(() => this.#run(stored));
		this.#running = run.catch(() => {});
		return run;
	}

	async #run(stored?: StoredAnnotations): Promise<boolean> {
		if (this.#isDone) return false;
		this.#isDone = true;
		try {
			stored ??= await readAnnotations(this.#database);
			return (await this.#secondStore?.compareWith(stored)) ?? false;
		} catch (error) {
			if (error instanceof StorageError) this.#isDone = false;
			throw error;
		}
	}
}
