/**
 * What the reader made. The database has the truth: whoever writes merges with what
 * is there, so that two tabs never take anything from each other.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import { currentTarget } from '$lib/core/annotation/current-target';
import { isDeleted, isTombstone } from '$lib/core/annotation/deletion';
import { merge } from '$lib/core/annotation/merge';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import { snapshotsOf } from '$lib/core/annotation/snapshot';
import type { SeenDeletion } from '$lib/core/annotation/trash';
import { chapterKey, type ChapterName } from '$lib/core/text/work';
import { BATCH_SIZE } from './batches';
import {
	LONG_LIMIT,
	type Database,
	type Progress,
	type SortKey,
	type StoredRecord
} from './database';
import { readRecord, toRecord } from './stored-record';

export interface StoredAnnotations {
	annotations: Annotation[];
	/** Records that are no annotations, as they lie there: damaged, or of a newer version. Nothing touches them. */
	unreadable: unknown[];
	/** Number of the last write; to be asked from next time. */
	last: number;
	/** How many of them pages wrote as they were unloaded, for `mergeUnmerged` in maintenance.ts. */
	unmerged: number;
	/** Ids of those whose records have no key to be sorted by, or another one, for `sortRecords` in maintenance.ts. */
	unsorted: string[];
}

type Texts = ReadonlyMap<string, string>;

/** Records that are read at a time: copying more of them out makes the page wait. */
const READ_SIZE = 500;

/**
 * All annotations that were written after the write number `after`; 0 for all there are.
 *
 * @param take gets them part by part as they are read; after a lost connection once more
 */
export function readAnnotations(
	database: Database,
	after = 0,
	take: (annotations: readonly Annotation[]) => void = () => {}
): Promise<StoredAnnotations> {
	return database.read(
		['annotations', 'unmerged'],
		async (tx) => {
			const store = tx.objectStore('annotations');
			const found: StoredAnnotations = {
				annotations: [],
				unreadable: [],
				last: after,
				unmerged: 0,
				unsorted: []
			};
			// Each part at once: to look at all of them in the end would make the page wait.
			const addPart = (part: StoredRecord[]) => take(addRecords(found, part));
			if (after) await readInBatches(store.index('saved'), 'saved', addPart, after);
			else await readInBatches(store, 'id', addPart);
			const leftBehind = await tx.objectStore('unmerged').getAll();
			const unmerged = leftBehind.map(readAnnotation).filter((one) => one !== null);
			found.annotations.push(...unmerged);
			found.unmerged = unmerged.length;
			take(unmerged);
			return found;
		},
		LONG_LIMIT
	);
}

/** Adds what records say to what was found before; gives the annotations in them. */
function addRecords(found: StoredAnnotations, records: readonly unknown[]): Annotation[] {
	const before = found.annotations.length;
	for (const record of records) {
		const { annotation, saved, isSorted } = readRecord(record);
		if (annotation) found.annotations.push(annotation);
		else found.unreadable.push(record);
		if (annotation && !isSorted) found.unsorted.push(annotation.id);
		found.last = Math.max(found.last, saved);
	}
	return found.annotations.slice(before);
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

/**
 * The annotations of these chapters, at most `limit`: chapter by chapter as they are named, in each by
 * where they begin. Without deleted ones, and without those that have no key yet (see `sortRecords` in
 * maintenance.ts): whoever reads these reads all later. What pages wrote as they were unloaded comes
 * last, whether it is merged or not.
 */
export function readInOrder(
	database: Database,
	chapters: readonly ChapterName[],
	limit = Infinity
): Promise<Annotation[]> {
	return database.read(['annotations', 'unmerged'], async (tx) => {
		const index = tx.objectStore('annotations').index('sortKey');
		const found: StoredRecord[] = [];
		for (const { work, chapter } of chapters) {
			let after: SortKey | [string, string] = [work, chapter];
			for (let isWhole = false; !isWhole && found.length < limit;) {
				const size = Math.min(READ_SIZE, limit - found.length);
				// An array sorts after all numbers.
				const range = IDBKeyRange.bound(after, [work, chapter, []], true);
				const part: StoredRecord[] = await index.getAll(range, size);
				found.push(...part);
				isWhole = part.length < size;
				after = part.at(-1)?.sortKey ?? after;
			}
		}
		const keys = new Set(chapters.map(chapterKey));
		const isHere = (one: Annotation) =>
			!isTombstone(one) && keys.has(chapterKey(currentTarget(one)));
		const unmerged = (await tx.objectStore('unmerged').getAll()).map(readAnnotation);
		return [
			...found.map((record) => readRecord(record).annotation),
			...unmerged.filter((one) => one && isHere(one))
		].filter((one) => one !== null);
	});
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
			batch.map(async ({ id }) => readRecord(await store.get(id)).annotation)
		);
		const merged = batch.map((annotation, i) => mergeWith(stored[i], annotation));
		const deleted = merged.filter(
			(one, i) => isDeleted(one) && !(stored[i] && isDeleted(stored[i]))
		);
		// Async, so that one which cannot be put rejects with the others.
		await Promise.all([
			...merged.map(async (one, i) => store.put(toRecord(one, saved + first + i))),
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
