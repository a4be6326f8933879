/**
 * What the reader made. The database has the truth: whoever writes merges with what
 * is there, so that two tabs never take anything from each other.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import { isDeleted } from '$lib/core/annotation/deletion';
import { merge } from '$lib/core/annotation/merge';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import { snapshotsOf } from '$lib/core/annotation/snapshot';
import type { SeenDeletion } from '$lib/core/annotation/trash';
import { BATCH_SIZE } from './batches';
import { LONG_LIMIT, type Database, type Progress, type StoredRecord } from './database';

export interface StoredAnnotations {
	annotations: Annotation[];
	/** Records that are no annotations, as they lie there: damaged, or of a newer version. Nothing touches them. */
	unreadable: unknown[];
	/** Number of the last write; to be asked from next time. */
	last: number;
	/** How many of them pages wrote as they were unloaded, for `mergeUnmerged` in maintenance.ts. */
	unmerged: number;
}

type Texts = ReadonlyMap<string, string>;

/** Records that are read at a time: copying more of them out makes the page wait. */
const READ_SIZE = 500;

/** All annotations that were written after the write number `after`; 0 for all there are. */
export async function readAnnotations(database: Database, after = 0): Promise<StoredAnnotations> {
	const records: unknown[] = [];
	const leftBehind = await database.read(
		['annotations', 'unmerged'],
		async (tx) => {
			records.length = 0; // A lost connection begins this anew.
			const store = tx.objectStore('annotations');
			const all = (part: StoredRecord[]) => void records.push(...part);
			if (after) await readInBatches(store.index('saved'), 'saved', all, after);
			else await readInBatches(store, 'id', all);
			return tx.objectStore('unmerged').getAll();
		},
		LONG_LIMIT
	);
	const unmerged = leftBehind.map(readAnnotation).filter((annotation) => annotation !== null);
	const found: StoredAnnotations = {
		annotations: unmerged,
		unreadable: [],
		last: after,
		unmerged: unmerged.length
	};
	for (const record of records) {
		const { annotation, saved } = readStored(record);
		if (annotation) found.annotations.push(annotation);
		else found.unreadable.push(record);
		found.last = Math.max(found.last, saved);
	}
	return found;
}

interface Readable {
	getAll(range: IDBKeyRange | undefined, count: number): Promise<StoredRecord[]>;
}

/** Reads records in the order of their keys, which are in `key`, part by part; those `after` a key, or all. */
export async function readInBatches(
	source: Readable,
	key: 'id' | 'saved',
	take: (part: StoredRecord[]) => void,
	after?: number
): Promise<void> {
	let range = after ? IDBKeyRange.lowerBound(after, true) : undefined;
	for (let part: StoredRecord[]; ; range = IDBKeyRange.lowerBound(part.at(-1)![key], true)) {
		part = await source.getAll(range, READ_SIZE);
		take(part);
		if (part.length < READ_SIZE) return;
	}
}

/** A record as it lies there: what it says, and the number of its write (0 when it has none). */
export function readStored(record: unknown): { annotation: Annotation | null; saved: number } {
	if (typeof record !== 'object' || record === null) return { annotation: null, saved: 0 };
	const { saved, ...rest } = record as Partial<StoredRecord>;
	return { annotation: readAnnotation(rest), saved: Number.isFinite(saved) ? saved! : 0 };
}

/** Ms that the disk may take for each annotation of a change that is written at its end. */
const COMMIT_TIME = 1;

export interface SaveOptions {
	/** The writes are numbered on from there at least, in a database that lost those it had. */
	from?: number;
	/** Milliseconds since 1970. */
	now?: number;
}

/**
 * Saves one change in one transaction: `annotations`, each merged with what is stored of it, and of
 * `texts` (by edition) those they need and that are not stored yet. Gives what is stored now,
 * in the same order, when it is on the disk.
 *
 * @throws StorageError when nothing was written
 */
