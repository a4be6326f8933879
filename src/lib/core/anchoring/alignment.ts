/**
 * What two editions of a text have in common. A is the old text and B the new one;
 * coordinates are called as in ProseMirror's changesets: `fromA`, `toA`, `fromB`, `toB`.
 */
import type { SharedGrams } from './align/shared-grams';

/** A range of the old text and a range of the new one, in UTF-16 units, ends not included. */
export interface RangePair {
	fromA: number;
	toA: number;
	fromB: number;
	toB: number;
}

/** Two ranges that hold the same characters once both texts are folded; they are equally long. */
export type Match = RangePair;

/** A match within the alignment of two whole texts. */
export interface AlignedMatch extends Match {
	/** Whether it was found away from its old neighbours. */
	moved: boolean;
}

/** Two ranges between matches, whose contents are still to be compared. */
export interface Gap extends RangePair {
	/** Whether a match ends where the gap starts, so that both ranges start at the same passage. */
	afterMatch: boolean;
	/** Whether a match starts where the gap ends, so that both ranges end at the same passage. */
	beforeMatch: boolean;
}

/** The matches of two texts. They overlap in neither text. */
export interface Alignment {
	textA: string;
	textB: string;
	/** In the order of the old text. */
	matches: AlignedMatch[];
	/** The same matches in the order of the new text. */
	matchesB: AlignedMatch[];
	/** Units of a gram in the writing of the new text: about as much as two words. */
	gramSize: number;
}

/** Two texts, as they are and folded for matching (`core/text/fold.ts`). */
export interface TextPair {
	textA: string;
	textB: string;
	foldedA: string;
	foldedB: string;
	/** The grams that `foldedA` and `foldedB` share. */
	shared: SharedGrams;
	/** What may still be spent on comparing them; it becomes less. */
	effort: Effort;
}

/** How much work is left of what a comparison of two texts may take, whatever they are. */
export interface Effort {
	/** Cells of tables of word pairs, of gaps that are not short. */
	tokenCells: number;
}

/** UTF-16 units of a match, which are as many in both texts. */
export function lengthOf({ fromA, toA }: Match): number {
	return toA - fromA;
}

/** Units of several matches together. */
export function totalLength(matches: readonly Match[]): number {
	return matches.reduce((sum, match) => sum + lengthOf(match), 0);
}

/** A match without length, to stand for the start or the end of a range in both texts. */
export function emptyMatch(a: number, b: number): Match {
	return { fromA: a, toA: a, fromB: b, toB: b };
}

/**
 * Index of the first match that ends after `offset` of the old text (`toA`) or of the new one
 * (`toB`), in whose order they must be given; their number when none does.
 */
export function firstEndingAfter(
	matches: readonly Match[],
	offset: number,
	end: 'toA' | 'toB'
): number {
	let low = 0;
	let high = matches.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (matches[middle][end] <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The last match that starts before `offset` of the old text (A) or the new one (B). */
export function startingBefore(
	matches: readonly AlignedMatch[],
	offset: number,
	text: 'A' | 'B'
): AlignedMatch | undefined {
	const n = firstEndingAfter(matches, offset, `to${text}`);
	return n < matches.length && matches[n][`from${text}`] < offset ? matches[n] : matches[n - 1];
}
