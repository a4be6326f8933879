/** Whether there is an import that could be undone, found out without the code that undoes it. */
import type { Database } from './database';

/** Key of the record of the last import, in the store of preferences; see import-copy.ts. */
export const LAST_IMPORT = 'last-import';

/** Whether what the last import replaced is still stored. */
export function hasLastImport(database: Database): Promise<boolean> {
	return database.read(
		['preferences'],
		async (tx) => (await tx.objectStore('preferences').count(LAST_IMPORT)) > 0
	);
}
