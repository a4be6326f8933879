/**
 * What the reader made. The database has the truth: whoever writes merges with what
 * is there, so that two tabs never take anything from each other.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import { merge } from '$lib/core/annotation/merge';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import { snapshotsOf } from '$lib/core/annotation/snapshot';
import type { IDBPObjectStore } from 'idb';
import { LONG_LIMIT, type Database, type Schema, type StoredRecord } from './database';

export interface StoredAnnotations {
	annotations: Annotation[];
	/** Records that are no annotations, as they lie there: damaged, or of a newer version. Nothing touches them. */
	unreadable: unknown[];
	/** Number of the last write; to be asked from next time. */
	last: number;
	/** How many of them pages left behind as they went away, for `mergeUnmerged` in tidying.ts. */
	unmerged: number;
}

type Texts = ReadonlyMap<string, string>;

/** Records that are read at a time: copying more of them out makes the page wait. */
const PART = 500;

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
		part = await source.getAll(range, PART);
		take(part);
		if (part.length < PART) return;
	}
}

/** A record as it lies there: what it says, and the number of its write (0 when it has none). */
export function readStored(record: unknown): { annotation: Annotation | null; saved: number } {
	if (typeof record !== 'object' || record === null) return { annotation: null, saved: 0 };
	const { saved, ...rest } = record as Partial<StoredRecord>;
	return { annotation: readAnnotation(rest), saved: Number.isFinite(saved) ? saved! : 0 };
}

/**
 * Keeps one change: `annotations`, each merged with what is stored of it, and of `texts`
 * (by edition) those they need and that are not kept yet. Gives what is stored now,
 * in the same order, when it is on the disk. `from`: the writes are numbered on from there at
 * least, in a database that lost those it had.
 */
export function saveAnnotations(
	database: Database,
	annotations: readonly Annotation[],
	texts: Texts = new Map(),
	from = 0
): Promise<Annotation[]> {
	return database.update(['annotations', 'snapshots'], async (tx) => {
		const store = tx.objectStore('annotations');
		const snapshots = snapshotsOf(annotations, texts);
		const [counted, stored, kept] = await Promise.all([
			readLastSaved(store),
			Promise.all(annotations.map(({ id }) => store.get(id))),
			Promise.all(snapshots.map(({ edition }) => tx.objectStore('snapshots').getKey(edition)))
		]);
		const last = Math.max(counted, from);
		const merged = annotations.map((annotation, i) => mergeWith(stored[i], annotation));
		await Promise.all([
			// Async, so that one which cannot be put rejects with the others.
			...merged.map(async (annotation, i) => store.put({ ...annotation, saved: last + 1 + i })),
			...snapshots
				.filter((_, i) => kept[i] === undefined)
				.map((snapshot) => tx.objectStore('snapshots').put(snapshot))
		]);
		return merged;
	});
}

/** `annotation` merged with a stored record; a damaged one is healed by it. */
export function mergeWith(record: unknown, annotation: Annotation): Annotation {
	const stored = readStored(record).annotation;
	return merge(stored ? [stored] : [], [annotation])[0];
}

type Writable = IDBPObjectStore<
	Schema,
	('annotations' | 'snapshots' | 'unmerged')[],
	'annotations',
	'readwrite'
>;

/** Number of the last write there was; 0 before the first. */
export async function readLastSaved(store: Writable): Promise<number> {
	const cursor = await store.index('saved').openKeyCursor(null, 'prev');
	return cursor?.key ?? 0;
}

/**
 * Keeps `annotations` while the page goes away: without a look at what is stored, since
 * no answer would come back in time. `mergeUnmerged` (tidying.ts) brings them to the others.
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
