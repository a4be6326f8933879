/** Which entries of the notebook are listed: by kind, colour, tags, work and words. */
import type { Annotation, Colour, Kind } from '../annotation/annotation';
import { queryKey, searchKey } from '../search/search-key';
import type { Entry } from './entry';

/** An entry is listed when it meets all of these. */
export interface Filter {
	/** `null` lists every kind. A highlight with a note is of both kinds. */
	kind: Kind | null;
	/** The entry is seen in one of these colours; an empty list lists every colour. */
	colours: readonly Colour[];
	/** The entry has all of these tags. */
	tags: readonly string[];
	/** Slug of its work; `null` lists every work. */
	work: string | null;
	/** The quote or the note contains these words, as they were typed. */
	words: string;
}

export const NO_FILTER: Filter = { kind: null, colours: [], tags: [], work: null, words: '' };

/** How many choices narrow the list, without the words. */
export function countChoices({ kind, colours, tags, work }: Filter): number {
	return (kind ? 1 : 0) + colours.length + tags.length + (work ? 1 : 0);
}

/** The entries that meet the filter, in the order they came in. */
export function filterEntries(entries: readonly Entry[], filter: Filter): Entry[] {
	const { kind, colours, tags, work } = filter;
	const words = queryKey(filter.words);
	return entries.filter(
		(entry) =>
			(kind === null || isOfKind(entry, kind)) &&
			(colours.length === 0 ||
				(entry.shownColour !== null && colours.includes(entry.shownColour))) &&
			tags.every((tag) => entry.tags.includes(tag)) &&
			(work === null || entry.target.work === work) &&
			(words === '' || contains(entry, words))
	);
}

function isOfKind({ annotation, note }: Entry, kind: Kind): boolean {
	return annotation.kind === kind || (kind === 'note' && note !== '');
}

// Annotations are replaced when they change, so the key of one holds as long as it lives.
const keys = new WeakMap<Annotation, SearchKeys>();

interface SearchKeys {
	quote: string;
	note: string;
}

/** @param words a search key */
function contains({ annotation, quote, note }: Entry, words: string): boolean {
	const known = keys.get(annotation) ?? prepareSearch(annotation, { quote, note });
	return known.quote.includes(words) || known.note.includes(words);
}

/**
 * Computes what a search compares, and remembers it. The first search does so for every entry
 * that was not prepared, which takes a phone a second for a hundred thousand: prepare them in
 * idle time.
 */
export function prepareSearch(
	annotation: Annotation,
	{ quote, note }: { quote: string; note: string }
): SearchKeys {
	const prepared = { quote: searchKey(quote), note: searchKey(note) };
	keys.set(annotation, prepared);
	return prepared;
}
