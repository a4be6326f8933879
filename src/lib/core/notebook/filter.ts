/** What of the notebook is shown: by kind, colour, tags, work, and words. */
import type { Annotation, Colour, Kind } from '../annotation/annotation';
import { compareTexts } from '../annotation/canonical';
import type { Entry } from './entries';
import { queryKey, searchKey } from '../search/search-key';

export interface Filter {
	/** A highlight with a note is of both kinds; `null` is all. */
	kind: Kind | null;
	/** One of these; none is all. */
	colours: readonly Colour[];
	/** All of these. */
	tags: readonly string[];
	/** Slug; `null` is all. */
	work: string | null;
	/** Words in the quote or the note, as they were typed. */
	words: string;
}

export const NO_FILTER: Filter = { kind: null, colours: [], tags: [], work: null, words: '' };

/** How many choices narrow the list, the words not counted. */
export function countChoices({ kind, colours, tags, work }: Filter): number {
	return (kind ? 1 : 0) + colours.length + tags.length + (work ? 1 : 0);
}

/** The entries that pass, in the order they came. */
export function filterEntries(entries: readonly Entry[], filter: Filter): Entry[] {
	const { kind, colours, tags, work } = filter;
	const words = queryKey(filter.words);
	return entries.filter(
		(entry) =>
			(kind === null || isOfKind(entry, kind)) &&
			(colours.length === 0 || (entry.colour !== null && colours.includes(entry.colour))) &&
			tags.every((tag) => entry.tags.includes(tag)) &&
			(work === null || entry.target.work === work) &&
			(words === '' || says(entry, words))
	);
}

function isOfKind({ annotation, note }: Entry, kind: Kind): boolean {
	return annotation.kind === kind || (kind === 'note' && note !== '');
}

// Annotations are replaced when they change, so what is kept for one holds as long as it lives.
const keys = new WeakMap<Annotation, { quote: string; note: string }>();

function says({ annotation, quote, note }: Entry, words: string): boolean {
	const known = keys.get(annotation) ?? prepareSearch(annotation, { quote, note });
	return known.quote.includes(words) || known.note.includes(words);
}

/**
 * Makes what a search compares, and keeps it; the first search does it for all that were not
 * prepared. Of a hundred thousand it takes a second of a phone: prepare them in idle time.
 */
export function prepareSearch(
	annotation: Annotation,
	{ quote, note }: { quote: string; note: string }
): { quote: string; note: string } {
	const made = { quote: searchKey(quote), note: searchKey(note) };
	keys.set(annotation, made);
	return made;
}

/** A tag and how many entries have it. */
export interface TagCount {
	tag: string;
	count: number;
}

/** Every tag, in the order of the alphabet. */
export function countTags(entries: readonly Entry[]): TagCount[] {
	const counts = new Map<string, number>();
	for (const { tags } of entries) {
		for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
	}
	return [...counts]
		.map(([tag, count]) => ({ tag, count }))
		.sort((a, b) => compareTexts(searchKey(a.tag), searchKey(b.tag)) || compareTexts(a.tag, b.tag));
}

/** `tags` with one more, once, or without it. A tag is one line without spaces around. */
export function withTag(tags: readonly string[], tag: string, has: boolean): string[] {
	const name = tag.replace(/\s+/gu, ' ').trim();
	const others = tags.filter((one) => one !== name);
	if (!has || name === '') return others;
	return tags.includes(name) ? [...tags] : [...others, name];
}
