/** How long the reader read on each day, as it is stored. */
import {
	addSeconds,
	mergeDays,
	READING_DAYS,
	readReadingDays,
	type ReadingDays
} from '$lib/core/reading/reading-days';
import type { Database } from '../database';

/** All days. @throws StorageError when the database cannot be read */
export async function readSavedReadingDays(database: Database): Promise<ReadingDays> {
	return readReadingDays(
		await database.read(['preferences'], (tx) => tx.objectStore('preferences').get(READING_DAYS))
	);
}

/** Adds some seconds to a day: what other tabs add stays. @throws StorageError when nothing was written */
export function saveReadingTime(database: Database, day: string, seconds: number): Promise<void> {
	return database.update(['preferences'], async (tx) => {
		const store = tx.objectStore('preferences');
		const days = readReadingDays(await store.get(READING_DAYS));
		await store.put(addSeconds(days, day, seconds), READING_DAYS);
	});
}

/**
 * Brings days back as a backup does, with the larger number of each: so it can be done twice.
 *
 * @throws StorageError when the database failed
 */
export function restoreReadingDays(database: Database, days: ReadingDays): Promise<void> {
	return database.update(['preferences'], async (tx) => {
		const store = tx.objectStore('preferences');
		await store.put(mergeDays(readReadingDays(await store.get(READING_DAYS)), days), READING_DAYS);
	});
}

/** Forgets all days, and gives what they were. @throws StorageError when nothing was forgotten */
export function deleteReadingDays(database: Database): Promise<ReadingDays> {
	return database.update(['preferences'], async (tx) => {
		const store = tx.objectStore('preferences');
		const days = readReadingDays(await store.get(READING_DAYS));
		await store.delete(READING_DAYS);
		return days;
	});
}
