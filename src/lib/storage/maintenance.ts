/** What is to be done now and then to what the reader made; loaded when there is something to do. */
import type { Annotation, Clock } from '$lib/core/annotation/annotation';
import { isDeleted, isTombstone, toTombstone } from '$lib/core/annotation/deletion';
import { merge } from '$lib/core/annotation/merge';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import { editionsOf } from '$lib/core/annotation/snapshot';
import { decideOnDeletion } from '$lib/core/annotation/trash';
import { StorageError } from '$lib/core/app/storage-error';
import { isUndoExpired, type LastImport } from '$lib/core/importing/last-import';
import { putMerged, readInBatches, readLastSaved } from './annotations';
import { BATCH_SIZE, inBatches } from './batches';
import type { IDBPObjectStore, IDBPTransaction } from 'idb';
import { LONG_LIMIT, type Database, type Progress, type Schema } from './database';
import { deleteUndoRecords, forgetInUndo } from './import-copy';
import { LAST_IMPORT } from './last-import';
import { readRecord, sortKeyOf, toRecord } from './stored-record';

/**
 * Merges what waits for that, `unmerged` annotations, and purges the trash; gives the tombstones that are left.
 *
 * @param now milliseconds since 1970
 * @throws StorageError
 */
export async function maintain(
	database: Database,
	{ unmerged, trash }: { unmerged: number; trash: readonly Annotation[] },
	now: number
): Promise<Annotation[]> {
	if (unmerged > 0) await mergeUnmerged(database, now);
	return purgeTrash(database, trash, now);
}

/**
 * Merges what pages wrote as they were unloaded. What only a newer version can read is left to it.
 *
 * @param now milliseconds since 1970
 */
export function mergeUnmerged(database: Database, now: number): Promise<void> {
	return database.update(['annotations', 'deletions', 'unmerged'], async (tx, progress) => {
		const unmerged = tx.objectStore('unmerged');
		const [records, keys] = await Promise.all([unmerged.getAll(), unmerged.getAllKeys()]);
		const read = records.map(readAnnotation);
		const annotations = read.filter((annotation) => annotation !== null);
		await putMerged(tx, merge(annotations, []), { from: 0, now, progress });
		await Promise.all(keys.filter((_, i) => read[i] !== null).map((key) => unmerged.delete(key)));
	});
}

/**
 * Gives records the key that they are sorted by, which what an older version wrote does not have. One
 * batch is one change, so that nothing waits long for its own; nobody is told, since nothing was changed.
 * What cannot be written now is sorted another time.
 */
export async function sortRecords(database: Database, ids: readonly string[]): Promise<void> {
	try {
		await inBatches(ids, (batch) => sortBatch(database, batch));
	} catch (error) {
		if (!(error instanceof StorageError)) throw error;
	}
}

function sortBatch(database: Database, ids: readonly string[]): Promise<void> {
	return database.update(['annotations'], async (tx) => {
		const store = tx.objectStore('annotations');
		const records = await Promise.all(ids.map((id) => store.get(id)));
		await Promise.all(
			records.map(async (record) => {
				const { annotation, isSorted } = readRecord(record);
				// The record itself: what of it cannot be read stays as it is.
				if (record && annotation && !isSorted) {
					await store.put({ ...record, sortKey: sortKeyOf(annotation) });
				}
			})
		);
	});
}

/**
 * Takes the content of annotations in the trash that this device has seen there long enough, and notes
 * which it sees there for the first time. Gives the tombstones that are left.
 *
 * @param trash deleted annotations that have their content
 * @param now milliseconds since 1970
 */
export async function purgeTrash(
	database: Database,
	trash: readonly Annotation[],
	now: number
): Promise<Annotation[]> {
	const deletions = await database.read(['deletions'], (tx) =>
		tx.objectStore('deletions').getAll()
	);
	const known = new Map(deletions.map((deletion) => [deletion.id, deletion]));
	const decisions = trash.map((one) => decideOnDeletion(one, known.get(one.id) ?? null, now));
	const changed = decisions.map(({ seen }) => seen).filter((seen) => seen !== known.get(seen.id));
	if (changed.length > 0) {
		await database.write(['deletions'], (tx) =>
			Promise.all(changed.map(async (seen) => tx.objectStore('deletions').put(seen)))
		);
	}
	const expired = decisions.filter(({ isExpired }) => isExpired).map(({ seen }) => seen);
	if (expired.length === 0) return [];
	return purge(database, new Map(expired.map(({ id, deleted }) => [id, deleted])));
}

