/** Sorts the entries of the notebook: in the order of the texts, or by time. */
import { compareTexts } from '../annotation/canonical-json';
import type { Entry } from './entry';

export type SortOrder = 'text' | 'newest' | 'oldest';

/** A sorted copy. Entries that were made at the same moment follow the text. */
export function sortEntries(entries: readonly Entry[], order: SortOrder): Entry[] {
	const byTime = (a: Entry, b: Entry) => compareTexts(a.annotation.created, b.annotation.created);
	const compare = {
		text: compareInText,
		newest: (a: Entry, b: Entry) => byTime(b, a) || compareInText(a, b),
		oldest: (a: Entry, b: Entry) => byTime(a, b) || compareInText(a, b)
	};
	return [...entries].sort(compare[order]);
}

/** By chapter, then by beginning; of two that begin together the longer one comes first. */
function compareInText(a: Entry, b: Entry): number {
	if (a.chapterIndex !== b.chapterIndex) return a.chapterIndex < b.chapterIndex ? -1 : 1;
	// Chapters that the library does not have share one number.
	const chapter =
		a.chapterIndex === Infinity
			? compareTexts(a.target.work, b.target.work) ||
				compareTexts(a.target.chapter, b.target.chapter)
			: 0;
	return chapter || a.start - b.start || b.target.end - a.target.end || compareTexts(a.id, b.id);
}
