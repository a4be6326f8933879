/** Which annotations an export has, and in which order. */
import type { Annotation } from '../annotation/annotation';
import { isDeleted } from '../annotation/deletion';
import { toEntry, type Entry } from '../notebook/entry';
import { groupEntries, type EntryGroup } from '../notebook/group-entries';
import { sortEntries } from '../notebook/sort-entries';
import { readingOrder } from '../text/reading-order';
import type { ExportContext } from './export-context';

/** Whether exports have an annotation: it is neither deleted nor a tombstone. */
export function isExported(annotation: Annotation): boolean {
	return !isDeleted(annotation) && annotation.targets.length > 0;
}

/**
 * The annotations of an export as entries of the notebook, in the order of the texts and grouped by
 * chapter. The order does not depend on that of `annotations`.
 */
export function entriesByChapter(
	annotations: readonly Annotation[],
	context: ExportContext
): EntryGroup[] {
	const order = readingOrder(context.works);
	const entries = annotations
		.filter(isExported)
		.map((one) => toEntry(one, context.places.get(one.id) ?? null, order));
	return groupEntries(sortEntries(entries, 'text'), 'text', context.works);
}

/** The day on which an annotation was made, "2026-11-22", in UTC. */
export function creationDay({ annotation }: Entry): string {
	return annotation.created.slice(0, 10);
}
