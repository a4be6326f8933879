/** The kept texts of editions that somebody annotated: how a mark finds its way into a corrected text. */
import type { Database } from './database';

/** The kept texts of some editions, by edition; those that nobody annotated here are missing. */
export async function readSnapshots(
	database: Database,
	editions: readonly string[]
): Promise<Map<string, string>> {
	const found = await database.read(['snapshots'], (tx) =>
		Promise.all(editions.map((edition) => tx.objectStore('snapshots').get(edition)))
	);
	return new Map(
		found
			.filter((snapshot) => snapshot !== undefined && typeof snapshot.text === 'string')
			.map((snapshot) => [snapshot!.edition, snapshot!.text])
	);
}
