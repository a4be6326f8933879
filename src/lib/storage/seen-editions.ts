/** Which editions the reader knows of: what a correction did to their marks is reported once. */
import type { Surroundings } from '$lib/core/notebook/correction-report';
import type { Database } from './database';

/** What was reported to the reader. */
export interface SeenEditionsRecord {
	/** Editions by `work/chapter`. */
	editions: Readonly<Record<string, string>>;
	/** Where those annotations stand that were reported as moved, by id. */
	moves: Readonly<Record<string, Surroundings>>;
}

/** Keys in the store of preferences. */
const EDITIONS = 'seen-editions';
const MOVES = 'seen-moves';

/** What was reported to the reader; nothing when it cannot be read: then it is reported again. */
export async function readSeenEditions(database: Database): Promise<SeenEditionsRecord> {
	try {
		const [editions, moves] = await database.read(['preferences'], (tx) => {
			const store = tx.objectStore('preferences');
			return Promise.all([store.get(EDITIONS), store.get(MOVES)]);
		});
		return {
			editions: toRecord(editions) as SeenEditionsRecord['editions'],
			moves: toRecord(moves) as SeenEditionsRecord['moves']
		};
	} catch {
		return { editions: {}, moves: {} }; // Who has marks at stake hears of the database elsewhere.
	}
}

/**
 * Saves all that was reported to the reader as the page is left: without a look at what is stored, since
 * no answer would come back in time.
 */
export async function saveSeenBeforeUnload(
	database: Database,
	{ editions, moves }: SeenEditionsRecord
): Promise<void> {
	try {
		await database.write(['preferences'], (tx) => {
			const store = tx.objectStore('preferences');
			return Promise.all([store.put(editions, EDITIONS), store.put(moves, MOVES)]);
		});
	} catch {
		// Reported again the next time: a nuisance, no loss.
	}
}

/** Adds to what was reported to the reader. */
export async function saveSeenEditions(
	database: Database,
	seen: SeenEditionsRecord
): Promise<void> {
	try {
		await database.update(['preferences'], async (tx) => {
			const store = tx.objectStore('preferences');
			const [editions, moves] = await Promise.all([store.get(EDITIONS), store.get(MOVES)]);
			await Promise.all([
				store.put({ ...toRecord(editions), ...seen.editions }, EDITIONS),
				store.put({ ...toRecord(moves), ...seen.moves }, MOVES)
			]);
		});
	} catch {
		// Reported again the next time: a nuisance, no loss.
	}
}

function toRecord(stored: unknown): Record<string, unknown> {
	return typeof stored === 'object' ? { ...stored } : {};
}
