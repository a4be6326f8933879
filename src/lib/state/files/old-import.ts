/** What the last import replaced, when it cannot be brought back any more. */
import type { Database } from '$lib/storage/database';
import { hasLastImport } from '$lib/storage/last-import';

export class OldImport {
	#database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	/**
	 * Deletes it, if that is due. What it needs for that is fetched only where something was imported.
	 *
	 * @param now milliseconds since 1970
	 */
	async delete(now = Date.now()): Promise<void> {
		try {
			if (!(await hasLastImport(this.#database))) return;
			const { deleteExpiredUndo } = await import('$lib/storage/maintenance');
			await deleteExpiredUndo(this.#database, now);
		} catch {
			// The database or the script cannot be had: done another time.
		}
	}
}
