/** When the database is compared with the second store: once for each page, and again after a failure. */
import { StorageError } from '$lib/core/app/storage-error';
import { readAnnotations, type StoredAnnotations } from '$lib/storage/annotations';
import type { Database } from '$lib/storage/database';
import type { SecondStore } from '$lib/storage/journal/second-store';

export class StoreComparison {
	#database: Database;
	#secondStore: SecondStore | null;
	#isDone = false;
	/** How often one store did not get what the other has. */
	#misses = 0;
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

	/** One store did not get what the other has: what was read before is not compared, and the next page compares them. */
	noteMiss(): void {
		this.#misses += 1;
		this.#secondStore?.requireComparison();
	}

	/** Says how many misses there were, for `run`; to be asked before what it compares is read. */
	get misses(): number {
		return this.#misses;
	}

	/**
	 * Has them give each other what they lack, unless that is done; true when the database got
	 * something, `null` when the second store could not be read. Never two at a time.
	 * @param stored all that the database has, or had after so many `misses`; without it, that is read
	 * @throws StorageError
	 */
	run(stored?: StoredAnnotations, misses = this.#misses): Promise<boolean | null> {
		const run = this.#running.then(() => this.#run(stored, misses));
		this.#running = run.catch(() => {});
		return run;
	}

	async #run(stored: StoredAnnotations | undefined, before: number): Promise<boolean | null> {
		if (this.#isDone) return false;
		const misses = this.#misses;
		this.#isDone = true;
		try {
			if (before !== misses) stored = undefined;
			stored ??= await readAnnotations(this.#database);
			const gotSome = this.#secondStore ? await this.#secondStore.compareWith(stored) : false;
			// What was missed meanwhile is not in what was compared, which is noted as done.
			if (misses !== this.#misses) this.#secondStore?.requireComparison();
			return gotSome;
		} catch (error) {
			if (error instanceof StorageError) this.#isDone = false;
			throw error;
		}
	}
}
