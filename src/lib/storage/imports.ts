/** Writes what an import brings, with a copy of what it replaces, and what undoes it. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { canonical } from '$lib/core/annotation/canonical-json';
import type { LastImport } from '$lib/core/importing/last-import';
import type { ImportWrite } from '$lib/core/importing/plan';
import type {
	ImportUndo,
	ImportUndoWrite,
	WithoutAnnotations
} from '$lib/core/importing/undo-import';
import { chapterKey } from '$lib/core/text/work';
import { mergeWith, readLastSaved } from './annotations';
import type { Database, StoredRecord } from './database';
import {
	deleteUndoParts,
	deleteUndoRecords,
	saveUndoPart,
	saveUndoRest,
	type UndoPart
} from './import-copy';
import { LAST_IMPORT } from './last-import';
import { removeTexts } from './own-works/own-works';
import { readRecord, toRecord } from './stored-record';

/** How a caller follows what is written, and ends it. */
export interface ImportControl {
	/** Ends it: nothing is written then. */
	signal: AbortSignal;
	/** Hears how many annotations are written. */
	progress(done: number, all: number): void;
}

/** It was ended by `ImportControl.signal`. */
export class ImportCancelled extends Error {
	override name = 'ImportCancelled';
}

/** Longest wait, in ms: 200,000 annotations on a slow phone; the reader sees the progress, and can end it. */
const LIMIT = 10 * 60 * 1000;
/** Annotations between two looks at `signal`: a frame's worth, so that the page can be used meanwhile. */
const STEP = 200;

/** As much of a write transaction as putting annotations needs, whatever other stores it has. */
interface WriteTransaction {
	objectStore(name: 'annotations'): Parameters<typeof readLastSaved>[0] & {
		getAllKeys(): Promise<string[]>;
		get(id: string): Promise<StoredRecord | undefined>;
		put(record: StoredRecord): Promise<unknown>;
	};
}

const STORES: ('annotations' | 'snapshots' | 'positions' | 'preferences')[] = [
	'annotations',
	'snapshots',
	'positions',
	'preferences'
];

/**
 * Writes all that an import brings in one transaction, each annotation merged with what is stored
 * of it by now, and in the place of the copy of the import before, a copy of what it replaces.
 * Positions and preferences come from `undo`, where what is stored is still as it has them.
 *
 * @throws StorageError when nothing was written; its cause is an ImportCancelled when it was ended
 */
export function saveImport(
	database: Database,
	write: Pick<ImportWrite, 'annotations' | 'snapshots'>,
	undo: WithoutAnnotations<ImportUndo>,
	what: LastImport,
	control: ImportControl
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
				positions: undo.positions.filter((one, i) => isSame(were[i], one.before)),
				preferences: undo.preferences.filter((one, i) => isSame(chosen[i], one.before))
			};
			await deleteUndoParts(preferences);
			await putAnnotations(tx, write.annotations, control, (part, index) =>
				saveUndoPart(preferences, part, index)
			);
			await Promise.all([
				...write.snapshots.map((snapshot) => tx.objectStore('snapshots').put(snapshot)),
				...rest.positions.map(({ written }) => positions.put(written, chapterKey(written.target))),
				...rest.preferences.map(({ name, written }) => preferences.put(written, name)),
				preferences.put(what, LAST_IMPORT),
				saveUndoRest(preferences, rest)
			]);
		},
		LIMIT
	);
}

const UNDONE_STORES = [...STORES, 'works' as const, 'chapters' as const, 'files' as const];

/**
 * Writes in one transaction what undoes the last import, removes the works that it added, and forgets
 * that import. Of works the records stay: the reader may have made marks in them since.
 *
 * @param at when it was done
 * @throws StorageError as `saveImport` does; also when another was done since
 */
export function saveImportUndone(
	database: Database,
	write: Omit<ImportUndoWrite, 'kept'>,
	at: string,
	control: ImportControl
): Promise<void> {
	return database.update(
		UNDONE_STORES,
		async (tx) => {
			const positions = tx.objectStore('positions');
			const preferences = tx.objectStore('preferences');
			const last = (await preferences.get(LAST_IMPORT)) as LastImport | undefined;
			if (last?.at !== at) throw new ImportCancelled();
			await putAnnotations(tx, write.annotations, control);
			const removed = new Date().toISOString();
			await Promise.all([
				...write.positions.map(async ({ before, written }) => {
					const key = chapterKey(written.target);
					// Since it was planned the reader may have read on, or chosen: that stays.
					if (!isSame(await positions.get(key), written)) return;
					await (before ? positions.put(before, key) : positions.delete(key));
				}),
				...write.preferences.map(async ({ name, before, written }) => {
					if (!isSame(await preferences.get(name), written)) return;
					await (before === null ? preferences.delete(name) : preferences.put(before, name));
				}),
				...(last.works ?? []).map((slug) => removeTexts(tx, slug, removed)),
				deleteUndoRecords(preferences)
			]);
		},
		LIMIT
	);
}

/** Whether what is stored is still what is known of it; nothing is as good as `null`. */
function isSame(stored: unknown, known: unknown): boolean {
	return canonical(stored ?? null) === canonical(known ?? null);
}

/**
 * Puts annotations, each merged with what is stored of it.
 *
 * @param savePart saves what was there before a part of them, and what is there now
 */
async function putAnnotations(
	tx: WriteTransaction,
	annotations: readonly Annotation[],
	{ signal, progress }: ImportControl,
	savePart?: (part: UndoPart, index: number) => Promise<unknown>
): Promise<void> {
	const store = tx.objectStore('annotations');
	// Keys first: to ask for each that is new would take as long as to write it.
	const [last, known] = await Promise.all([readLastSaved(store), store.getAllKeys()]);
	const ids = new Set(known);
	for (let from = 0; from < annotations.length; from += STEP) {
		if (signal.aborted) throw new ImportCancelled();
		const some = annotations.slice(from, from + STEP);
		const stored = await Promise.all(
			some.map(async ({ id }) => (ids.has(id) ? readRecord(await store.get(id)).annotation : null))
		);
		// What is not here is merged with nothing: so it comes from the plan.
		const merged = some.map((one, i) => (stored[i] ? mergeWith(stored[i], one) : one));
		await Promise.all([
			// Async, so that one which cannot be put rejects with the others.
			...merged.map(async (one, i) => store.put(toRecord(one, last + 1 + from + i))),
			savePart?.(
				merged.map((written, i) => ({ before: stored[i], written })),
				from / STEP
			)
		]);
		progress(from + some.length, annotations.length);
	}
	if (signal.aborted) throw new ImportCancelled();
}
