/** Which annotations a search of the notebook finds: those that have each of its terms somewhere. */
import type { Annotation } from '../annotation/annotation';
import { NO_OPTIONS, parseQuery, type SearchOptions } from '../search/query';
import { searchKey } from '../search/search-key';
import { termFinderInNote } from '../search/term-finder';
import { searchedFields } from './searched-fields';

// Stands between the keys of an annotation's fields. No key has it: there it is a space.
const SEPARATOR = '\n';

// Annotations are replaced when they change, so the key of one holds as long as it lives.
const keys = new WeakMap<Annotation, string>();

/**
 * A test whether an annotation has all terms of a query, each in one of its fields.
 *
 * @param words as they were typed; `null` is given for words that ask for nothing
 */
export function annotationFinder(
	words: string,
	options: SearchOptions
): ((annotation: Annotation) => boolean) | null {
	const query = parseQuery(words, options);
	if (query.terms.length === 0) return null;
	// What is told apart is looked at in the few that have the words in any form.
	const { terms } = parseQuery(words, NO_OPTIONS);
	const isPlain = !options.case && !options.accents && !options.wholeWords;
	return (annotation) => {
		const key = keys.get(annotation) ?? prepareSearch(annotation);
		if (!terms.every((term) => key.includes(term))) return false;
		if (isPlain) return true;
		const finders = searchedFields(annotation).map((field) => termFinderInNote(field, query));
		return query.terms.every((term) => finders.some((placesOf) => placesOf(term).length > 0));
	};
}

/**
 * Computes what a search compares, and remembers it. The first search does so for every annotation
 * that was not prepared, which takes a phone a second for a hundred thousand: prepare them in
 * idle time.
 */
export function prepareSearch(annotation: Annotation): string {
	const key = searchedFields(annotation).map(searchKey).join(SEPARATOR);
	keys.set(annotation, key);
	return key;
}
