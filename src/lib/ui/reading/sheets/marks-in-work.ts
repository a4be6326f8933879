/** What the reader made in a work, in the order of its text. */
import { currentTarget } from '$lib/core/annotation/current-target';
import { toEntry, type Entry } from '$lib/core/notebook/entry';
import { sortEntries } from '$lib/core/notebook/sort-entries';
import { readingOrder } from '$lib/core/text/reading-order';
import type { Work } from '$lib/core/text/work';
import type { Annotations } from '$lib/state/annotations/annotations.svelte';

/**
 * The entries of a work's chapters. Where they stand today is known in chapters that are open; in the
 * others they count as where they were made.
 */
export function marksInWork(annotations: Annotations, work: Work): Entry[] {
	const order = readingOrder([work]);
	const entries = annotations.live
		.filter((one) => currentTarget(one)?.work === work.slug)
		.map((one) => toEntry(one, annotations.placeOf(one.id), order))
		.filter(({ chapterIndex }) => chapterIndex < Infinity);
	return sortEntries(entries, 'text');
}
