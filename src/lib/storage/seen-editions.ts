/** Which editions the reader was told of: what an update did to their marks is said once. */
import type { Database } from './database';

/** Editions by `work/chapter`. */
export type Editions = Record<string, string>;

const KEY = 'seen-editions';

/** The editions told of; none when they cannot be read: then it is said again. */
export async function findSeenEditions(database: Database): Promise<Editions> {
	try {
		const kept = await database.read(['preferences'], (tx) =>
			tx.objectStore('preferences').get(KEY)
		);
		return typeof kept === 'object' ? { ...(kept as Editions) } : {};
	} catch {
		return {}; // A failing database is told elsewhere, where marks are at stake.
	}
}

/** Adds editions to those told of. */
export async function keepSeenEditions(database: Database, editions: Editions): Promise<void> {
	const all = { ...(await findSeenEditions(database)), ...editions };
	try {
		await database.write(['preferences'], (tx) => tx.objectStore('preferences').put(all, KEY));
	} catch {
		// Said again next time: a nuisance, no loss.
	}
}
