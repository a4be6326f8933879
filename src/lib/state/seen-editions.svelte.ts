/** Which editions the reader knows of, so that what a correction did to their marks is reported once. */
import type { Database } from '$lib/storage/database';
import {
	readSeenEditions,
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
		const { editions, moves } = this.#record ?? { editions: {}, moves: {} };
		this.#record = {
			editions: { ...editions, ...seen.editions },
			moves: { ...moves, ...seen.moves }
		};
		return this.save(seen);
	}

	/** Saves what is reported now. `record` stays: what is on the screen is still needed. */
	save(seen: SeenEditionsRecord): Promise<void> {
		return saveSeenEditions(this.#database, seen);
	}
}
