/** Writes what an import brings, with a copy of what it replaces, and takes it back. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { canonical } from '$lib/core/annotation/canonical';
import type { ReadableFormat } from '$lib/core/formats/format-names';
import type { ImportWrite } from '$lib/core/importing/plan';
import type { ImportUndo, WithoutAnnotations, ImportUndoWrite } from '$lib/core/importing/undo';
import { chapterKey } from '$lib/core/text/work';
import type { IDBPTransaction } from 'idb';
import { readLastSaved, mergeWith, readStored } from './annotations';
import type { Database, Schema } from './database';

/** The last import, as it is told of. */
export interface LastImport {
	v: 1;
	/** Of its file. */
	name: string;
	format: ReadableFormat;
	/** When, ISO 8601. */
	at: string;
	added: number;
	changed: number;
	removed: number;
	notPlaced: number;
}

export interface Watching {
	/** Ends it: nothing is written then. */
	signal: AbortSignal;
	/** Hears how many annotations are written. */
	progress(done: number, all: number): void;
}

/** It was ended by `Watching.signal`. */
export class ImportCancelled extends Error {
	override name = 'ImportCancelled';
}

type Copied = ImportUndo['annotations'];

const IMPORT = 'last-import';
/** The key of the copy, which is an ImportUndo without annotations; those are in parts under `COPY:0`, … */
const COPY = 'last-import-copy';
const parts = () => IDBKeyRange.bound(`${COPY}:`, `${COPY};`, false, true);
/** Longest wait, in ms: 200,000 annotations on a slow phone; the reader sees the progress, and can end it. */
const LIMIT = 10 * 60 * 1000;
/** Annotations between two looks at `signal`: a frame's worth, so that the page can be used meanwhile. */
const STEP = 200;

type Tx = IDBPTransaction<
	Schema,
	('annotations' | 'snapshots' | 'positions' | 'preferences')[],
	'readwrite'
>;

const STORES: ('annotations' | 'snapshots' | 'positions' | 'preferences')[] = [
	'annotations',
	'snapshots',
	'positions',
	'preferences'
];

/**
 * Writes all that an import brings in one transaction, each annotation merged with what is stored
 * of it by now, and in the place of the copy of the import before, a copy of what it replaces.
 * Places and choices come from `undo`, where they still are as it has them.
 *
 * @throws StorageError when nothing was written; its cause is an ImportCancelled when it was ended
 */
export function saveImport(
	database: Database,
	write: Pick<ImportWrite, 'annotations' | 'snapshots'>,
	undo: WithoutAnnotations<ImportUndo>,
	what: LastImport,
	watching: Watching
): Promise<void> {
	return database.update(
		STORES,
		async (tx) => {
			const preferences = tx.objectStore('preferences');
			const positions = tx.objectStore('positions');
			// Since the plan the reader may have read on, or chosen: that is newer than the file.
			const [were, chosen] = await Promise.all([
				Promise.all(undo.positions.map((one) => positions.get(chapterKey(one.written.target)))),
				Promise.all(undo.preferences.map(({ name }) => preferences.get(name)))
			]);
			const rest: WithoutAnnotations<ImportUndo> = {
				positions: undo.positions.filter((one, i) => isAsBefore(were[i], one)),
				preferences: undo.preferences.filter((one, i) => isAsBefore(chosen[i], one))
			};
			await preferences.delete(parts());
			await putAnnotations(tx, write.annotations, watching, (copied, index) =>
				preferences.put(copied, `${COPY}:${index}`)
			);
			await Promise.all([
				...write.snapshots.map((snapshot) => tx.objectStore('snapshots').put(snapshot)),
				...rest.positions.map(({ written }) => positions.put(written, chapterKey(written.target))),
				...rest.preferences.map(({ name, written }) => preferences.put(written, name)),
				preferences.put(what, IMPORT),
				preferences.put(rest, COPY)
			]);
		},
		LIMIT
	);
}

