/** The kept texts of editions, each read once while the notebook is open. */
import type { Database } from '$lib/storage/database';
import { readSnapshots } from '$lib/storage/snapshots';

const read = new Map<string, Promise<string | null>>();

/** The text of an edition; `null` when it was not kept, or cannot be read. */
export function snapshotOf(database: Database, edition: string): Promise<string | null> {
	const text =
		read.get(edition) ??
		readSnapshots(database, [edition]).then(
			(found) => found.get(edition) ?? null,
			() => null // Only the old paragraph is missing; the quote is in the annotation itself.
		);
	read.set(edition, text);
	return text;
}
