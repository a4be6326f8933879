/**
 * The copy of what the last import replaced, by which it can be undone. It lies in the store of
 * preferences: the annotations in parts, since there may be 200,000, and the rest in one record.
 */
import type { LastImport } from '$lib/core/importing/last-import';
import type { ImportUndo, WithoutAnnotations } from '$lib/core/importing/undo-import';
import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Database, Schema } from './database';
import { LAST_IMPORT } from './last-import';

/** Some annotations of the copy. */
export type UndoPart = ImportUndo['annotations'];

/** The store of preferences, in a transaction that writes. */
type Preferences = IDBPObjectStore<Schema, StoreNames<Schema>[], 'preferences', 'readwrite'>;

/** Key of the copy without its annotations; those are under `last-import-copy:0` and so on. */
const COPY = 'last-import-copy';
/** Longest wait for a reading of all, in ms: 200,000 annotations on a slow phone. */
const LIMIT = 10 * 60 * 1000;

/** The keys of all parts. */
function partKeys(): IDBKeyRange {
	return IDBKeyRange.bound(`${COPY}:`, `${COPY};`, false, true);
}

/** The last import, if what it replaced is still stored; else `null`. */
export async function readLastImport(database: Database): Promise<LastImport | null> {
	const stored = await database.read(['preferences'], (tx) =>
		tx.objectStore('preferences').get(LAST_IMPORT)
	);
	return (stored as LastImport | undefined) ?? null;
}

/** Saves what an import replaces, but for its annotations. */
export function saveUndoRest(
	preferences: Preferences,
	rest: WithoutAnnotations<ImportUndo>
): Promise<unknown> {
	return preferences.put(rest, COPY);
}

/** Saves the part with the number `index`. */
export function saveUndoPart(
	preferences: Preferences,
	part: UndoPart,
	index: number
): Promise<unknown> {
	return preferences.put(part, `${COPY}:${index}`);
}

/** Deletes the annotations of the copy. */
export function deleteUndoParts(preferences: Preferences): Promise<void> {
	return preferences.delete(partKeys());
}

/** Deletes the whole copy, and the record of the import. */
export function deleteUndoRecords(preferences: Preferences): Promise<unknown> {
	return Promise.all([
		preferences.delete(LAST_IMPORT),
		preferences.delete(COPY),
		deleteUndoParts(preferences)
	]);
}

/**
 * Takes annotations out of the copy, so that nothing of their content is left in it; for the
 * transaction that takes it away elsewhere. Undoing the import leaves them as they are then.
 */
export async function forgetInUndo(
	preferences: Preferences,
	ids: ReadonlySet<string>
): Promise<void> {
	for (const key of await preferences.getAllKeys(partKeys())) {
		const part = (await preferences.get(key)) as UndoPart;
		const left = part.filter(({ written }) => !ids.has(written.id));
		if (left.length < part.length) await preferences.put(left, key);
	}
}

/**
 * Reads what an import replaced; `null` when another was done since, or it is not stored any more.
 *
 * @param at when the import was done
 * @param take gets its annotations, part by part; a part may come twice
 */
export function readImportUndo(
	database: Database,
	at: string,
	take: (part: UndoPart) => void
): Promise<WithoutAnnotations<ImportUndo> | null> {
	return database.read(
		['preferences'],
		async (tx) => {
			const preferences = tx.objectStore('preferences');
			const last = (await preferences.get(LAST_IMPORT)) as LastImport | undefined;
			const rest = (await preferences.get(COPY)) as WithoutAnnotations<ImportUndo> | undefined;
			if (!rest || last?.at !== at) return null;
			for (const key of await preferences.getAllKeys(partKeys())) {
				take((await preferences.get(key)) as UndoPart);
			}
			return rest;
		},
		LIMIT
	);
}
