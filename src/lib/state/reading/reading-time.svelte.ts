/** How long the reader read on each day, for the picture in Settings and for what counts it. */
import type { ReadingDays } from '$lib/core/reading/reading-days';
import type { Database } from '$lib/storage/database';
import {
	deleteReadingDays,
	readSavedReadingDays,
	restoreReadingDays
} from '$lib/storage/reading/reading-days';
import { ReadingClock } from './reading-clock';

export class ReadingTime {
	#days = $state.raw<ReadingDays>({});
	/** What was forgotten while this page is open. */
	#forgotten = $state.raw<ReadingDays | null>(null);
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	get days(): ReadingDays {
		return this.#days;
	}

	/** Reads all days; shows what was read before when the database cannot be read. */
	async load(): Promise<void> {
		try {
			this.#days = await readSavedReadingDays(this.#database);
		} catch {
			// A picture is missing, or old; a failing database is told of where marks are at stake.
		}
	}

	/** Whether what was forgotten can be brought back. */
	get canUndo(): boolean {
		return this.#forgotten !== null;
	}

	/** Forgets all of them. @throws StorageError when nothing was forgotten */
	async forget(): Promise<void> {
		this.#forgotten = await deleteReadingDays(this.#database);
		this.#days = {};
	}

	/** Brings back what was forgotten. @throws StorageError when that was not done */
	async undo(): Promise<void> {
		if (!this.#forgotten) return;
		await restoreReadingDays(this.#database, this.#forgotten);
		this.#forgotten = null;
		await this.load();
	}

	/** @param isOn whether the reader wants it counted */
	makeClock(isOn: () => boolean): ReadingClock {
		return new ReadingClock(this.#database, isOn);
	}
}
