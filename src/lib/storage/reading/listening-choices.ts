/** How the reader likes to be read to, as it is stored. */
import { readListeningChoices, type ListeningChoices } from '$lib/core/listening/listening-choices';
import type { Database } from '../database';
import { saveChanges } from '../preferences';

const KEY = 'listening';

/** The saved choices, with a default for all that was never chosen. */
export async function readSavedListeningChoices(database: Database): Promise<ListeningChoices> {
	return readListeningChoices(
		await database.read(['preferences'], (tx) => tx.objectStore('preferences').get(KEY))
	);
}

/** Saves some choices; the others, and what a newer build saved with them, stay. */
export function saveListeningChoices(
	database: Database,
	changes: Partial<ListeningChoices>
): Promise<void> {
	return saveChanges(database, KEY, changes);
}
