/** What is to be done now and then to what the reader made; fetched when there is something to do. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { merge } from '$lib/core/annotation/merge';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import { editionsOf } from '$lib/core/annotation/snapshot';
import { isExpired, isTombstone, toTombstone } from '$lib/core/annotation/trash';
import { isUndoExpired, type LastImport } from '$lib/core/importing/last-import';
import { readLastSaved, mergeWith, readStored } from './annotations';
import { LONG_LIMIT, type Database } from './database';
import { deleteUndoRecords, forgetInUndo } from './import-undo';
import { LAST_IMPORT } from './last-import';

/** Merges what pages left behind as they went away. What only a newer version can read is left to it. */
export function mergeUnmerged(database: Database): Promise<void> {
	return database.update(['annotations', 'unmerged'], async (tx) => {
		const store = tx.objectStore('annotations');
		const unmerged = tx.objectStore('unmerged');
		const [records, keys] = await Promise.all([unmerged.getAll(), unmerged.getAllKeys()]);
		const left = records.map(readAnnotation);
		const annotations = merge(
			left.filter((annotation) => annotation !== null),
			[]
		);
		const [last, stored] = await Promise.all([
			readLastSaved(store),
			Promise.all(annotations.map(({ id }) => store.get(id)))
		]);
		await Promise.all([
			...annotations.map((annotation, i) =>
				store.put({ ...mergeWith(stored[i], annotation), saved: last + 1 + i })
			),
			...keys.filter((_, i) => left[i] !== null).map((key) => unmerged.delete(key))
		]);
	});
}

/**
 * Takes the content of annotations that were deleted long before `now` (ms since 1970), also from
 * the copy by which an import is undone; and the texts of editions that nothing refers to any more.
 * Gives the tombstones that are left.
 */
export function purgeAnnotations(database: Database, now: number): Promise<Annotation[]> {
	return database.update(
		['annotations', 'unmerged', 'snapshots', 'preferences'],
		async (tx) => {
			const store = tx.objectStore('annotations');
			const snapshots = tx.objectStore('snapshots');
			const [last, records, left, editions] = await Promise.all([
				readLastSaved(store),
				store.getAll(),
				tx.objectStore('unmerged').getAll(),
				snapshots.getAllKeys()
			]);
			const stored = records.map((record) => readStored(record).annotation);
			const isDue = (one: Annotation | null): one is Annotation =>
				one !== null && isExpired(one, now) && !isTombstone(one);
			const staying = [...stored.filter((one) => !isDue(one)), ...left.map(readAnnotation)];
			// What cannot be read may refer to anything: as long as it is there, every text is kept.
			const isSound = staying.every((one) => one !== null);
			const needed = editionsOf(staying.filter((one) => one !== null));
			const tombstones = stored.filter(isDue).map(toTombstone);
			const isGone = (one: Annotation | null) => one !== null && (isDue(one) || isTombstone(one));
			const gone = new Set(stored.filter(isGone).map((one) => one!.id));
			await Promise.all([
				forgetInUndo(tx.objectStore('preferences'), gone),
				...tombstones.map((tombstone, i) => store.put({ ...tombstone, saved: last + 1 + i })),
				...editions
					.filter((edition) => isSound && !needed.has(edition))
					.map((edition) => snapshots.delete(edition))
			]);
			return tombstones;
		},
		LONG_LIMIT
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
