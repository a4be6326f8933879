/**
 * Texts as a search that tells nothing apart compares them: without regard to case, accents,
 * ligatures, and the form of quotation marks and dashes. Keys are never stored or shown.
 */
import { INSENSITIVE } from './fold-character';
import { foldKey } from './folded-text';

/** `text` as searches compare it; lengths differ. A text contains a query when its key contains the query's. */
export function searchKey(text: string): string {
	return foldKey(text, INSENSITIVE);
}

/** The search key of what a reader typed, without spaces at its ends. */
export function queryKey(query: string): string {
	return searchKey(query.replace(/\s+/gu, ' ').trim());
}
