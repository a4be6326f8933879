/**
 * Texts as a search that tells nothing apart compares them: without regard to case, accents,
 * ligatures, and the form of quotation marks and dashes. Keys are never stored or shown.
 */
import type { TextRange } from '../text/range';
import { INSENSITIVE } from './fold-character';
import { foldText } from './folded-text';
import { occurrencesOf } from './occurrences';

/** `text` as searches compare it; lengths differ. A text contains a query when its key contains the query's. */
export function searchKey(text: string): string {
	return foldText(text, INSENSITIVE).key;
}

/** The search key of what a reader typed, without spaces at its ends. */
export function queryKey(query: string): string {
	return searchKey(query.replace(/\s+/gu, ' ').trim());
}

/** Where `query` stands in `text`, as ranges of `text` that do not overlap; none for an empty query. */
export function findHits(text: string, query: string): TextRange[] {
	const wanted = queryKey(query);
	return wanted === '' ? [] : occurrencesOf(wanted, foldText(text, INSENSITIVE));
}
