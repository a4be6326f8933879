/** Where in a text a quote may stand. */
import type { TextRange } from '../../text/range';
import type { SharedGrams } from '../align/shared-grams';
import type { TextPair } from '../alignment';
import {
	LEAST_REGION_SHARE_OF_BEST,
	LEAST_REGION_SHARE_OF_QUOTE,
	LONGEST_REGION_FACTOR,
	MOST_REGIONS,
	REGION_SLACK
} from '../tuning';

/** A gram that the quote and the text share, by where it starts in the quote (A) and in the text (B). */
export interface GramHit {
	fromA: number;
	fromB: number;
}

/** The grams that a quote and a text share, in the order of the text. */
export function inTextOrder({ startsA, startsB }: SharedGrams): GramHit[] {
	return startsA
		.map((fromA, n) => ({ fromA, fromB: startsB[n] }))
		.sort((a, b) => a.fromB - b.fromB);
}

interface Region extends TextRange {
	/** Where the last of its grams starts. */
	last: number;
	count: number;
}

/**
 * Stretches of the text where grams of the quote stand close together, at most `insertion` units
 * from one to the next, those with the most grams first.
 */
export function candidateRegions(
	{ foldedA, foldedB }: TextPair,
	hits: readonly GramHit[],
	insertion: number
): TextRange[] {
	const regions: Region[] = [];
	const longest = foldedA.length * LONGEST_REGION_FACTOR + insertion;
	for (const { fromA, fromB } of hits) {
		// As far around as the quote reaches from this gram.
		const start = Math.max(0, fromB - fromA - REGION_SLACK);
		const end = Math.min(foldedB.length, fromB - fromA + foldedA.length + REGION_SLACK);
		const region = regions.at(-1);
		if (region && fromB - region.last < insertion && fromB - region.start < longest) {
			region.start = Math.min(region.start, start);
			region.end = Math.max(region.end, end);
			region.last = fromB;
			region.count += 1;
		} else {
			regions.push({ start, end, last: fromB, count: 1 });
		}
	}
	regions.sort((a, b) => b.count - a.count);
	return regions
		.slice(0, MOST_REGIONS)
		.filter(
			({ count }) =>
				count >= regions[0].count * LEAST_REGION_SHARE_OF_BEST &&
				count >= foldedA.length * LEAST_REGION_SHARE_OF_QUOTE
		);
}
