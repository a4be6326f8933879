/** Which editions the reader was told of: what an update did to their marks is said once. */
import type { Beside } from '$lib/core/notebook/update-report';
import type { Database } from './database';

/** What the reader was told. */
export interface SeenEditions {
	/** Editions by `work/chapter`. */
	editions: Readonly<Record<string, string>>;
	/** Where the annotations stand that were told of as moved, by id. */
	moves: Readonly<Record<string, Beside>>;
}

const EDITIONS = 'seen-editions';
const MOVES = 'seen-moves';

/** What the reader was told; nothing when it cannot be read: then it is said again. */
export async function readSeenEditions(database: Database): Promise<SeenEditions> {
	try {
		const [editions, moves] = await database.read(['preferences'], (tx) => {
			const store = tx.objectStore('preferences');
			return Promise.all([store.get(EDITIONS), store.get(MOVES)]);
		});
		return {
			editions: recordOf(editions) as SeenEditions['editions'],
			moves: recordOf(moves) as SeenEditions['moves']
		};
	} catch {
		return { editions: {}, moves: {} }; // A failing database is told elsewhere, where marks are at stake.
	}
}

/** Adds to what the reader was told. */
export async function saveSeenEditions(database: Database, told: SeenEditions): Promise<void> {
	try {
		await database.update(['preferences'], async (tx) => {
			const store = tx.objectStore('preferences');
			const [editions, moves] = await Promise.all([store.get(EDITIONS), store.get(MOVES)]);
			await Promise.all([
				store.put({ ...recordOf(editions), ...told.editions }, EDITIONS),
				store.put({ ...recordOf(moves), ...told.moves }, MOVES)
			]);
		});
	} catch {
		// Said again next time: a nuisance, no loss.
	}
}

function recordOf(kept: unknown): Record<string, unknown> {
	return typeof kept === 'object' ? { ...kept } : {};
}
