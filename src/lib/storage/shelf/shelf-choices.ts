/** How the reader wants the shelf, and what they said of works, their tags and statuses: records of the store of preferences. */
import {
	readShelfChoices,
	readWorkTags,
	type ShelfChoices,
	type WorkTags
} from '$lib/core/shelf/shelf-choices';
import {
	readStatuses,
	WORK_STATUS,
	withStatus,
	type MarkedStatuses
} from '$lib/core/shelf/work-status';
import type { Database } from '../database';

/** All are in backups: core/app/portable-preferences.ts. */
const CHOICES = 'shelf';
const TAGS = 'work-tags';

/** @throws StorageError when the database cannot be read */
export function readShelf(
	database: Database
): Promise<{ choices: ShelfChoices; tags: WorkTags; statuses: MarkedStatuses }> {
	return database.read(['preferences'], async (tx) => {
		const store = tx.objectStore('preferences');
		const [choices, tags, statuses] = await Promise.all(
			[CHOICES, TAGS, WORK_STATUS].map((key) => store.get(key))
		);
		return {
			choices: readShelfChoices(choices),
			tags: readWorkTags(tags),
			statuses: readStatuses(statuses)
		};
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

/**
 * Saves the reader's word on a work, later than all on it before. Gives all.
 *
 * @throws StorageError when nothing was written
 */
export function saveStatusOf(
	database: Database,
	slug: string,
	word: { done: boolean; now: Date }
): Promise<MarkedStatuses> {
	return database.update(['preferences'], async (tx) => {
		const store = tx.objectStore('preferences');
		const all = withStatus(readStatuses(await store.get(WORK_STATUS)), slug, word);
		await store.put(all, WORK_STATUS);
		return all;
	});
}
