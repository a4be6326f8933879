/** Which editions the reader knows of, so that what a correction did to their marks is reported once. */
import type { Database } from '$lib/storage/database';
import {
	readSeenEditions,
	saveSeenBeforeUnload,
	saveSeenEditions,
	type SeenEditionsRecord
} from '$lib/storage/seen-editions';

export type { SeenEditionsRecord } from '$lib/storage/seen-editions';

export class SeenEditions {
	#record = $state.raw<SeenEditionsRecord | null>(null);
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/** What was reported to the reader; `null` until that was read. */
	get record(): SeenEditionsRecord | null {
		return this.#record;
	}

	/** Reads it; also what other tabs saved since it was read last. */
	async load(): Promise<void> {
		this.#record = null;
		this.#record = await readSeenEditions(this.#database);
	}

	/** Saves what is reported now, and takes it into `record` at once. */
	add(seen: SeenEditionsRecord): Promise<void> {
		this.#record = this.#with(seen);
		return saveSeenEditions(this.#database, seen);
	}

	/**
	 * Saves what is reported now, as the page is left for another. `record` stays: what is on the screen is
	 * still needed.
	 */
	saveBeforeUnload(seen: SeenEditionsRecord): Promise<void> {
		return saveSeenBeforeUnload(this.#database, this.#with(seen));
	}

	#with(seen: SeenEditionsRecord): SeenEditionsRecord {
		const { editions, moves } = this.#record ?? { editions: {}, moves: {} };
		return {
			editions: { ...editions, ...seen.editions },
			moves: { ...moves, ...seen.moves }
		};
	}
}
