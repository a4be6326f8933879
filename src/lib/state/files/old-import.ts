/** Deletes what the last import replaced when it cannot be undone any more. */
import type { Database } from '$lib/storage/database';
import { hasLastImport } from '$lib/storage/last-import';

/**
 * Looks whether that is due, and does it then. What it needs for that is fetched only where something
 * was imported.
 *
 * @param now milliseconds since 1970
 */
export async function deleteOldImport(database: Database, now = Date.now()): Promise<void> {
	try {
		if (!(await hasLastImport(database))) return;
		const { deleteExpiredUndo } = await import('$lib/storage/maintenance');
		await deleteExpiredUndo(database, now);
	} catch {
		// The database or the script cannot be had: done at the next start.
	}
}
