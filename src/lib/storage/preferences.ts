/** What the reader chose. One record each, so that two tabs never overwrite another's choice. */
import { readAppearance, type Appearance } from '$lib/core/reading/appearance';
import { readReadingChoices, type ReadingChoices } from '$lib/core/reading/reading-choices';
import type { Database } from './database';

/** The saved appearance, with a default for all that was never chosen. */
export async function readSavedAppearance(database: Database): Promise<Appearance> {
	return readAppearance(
		await database.read(['preferences'], (tx) => tx.objectStore('preferences').get('appearance'))
	);
}

/** Saves the appearance; resolves when it is on the disk. */
export function saveAppearance(database: Database, appearance: Appearance): Promise<void> {
	return database.write(['preferences'], (tx) =>
		tx.objectStore('preferences').put(appearance, 'appearance')
	);
}

/** The saved choices of the reading page, with a default for all that was never chosen. */
export async function readSavedReadingChoices(database: Database): Promise<ReadingChoices> {
	return readReadingChoices(
		await database.read(['preferences'], (tx) => tx.objectStore('preferences').get('reading'))
	);
}

/** Saves some choices of the reading page; the others, and what a newer build saved with them, stay. */
export function saveReadingChoices(
	database: Database,
	changes: Partial<ReadingChoices>
): Promise<void> {
	return saveChanges(database, 'reading', changes);
}

/** Saves some choices of the record under a key; the others, and what a newer build saved with them, stay. */
export function saveChanges(database: Database, key: string, changes: object): Promise<void> {
	return database.update(['preferences'], async (tx) => {
		const store = tx.objectStore('preferences');
		const saved: unknown = await store.get(key);
		await store.put({ ...(typeof saved === 'object' ? saved : null), ...changes }, key);
	});
}

/** Whether the reader waved the install hint away. */
export async function readInstallDismissed(database: Database): Promise<boolean> {
	return database.read(
		['preferences'],
		async (tx) => (await tx.objectStore('preferences').get('install-dismissed')) === true
	);
}

/** Never shows the install hint again. */
export function saveInstallDismissed(database: Database): Promise<void> {
	return database.write(['preferences'], (tx) =>
		tx.objectStore('preferences').put(true, 'install-dismissed')
	);
}
