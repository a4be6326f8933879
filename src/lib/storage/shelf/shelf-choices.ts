/** How the reader wants the shelf, and the tags of works: records of the store of preferences. */
import {
	readShelfChoices,
	readWorkTags,
	type ShelfChoices,
	type WorkTags
} from '$lib/core/shelf/shelf-choices';
import type { Database } from '../database';

/** Both are in backups: core/app/portable-preferences.ts. */
const CHOICES = 'shelf';
const TAGS = 'work-tags';

/** @throws StorageError when the database cannot be read */
export function readShelf(database: Database): Promise<{ choices: ShelfChoices; tags: WorkTags }> {
	return database.read(['preferences'], async (tx) => {
		const store = tx.objectStore('preferences');
		const [choices, tags] = await Promise.all([store.get(CHOICES), store.get(TAGS)]);
		return { choices: readShelfChoices(choices), tags: readWorkTags(tags) };
	});
}

/** @throws StorageError when nothing was written */
export function saveShelfChoices(database: Database, choices: ShelfChoices): Promise<void> {
	return database.write(['preferences'], (tx) =>
		tx.objectStore('preferences').put(choices, CHOICES)
	);
}

/**
 * Saves the tags of a work; those of others, which another tab may have changed, stay. Gives all.
 *
 * @throws StorageError when nothing was written
 */
export function saveTagsOf(
	database: Database,
	slug: string,
	tags: readonly string[]
): Promise<WorkTags> {
	return database.update(['preferences'], async (tx) => {
		const store = tx.objectStore('preferences');
		const all = { ...readWorkTags(await store.get(TAGS)), [slug]: [...tags] };
		// An empty list is stored too: a backup from before must not bring the tags back.
		await store.put(all, TAGS);
		return all;
	});
}
