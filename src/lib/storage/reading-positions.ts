/** Where the reader is in each chapter. */
import {
	readReadingPosition as toPosition,
	type ReadingPosition
} from '$lib/core/reading/reading-position';
import { chapterKey } from '$lib/core/text/work';
import type { Database } from './database';

/** Saves a position; resolves when it is on the disk. */
export function saveReadingPosition(database: Database, position: ReadingPosition): Promise<void> {
	return database.write(['positions'], (tx) =>
		tx.objectStore('positions').put(position, chapterKey(position.target))
	);
}

/** The saved position in a chapter; `null` when it was never read, or what is stored is damaged. */
export async function readReadingPosition(
	database: Database,
	work: string,
	chapter: string
): Promise<ReadingPosition | null> {
	const found = await database.read(['positions'], (tx) =>
		tx.objectStore('positions').get(chapterKey({ work, chapter }))
	);
	return toPosition(found);
}

/** Every saved position that is sound, in no order. */
export async function readAllReadingPositions(database: Database): Promise<ReadingPosition[]> {
	const all = await database.read(['positions'], (tx) => tx.objectStore('positions').getAll());
	return all.filter((position) => toPosition(position) !== null);
}