/** The last import, if it can be taken back; else `null`. */
export async function readLastImport(database: Database): Promise<LastImport | null> {
	const found = await database.read(['preferences'], (tx) =>
		tx.objectStore('preferences').get(IMPORT)
	);
	return (found as LastImport | undefined) ?? null;
}

/**
 * Reads what an import replaced; `null` when it is not the last one any more.
 *
 * @param at of the import
 * @param take gets its annotations, part by part; a part may come twice
 */
export function readImportUndo(
	database: Database,
	at: string,
	take: (part: Copied) => void
): Promise<WithoutAnnotations<ImportUndo> | null> {
	return database.read(
		['preferences'],
		async (tx) => {
			const preferences = tx.objectStore('preferences');
			const last = (await preferences.get(IMPORT)) as LastImport | undefined;
			const copy = (await preferences.get(COPY)) as WithoutAnnotations<ImportUndo> | undefined;
			if (!copy || last?.at !== at) return null;
			for (const key of await preferences.getAllKeys(parts())) {
				take((await preferences.get(key)) as Copied);
			}
			return copy;
		},
		LIMIT
	);
}

/**
 * Writes in one transaction what takes the last import back, and forgets it.
 *
 * @param at of the import
 * @throws StorageError as `saveImport` does; also when it is not the last one any more
 */
export function saveImportUndone(
	database: Database,
	write: Omit<ImportUndoWrite, 'kept'>,
	at: string,
	watching: Watching
): Promise<void> {
	return database.update(
		STORES,
		async (tx) => {
			const last = (await tx.objectStore('preferences').get(IMPORT)) as LastImport | undefined;
			if (last?.at !== at) throw new ImportCancelled();
			await putAnnotations(tx, write.annotations, watching);
			const positions = tx.objectStore('positions');
			const preferences = tx.objectStore('preferences');
			await Promise.all([
				...write.positions.map(({ before, written }) => {
					const key = chapterKey(written.target);
					return before ? positions.put(before, key) : positions.delete(key);
				}),
				...write.preferences.map(({ name, before }) =>
					before === null ? preferences.delete(name) : preferences.put(before, name)
				),
				preferences.delete(IMPORT),
				preferences.delete(COPY),
				preferences.delete(parts())
			]);
		},
		LIMIT
	);
}

/** Whether what is stored is still what the plan found there. */
function isAsBefore(stored: unknown, { before }: { before?: unknown }): boolean {
	return canonical(stored ?? null) === canonical(before ?? null);
}

/**
 * Puts annotations, each merged with what is stored of it.
 *
 * @param copy keeps what was there before a part of them, and what is now
 */
async function putAnnotations(
	tx: Tx,
	annotations: readonly Annotation[],
	{ signal, progress }: Watching,
	copy?: (copied: Copied, index: number) => Promise<unknown>
): Promise<void> {
	const store = tx.objectStore('annotations');
	// Keys first: to ask for each that is new would take as long as to write it.
	const [last, known] = await Promise.all([readLastSaved(store), store.getAllKeys()]);
	const ids = new Set(known);
	for (let from = 0; from < annotations.length; from += STEP) {
		if (signal.aborted) throw new ImportCancelled();
		const some = annotations.slice(from, from + STEP);
		const stored = await Promise.all(
			some.map(async ({ id }) => (ids.has(id) ? store.get(id) : undefined))
		);
		// What is not here is merged with nothing: so it comes from the plan.
		const merged = some.map((one, i) => (stored[i] ? mergeWith(stored[i], one) : one));
		await Promise.all([
			// Async, so that one which cannot be put rejects with the others.
			...merged.map(async (one, i) => store.put({ ...one, saved: last + 1 + from + i })),
			copy?.(
				merged.map((written, i) => ({ before: readStored(stored[i]).annotation, written })),
				from / STEP
			)
		]);
		progress(from + some.length, annotations.length);
	}
	if (signal.aborted) throw new ImportCancelled();
}
