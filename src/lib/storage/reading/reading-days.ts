/** How long the reader read on each day, as it is stored. */
import {
	addSeconds,
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

/** Brings days back, and adds what was read on them since. @throws StorageError when nothing was written */
export function restoreReadingDays(database: Database, days: ReadingDays): Promise<void> {
	return database.update(['preferences'], async (tx) => {
		const store = tx.objectStore('preferences');
		let all = readReadingDays(await store.get(READING_DAYS));
		for (const [day, seconds] of Object.entries(days)) all = addSeconds(all, day, seconds);
		await store.put(all, READING_DAYS);
	});
}

/** Forgets all days. @throws StorageError when nothing was written */
export function deleteReadingDays(database: Database): Promise<void> {
	return database.write(['preferences'], (tx) =>
		tx.objectStore('preferences').delete(READING_DAYS)
	);
}