/**
 * Takes the content of annotations, also from the copy by which an import is undone; and the texts of
 * editions that nothing refers to any more.
 *
 * @param expired the stamps of their deletions, by id: one that was changed meanwhile stays
 */
function purge(database: Database, expired: ReadonlyMap<string, Clock>): Promise<Annotation[]> {
	const work = async (tx: PurgeTransaction, progress: Progress) => {
		const tombstones: Annotation[] = [];
		const gone = new Set<string>();
		const staying: (Annotation | null)[] = [];
		const store = tx.objectStore('annotations');
		await readInBatches(store, 'id', (batch) => {
			for (const { annotation } of batch.map(readRecord)) {
				if (isExpired(annotation, expired)) tombstones.push(toTombstone(annotation));
				else staying.push(annotation);
				if (annotation && (isExpired(annotation, expired) || isTombstone(annotation))) {
					gone.add(annotation.id);
				}
			}
			progress();
		});
		await forgetInUndo(tx.objectStore('preferences'), gone);
		await putTombstones(store, tombstones, progress);
		staying.push(...(await tx.objectStore('unmerged').getAll()).map(readAnnotation));
		// What cannot be read may refer to anything: as long as it is there, every text is kept.
		if (staying.every((one) => one !== null)) {
			await deleteUnneeded(tx.objectStore('snapshots'), editionsOf(staying));
		}
		return tombstones;
	};
	return database.update(PURGED_STORES, work, LONG_LIMIT);
}

const PURGED_STORES: ('annotations' | 'unmerged' | 'snapshots' | 'preferences')[] = [
	'annotations',
	'unmerged',
	'snapshots',
	'preferences'
];

type PurgeTransaction = IDBPTransaction<Schema, typeof PURGED_STORES, 'readwrite'>;
type PurgedStore<Name extends (typeof PURGED_STORES)[number]> = IDBPObjectStore<
	Schema,
	typeof PURGED_STORES,
	Name,
	'readwrite'
>;

async function putTombstones(
	store: PurgedStore<'annotations'>,
	tombstones: readonly Annotation[],
	progress: Progress
): Promise<void> {
	const saved = (await readLastSaved(store)) + 1;
	for (let first = 0; first < tombstones.length; first += BATCH_SIZE) {
		const batch = tombstones.slice(first, first + BATCH_SIZE);
		await Promise.all(
			batch.map((tombstone, i) => store.put(toRecord(tombstone, saved + first + i)))
		);
		progress();
	}
}

async function deleteUnneeded(
	snapshots: PurgedStore<'snapshots'>,
	needed: ReadonlySet<string>
): Promise<void> {
	const editions = await snapshots.getAllKeys();
	await Promise.all(
		editions.filter((edition) => !needed.has(edition)).map((one) => snapshots.delete(one))
	);
}

function isExpired(
	annotation: Annotation | null,
	expired: ReadonlyMap<string, Clock>
): annotation is Annotation {
	return (
		annotation !== null &&
		!isTombstone(annotation) &&
		isDeleted(annotation) &&
		annotation.fields.deleted!.at === expired.get(annotation.id)
	);
}

/** Deletes what the last import replaced, and its record, when it can be undone no more at `now`. */
export function deleteExpiredUndo(database: Database, now: number): Promise<void> {
	return database.update(
		['preferences'],
		async (tx) => {
			const preferences = tx.objectStore('preferences');
			const last = (await preferences.get(LAST_IMPORT)) as LastImport | undefined;
			if (last && isUndoExpired(last, now)) await deleteUndoRecords(preferences);
		},
		LONG_LIMIT
	);
}
