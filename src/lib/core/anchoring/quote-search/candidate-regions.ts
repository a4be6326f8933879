/** Where in a text a quote may stand. */
import { occurrencesOf, type GramIndex } from '../align/gram-index';
import type { TextPair } from '../alignment';
import type { TextRange } from '../../text/range';

/** A gram of the quote that stands in the text too. */
export interface SharedGram {
	from: number;
	to: number;
}

/** The grams that `was` shares with the indexed text, in the order of that one. */
export function sharedGrams(was: string, grams: GramIndex): SharedGram[] {
	const shared: SharedGram[] = [];
	const hits: number[] = [];
	for (let from = 0; from + grams.size <= was.length; from += 1) {
		const count = occurrencesOf(grams, was, from, hits);
		for (let h = 0; h < count; h += 1) shared.push({ from, to: hits[h] });
	}
	return shared.sort((a, b) => a.to - b.to);
}

// Regions that are looked at closely, at most, and the share of the richest one's grams
// and of all the quote's grams that a region must have for it.
const MOST_REGIONS = 4;
const FEWEST_GRAMS = 0.1;
const FEWEST_OF_ALL = 0.05;
// Units around a region for what lost its grams to edits.
const SLACK = 32;

interface Region extends TextRange {
	last: number;
	hits: number;
}

/**
 * Stretches of the text where grams of the quote stand close together, at most
 * `insertion` units from one to the next, richest first.
 */
export function candidateRegions(
	{ was, is }: TextPair,
	shared: readonly SharedGram[],
	insertion: number
): TextRange[] {
	const found: Region[] = [];
	for (const { from, to } of shared) {
		// As far around as the quote reaches from here.
		const start = Math.max(0, to - from - SLACK);
		const end = Math.min(is.length, to - from + was.length + SLACK);
		const region = found.at(-1);
		if (region && to - region.last < insertion && to - region.start < was.length * 2 + insertion) {
			region.start = Math.min(region.start, start);
			region.end = Math.max(region.end, end);
			region.last = to;
			region.hits += 1;
		} else {
			found.push({ start, end, last: to, hits: 1 });
		}
	}
	found.sort((a, b) => b.hits - a.hits);
	return found
		.slice(0, MOST_REGIONS)
		.filter(
			({ hits }) => hits >= found[0].hits * FEWEST_GRAMS && hits >= was.length * FEWEST_OF_ALL
		);
}
