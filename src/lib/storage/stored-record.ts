/** Annotations as they lie in the database: each with the number of its write, and the key it is sorted by. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { currentTarget } from '$lib/core/annotation/current-target';
import { isDeleted } from '$lib/core/annotation/deletion';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import type { SortKey, StoredRecord } from './database';

/** An annotation as it is stored. @param saved number of the write */
export function toRecord(annotation: Annotation, saved: number): StoredRecord {
	return { ...annotation, saved, sortKey: sortKeyOf(annotation) };
}

/** What a record says. */
export interface ReadRecord {
	/** `null` when it is none: damaged, or of a newer version. */
	annotation: Annotation | null;
	/** Number of the write; 0 when it has none. */
	saved: number;
	/** The index has it where it belongs. An older version, which did not know of the index, wrote the others. */
	isSorted: boolean;
}

/** Reads a record as it lies in the database, where anybody may have written anything. */
export function readRecord(record: unknown): ReadRecord {
	if (typeof record !== 'object' || record === null) {
		return { annotation: null, saved: 0, isSorted: true };
	}
	const { saved, sortKey, ...rest } = record as Partial<StoredRecord>;
	const annotation = readAnnotation(rest);
	return {
		annotation,
		saved: Number.isFinite(saved) ? saved! : 0,
		isSorted: annotation === null || isSameKey(sortKey, sortKeyOf(annotation))
	};
}

/** Where an annotation stands among all, by its newest target; none when it is deleted. */
export function sortKeyOf(annotation: Annotation): SortKey | undefined {
	const target = currentTarget(annotation);
	if (!target || isDeleted(annotation)) return undefined;
	return [target.work, target.chapter, target.start, annotation.id];
}

function isSameKey(stored: unknown, key: SortKey | undefined): boolean {
	if (!key) return stored === undefined;
	return Array.isArray(stored) && key.every((part, i) => part === stored[i]);
}