export function saveAnnotations(
	database: Database,
	annotations: readonly Annotation[],
	texts: Texts = new Map(),
	{ from = 0, now = Date.now() }: SaveOptions = {}
): Promise<Annotation[]> {
	return database.update(['annotations', 'snapshots', 'deletions'], async (tx, progress) => {
		const snapshots = tx.objectStore('snapshots');
		const needed = snapshotsOf(annotations, texts);
		const stored = await Promise.all(needed.map(({ edition }) => snapshots.getKey(edition)));
		await Promise.all(
			needed.filter((_, i) => stored[i] === undefined).map((one) => snapshots.put(one))
		);
		return putMerged(tx, annotations, { from, now, progress });
	});
}

/**
 * Puts annotations, each merged with what is stored of it, batch by batch, and notes which of them
 * this device sees deleted for the first time. Gives what is stored now, in the same order.
 */
export async function putMerged(
	tx: WriteTransaction,
	annotations: readonly Annotation[],
	{ from, now, progress }: Required<SaveOptions> & { progress: Progress }
): Promise<Annotation[]> {
	const store = tx.objectStore('annotations');
	const deletions = tx.objectStore('deletions');
	const saved = Math.max(await readLastSaved(store), from) + 1;
	const all: Annotation[] = [];
	for (let first = 0; first < annotations.length; first += BATCH_SIZE) {
		const batch = annotations.slice(first, first + BATCH_SIZE);
		const stored = await Promise.all(
			batch.map(async ({ id }) => readStored(await store.get(id)).annotation)
		);
		const merged = batch.map((annotation, i) => mergeWith(stored[i], annotation));
		const deleted = merged.filter(
			(one, i) => isDeleted(one) && !(stored[i] && isDeleted(stored[i]))
		);
		// Async, so that one which cannot be put rejects with the others.
		await Promise.all([
			...merged.map(async (one, i) => store.put({ ...one, saved: saved + first + i })),
			...deleted.map(async ({ id, fields }) =>
				deletions.put({ id, deleted: fields.deleted!.at, firstSeen: now })
			)
		]);
		all.push(...merged);
		progress(annotations.length * COMMIT_TIME);
	}
	return all;
}

/** `annotation` merged with what is stored of it; `null` for nothing, or a damaged record. */
export function mergeWith(stored: Annotation | null, annotation: Annotation): Annotation {
	return merge(stored ? [stored] : [], [annotation])[0];
}

/** As much of a write transaction as putting annotations needs, whatever other stores it has. */
interface WriteTransaction {
	objectStore(name: 'annotations'): Counted & {
		get(id: string): Promise<StoredRecord | undefined>;
		put(record: StoredRecord): Promise<unknown>;
	};
	objectStore(name: 'deletions'): { put(deletion: SeenDeletion): Promise<unknown> };
}

/** A store whose writes are numbered. */
interface Counted {
	index(name: 'saved'): {
		openKeyCursor(range: null, direction: 'prev'): Promise<{ key: number } | null>;
	};
}

/** Number of the last write there was; 0 before the first. */
export async function readLastSaved(store: Counted): Promise<number> {
	const cursor = await store.index('saved').openKeyCursor(null, 'prev');
	return cursor?.key ?? 0;
}

/**
 * Saves `annotations` while the page is unloaded: without a look at what is stored, since no answer
 * would come back in time. `mergeUnmerged` (maintenance.ts) merges them with the others later.
 */
export function saveBeforeUnload(
	database: Database,
	annotations: readonly Annotation[],
	texts: Texts
): Promise<void> {
	return database.write(['unmerged', 'snapshots'], (tx) =>
		Promise.all([
			...annotations.map(async (annotation) => tx.objectStore('unmerged').put(annotation)),
			...snapshotsOf(annotations, texts).map((snapshot) =>
				tx.objectStore('snapshots').put(snapshot)
			)
		])
	);
}
