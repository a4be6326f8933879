/** Where the reader is in each chapter. */
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import { chapterKey } from '$lib/core/text/work';
import type { Database } from './database';

/** Saves a position; resolves when it is on the disk. */
export function saveReadingPosition(database: Database, position: ReadingPosition): Promise<void> {
	return database.write(['positions'], (tx) =>
		tx.objectStore('positions').put(position, chapterKey(position.target))
	);
}

/** The saved position in a chapter; `null` when it was never read. */
export async function readReadingPosition(
	database: Database,
	work: string,
	chapter: string
): Promise<ReadingPosition | null> {
	const found = await database.read(['positions'], (tx) =>
		tx.objectStore('positions').get(chapterKey({ work, chapter }))
	);
	return found ?? null;
}

/** Every saved position, in no order. */
export function readAllReadingPositions(database: Database): Promise<ReadingPosition[]> {
	return database.read(['positions'], (tx) => tx.objectStore('positions').getAll());
}
