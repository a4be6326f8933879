/** Alignment of two short passages word by word. */
import type { Match } from '../alignment';
import {
	GAP_COST,
	IDEOGRAPH_TOKEN_SCORE,
	MISPRINT_SIMILARITY,
	MOST_TOKEN_CELLS,
	PUNCTUATION_SCORE,
	SHORTEST_MISPRINT
} from '../tuning';
import { similarity } from '../align-letters';

// A word, or one character. An ideograph is a word of its own.
const TOKEN = /[^\P{L}\p{Ideographic}]+|\p{N}+|[^]/gu;
const WORD = /^[\p{L}\p{N}]/u;
const IDEOGRAPH = /^\p{Ideographic}/u;

// How the best alignment of the first tokens of both texts ends.
const MATCHED = 0;
const REPLACED = 1;
const MATCHED_PUNCTUATION = 2; // a space or comma that matches behind a gap
const DELETED = 3;
const INSERTED = 4;

/** A pair of tokens that stand for each other: equal, or one the misprint of the other. */
export type TokenPair = Match;

/**
 * The tokens of `a` and `b` that stand for each other, in order: a global alignment with affine
 * gaps (Gotoh 1982). A word may stand in another one's place, so that where each of several words
 * was replaced no chance similarity shifts them; and it matches its misprint, next to what matches
 * before both. The two ranges of a pair may differ in length. `null` when the passages are too
 * long to be compared.
 */
export function alignTokens(a: string, b: string): TokenPair[] | null {
	const tokensA = tokensOf(a);
	const tokensB = tokensOf(b);
	if (tokensA.length * tokensB.length > MOST_TOKEN_CELLS) return null;
	const width = tokensB.length + 1;
	// Best scores of alignments of the first i and j tokens, and how they end.
	const best = new Float32Array((tokensA.length + 1) * width);
	const ends = new Uint8Array((tokensA.length + 1) * width);
	// Best scores of those that end with a deleted token.
	const above = new Float32Array(width).fill(-Infinity);
	for (let i = 0; i <= tokensA.length; i += 1) {
		let left = -Infinity;
		for (let j = 0; j <= tokensB.length; j += 1) {
			const cell = i * width + j;
			if (i > 0) above[j] = Math.max(above[j], best[cell - width] - GAP_COST);
			if (j > 0) left = Math.max(left, best[cell - 1] - GAP_COST);
			if (i === 0 && j === 0) continue;
			let [score, end] = above[j] > left ? [above[j], DELETED] : [left, INSERTED];
			if (i > 0 && j > 0) {
				const before = cell - width - 1;
				const continues = ends[before] <= REPLACED;
				const pairScore = scoreOf(tokensA[i - 1], tokensB[j - 1], continues);
				if (best[before] + pairScore >= score) {
					score = best[before] + pairScore;
					if (pairScore < 0) end = REPLACED;
					else end = continues || tokensA[i - 1].isWord ? MATCHED : MATCHED_PUNCTUATION;
				}
			}
			best[cell] = score;
			ends[cell] = end;
		}
	}
	return traceBack(tokensA, tokensB, best, ends);
}

/** Reads the best alignment from the filled table, from its last cell to its first. */
function traceBack(
	tokensA: readonly Token[],
	tokensB: readonly Token[],
	best: Float32Array,
	ends: Uint8Array
): TokenPair[] {
	const width = tokensB.length + 1;
	const pairs: TokenPair[] = [];
	let [i, j] = [tokensA.length, tokensB.length];
	while (i > 0 && j > 0) {
		const cell = i * width + j;
		if (ends[cell] <= MATCHED_PUNCTUATION) {
			if (ends[cell] !== REPLACED) pairs.push(pairOf(tokensA[i - 1], tokensB[j - 1]));
			i -= 1;
			j -= 1;
		} else if (ends[cell] === DELETED) {
			i = beforeGap(best, cell, width, i);
		} else {
			j = beforeGap(best, cell, 1, j);
		}
	}
	return pairs.reverse();
}

/** How many tokens are left before the gap that ends at `cell`. */
function beforeGap(best: Float32Array, cell: number, step: number, index: number): number {
	for (let n = 1; n <= index; n += 1) {
		if (Math.fround(best[cell - n * step] - GAP_COST) === best[cell]) return index - n;
	}
	return 0;
}

interface Token {
	text: string;
	start: number;
	isWord: boolean;
	/** The score for finding it again. */
	score: number;
}

function tokensOf(text: string): Token[] {
	return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => {
		const isWord = WORD.test(token);
		const wordScore = IDEOGRAPH.test(token) ? IDEOGRAPH_TOKEN_SCORE : token.length;
		return { text: token, start: index, isWord, score: isWord ? wordScore : PUNCTUATION_SCORE };
	});
}

function pairOf(a: Token, b: Token): TokenPair {
	return {
		fromA: a.start,
		toA: a.start + a.text.length,
		fromB: b.start,
		toB: b.start + b.text.length
	};
}

/**
 * The score when `b` stands in the place of `a`; less than 0 when it is another word. `continues`
 * tells whether the tokens before them stand for each other too.
 */
function scoreOf(a: Token, b: Token, continues: boolean): number {
	if (a.text === b.text) return a.score;
	if (!a.isWord || !b.isWord) return -Infinity;
	const [shorter, both] = [Math.min(a.text.length, b.text.length), a.text.length + b.text.length];
	// Words too unlike in length cannot be similar enough in letters.
	const mayBeSimilar = shorter >= SHORTEST_MISPRINT && 2 * shorter >= MISPRINT_SIMILARITY * both;
	if (!continues || !mayBeSimilar) return -GAP_COST;
	const similar = similarity(a.text, b.text);
	return similar >= MISPRINT_SIMILARITY ? shorter * similar : -GAP_COST;
}
