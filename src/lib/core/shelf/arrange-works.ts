/** Which works stand on the shelf, and in which order. */
import type { WorkProgress } from '../reading/progress';
import { queryKey, searchKey } from '../search/search-key';
import type { Work } from '../text/work';
import type { ShelfOrder } from './shelf-choices';
import { statusOf, type MarkedStatus, type WorkStatus } from './work-status';

/** A work as it stands on the shelf. */
export interface ShelfEntry<T extends Work = Work> {
	work: T;
	/** `null` when it was never read. */
	progress: WorkProgress | null;
	/** What the reader said of it; `null` for nothing. */
	marked: MarkedStatus | null;
	tags: readonly string[];
	/** When the reader added it, ISO 8601; empty for a published one. */
	added: string;
}

/** What is shown: what meets all of these. */
export interface ShelfFilter {
	/** `null`: in any. */
	status: WorkStatus | null;
	/** It has this tag; `null`: any, or none. */
	tag: string | null;
	/** Title and author have each of these words. */
	words: string;
}

export const WHOLE_SHELF: ShelfFilter = { status: null, tag: null, words: '' };

/** The entries that meet a filter, in an order; among equals the order they came in. */
export function arrangeWorks<T extends ShelfEntry>(
	entries: readonly T[],
	order: ShelfOrder,
	{ status, tag, words }: ShelfFilter = WHOLE_SHELF
): T[] {
	const terms = queryKey(words).split(' ').filter(Boolean);
	return entries
		.filter(
			(entry) =>
				(status === null || statusOf(entry) === status) &&
				(tag === null || entry.tags.includes(tag)) &&
				hasTerms(entry, terms)
		)
		.toSorted(COMPARE[order]);
}

function hasTerms({ work }: ShelfEntry, terms: readonly string[]): boolean {
	if (terms.length === 0) return true;
	const key = searchKey(`${work.title} ${work.author}`);
	return terms.every((term) => key.includes(term));
}

// Numbers as numbers: “Volume 2” stands before “Volume 10”.
const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const latest = (a: string, b: string) => (a > b ? -1 : Number(a < b));

const COMPARE: Record<ShelfOrder, (a: ShelfEntry, b: ShelfEntry) => number> = {
	recent: (a, b) => latest(a.progress?.at ?? '', b.progress?.at ?? ''),
	title: (a, b) => compare(a.work.title, b.work.title),
	author: (a, b) => compare(a.work.author, b.work.author) || compare(a.work.title, b.work.title),
	added: (a, b) => latest(a.added, b.added)
};

/** All tags that works have, those of most works first. */
export function tagsOn(entries: readonly ShelfEntry[]): string[] {
	const counts = new Map<string, number>();
	for (const { tags } of entries)
		for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([tag]) => tag);
}
