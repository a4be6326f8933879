/** What every export goes through: the live annotations, as the notebook has them, in the order of the texts. */
import type { ExportContext } from './export-context';
import type { Annotation } from '../annotation/annotation';
import { isDeleted } from '../annotation/merge';
import { groupEntries, type EntryGroup } from '../notebook/group-entries';
import { sortEntries } from '../notebook/sort-entries';
import { readingOrder } from '../text/reading-order';
import { toEntry, type Entry } from '../notebook/entry';

/** Chapter by chapter; in one that is not in the library any more, by work. The same for the same annotations. */
export function entriesByChapter(
	annotations: readonly Annotation[],
	about: ExportContext
): EntryGroup[] {
	const order = readingOrder(about.works);
	const entries = annotations
		.filter((one) => !isDeleted(one) && one.targets.length > 0)
		.map((one) => toEntry(one, about.places.get(one.id) ?? null, order));
	return groupEntries(sortEntries(entries, 'text'), 'text', about.works);
}

/** "2026-11-22", of a date as annotations have it. */
export function creationDay({ annotation }: Entry): string {
	return annotation.created.slice(0, 10);
}
