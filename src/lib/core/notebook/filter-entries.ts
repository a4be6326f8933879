/** Which entries of the notebook are listed: by kind, colour, tags, work and words. */
import type { Colour, Kind } from '../annotation/annotation';
import { NO_OPTIONS, type SearchOptions } from '../search/query';
import type { Entry } from './entry';
import { annotationFinder } from './search-entries';

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
	/** Quote, note and tags have these words and phrases, as they were typed. */
	words: string;
	/** What is told apart in the words. */
	options: SearchOptions;
}

export const NO_FILTER: Filter = {
	kind: null,
	colours: [],
	tags: [],
	work: null,
	words: '',
	options: NO_OPTIONS
};

/** How many choices narrow the list, without the words. */
export function countChoices({ kind, colours, tags, work }: Filter): number {
	return (kind ? 1 : 0) + colours.length + tags.length + (work ? 1 : 0);
}

/** The entries that meet the filter, in the order they came in. */
export function filterEntries(entries: readonly Entry[], filter: Filter): Entry[] {
	const { kind, colours, tags, work } = filter;
	const isFound = annotationFinder(filter.words, filter.options);
	return entries.filter(
		(entry) =>
			(kind === null || isOfKind(entry, kind)) &&
			(colours.length === 0 ||
				(entry.shownColour !== null && colours.includes(entry.shownColour))) &&
			tags.every((tag) => entry.tags.includes(tag)) &&
			(work === null || entry.target.work === work) &&
			(isFound === null || isFound(entry.annotation))
	);
}

function isOfKind({ annotation, note }: Entry, kind: Kind): boolean {
	return annotation.kind === kind || (kind === 'note' && note !== '');
}
