/** The entries of the notebook under the chapters they are in. */
import { resolveChapter, type ResolvedChapter } from '../text/resolve-chapter';
import { chapterKey, type Work } from '../text/work';
import type { Entry } from './entry';
import type { SortOrder } from './sort-entries';

/** The entries of one chapter, or of all chapters when they are sorted by time. */
export interface EntryGroup {
	key: string;
	/** `null` when the entries are of many chapters. */
	chapter: ResolvedChapter | null;
	entries: Entry[];
}

/** Entries sorted by text, chapter by chapter; sorted by time, as one group. No group is empty. */
export function groupEntries(
	sorted: readonly Entry[],
	order: SortOrder,
	works: readonly Work[]
): EntryGroup[] {
	if (order !== 'text') {
		return sorted.length > 0 ? [{ key: order, chapter: null, entries: [...sorted] }] : [];
	}
	const groups: EntryGroup[] = [];
	for (const entry of sorted) {
		const key = chapterKey(entry.target);
		const last = groups.at(-1);
		if (last?.key === key) last.entries.push(entry);
		else groups.push({ key, chapter: resolveChapter(entry.target, works), entries: [entry] });
	}
	return groups;
}
