/** Where the reader is in each chapter. */
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import type { Database } from './database';

function keyOf(work: string, chapter: string): string {
	return `${work}/${chapter}`;
}

/** Keeps a position; resolves when it is on the disk. */
export function saveReadingPosition(database: Database, position: ReadingPosition): Promise<void> {
	const { work, chapter } = position.target;
	return database.write(['positions'], (tx) =>
		tx.objectStore('positions').put(position, keyOf(work, chapter))
	);
}

/** The kept position in a chapter; `null` when it was never read. */
export async function readReadingPosition(
	database: Database,
	work: string,
	chapter: string
): Promise<ReadingPosition | null> {
	const found = await database.read(['positions'], (tx) =>
		tx.objectStore('positions').get(keyOf(work, chapter))
	);
	return found ?? null;
}

/** Every kept position, in no order. */
export function readAllReadingPositions(database: Database): Promise<ReadingPosition[]> {
	return database.read(['positions'], (tx) => tx.objectStore('positions').getAll());
}
