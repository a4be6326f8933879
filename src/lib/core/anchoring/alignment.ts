/** What two editions of a text have in common. */
import type { GramIndex } from './align/gram-index';

/** A stretch that stands in both texts. */
export interface Match {
	/** Where it starts in the old text. */
	from: number;
	/** Where it starts in the new text. */
	to: number;
	length: number;
}

/** A run, and whether it left its place among its neighbours. */
export interface AlignedMatch extends Match {
	moved: boolean;
}

/** Pieces of two texts. They do not overlap in either. */
export interface Alignment {
	old: string;
	now: string;
	/** In the order of the old text. */
	pieces: AlignedMatch[];
	/** The same pieces in the order of the new text. */
	inNew: AlignedMatch[];
	/** Units of a gram in their writing: about as much as two words. */
	gram: number;
}

/** Two texts, as they are and folded for matching. */
export interface TextPair {
	old: string;
	now: string;
	/** `old`, folded. */
	was: string;
	/** `now`, folded. */
	is: string;
	/** Those of `is`. */
	grams: GramIndex;
}

/**
 * Index of the first piece that ends after `offset` of the old text (`from`) or of the new one
 * (`to`), in whose order they must be given; their number when none does.
 */
export function firstAfter(
	pieces: readonly AlignedMatch[],
	offset: number,
	side: 'from' | 'to'
): number {
	let low = 0;
	let high = pieces.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (pieces[middle][side] + pieces[middle].length <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
