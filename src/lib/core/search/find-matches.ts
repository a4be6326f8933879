/** Finds what a query asks for in one text. */
import { blockAt, type Block } from '../text/chapter-text';
import type { TextRange } from '../text/range';
import type { Query } from './query';
import { termFinder, type SearchedText } from './term-finder';

/** A passage within one block that has all terms of a query, as near to each other as they stand. */
export interface Match extends TextRange {
	/** Where each term stands in it, by the order of the text. */
	parts: readonly TextRange[];
}

/** All matches of a query, in order; they do not overlap. For one term they are where it stands. */
export function findMatches(searched: SearchedText, query: Query): Match[] {
	const places = placesOfTerms(searched, query);
	if (places.length === 1) return places[0].map((place) => ({ ...place, parts: [place] }));
	return nearest(places, searched.blocks);
}

/** Where each term stands, those in the same order; none at all when one of them stands nowhere. */
function placesOfTerms(searched: SearchedText, query: Query): TextRange[][] {
	const placesOf = termFinder(searched, query);
	const places: TextRange[][] = [];
	for (const term of query.terms) {
		const found = placesOf(term);
		if (found.length === 0) return [];
		places.push(found);
	}
	return places;
}

/** The shortest passages of one block that have a place of each term, one behind the other. */
function nearest(places: readonly TextRange[][], blocks: readonly Block[]): Match[] {
	const inOrder = places
		.flatMap((found, term) => found.map((place) => ({ place, term })))
		.sort((a, b) => a.place.end - b.place.end || a.place.start - b.place.start);
	const matches: Match[] = [];
	/** The latest place of each term since the last match, within the block. */
	const latest = new Map<number, TextRange>();
	let block: Block | null = null;
	let from = 0;
	for (const { place, term } of inOrder) {
		if (!block || place.start >= block.end) {
			block = blockAt(blocks, place.start);
			latest.clear();
		}
		if (place.start < from) continue; // in the match before
		latest.set(term, place);
		if (latest.size < places.length) continue;
		const parts = [...latest.values()].sort((a, b) => a.start - b.start);
		from = place.end;
		matches.push({ start: parts[0].start, end: from, parts });
		latest.clear();
	}
	return matches;
}
