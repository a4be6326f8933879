/** Alignment of two short passages word by word. */
import type { Effort, Match } from '../alignment';
import {
	GAP_COST,
	IDEOGRAPH_TOKEN_SCORE,
	MISPRINT_SIMILARITY,
	MOST_TOKEN_CELLS,
	MOST_TOKEN_CELLS_IN_ALL,
	PUNCTUATION_SCORE,
	SHORT_GAP_CELLS,
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
 * long to be compared, or longer than a short gap and no `effort` is left; it takes what it needs.
 */
export function alignTokens(
	a: string,
	b: string,
	effort: Effort = { tokenCells: MOST_TOKEN_CELLS_IN_ALL }
): TokenPair[] | null {
	const most = Math.min(MOST_TOKEN_CELLS, Math.max(SHORT_GAP_CELLS, effort.tokenCells));
	const tokens = tokensOf(a, b, most);
	if (tokens === null) return null;
	const cells = tokens[0].length * tokens[1].length;
	if (cells > SHORT_GAP_CELLS) effort.tokenCells -= cells;
	return traceBack(...tokens, fillTable(...tokens));
}

/** Best scores of alignments of the first i and j tokens, at i times the width plus j, and how they end. */
interface Table {
	best: Float32Array;
	ends: Uint8Array;
}

// Made once and used again, since thousands of gaps are filled in a long text.
let spare: Table = { best: new Float32Array(0), ends: new Uint8Array(0) };

function tableOf(cells: number): Table {
	if (spare.best.length < cells) {
		spare = { best: new Float32Array(2 * cells), ends: new Uint8Array(2 * cells) };
	}
	return spare;
}

function fillTable(tokensA: readonly Token[], tokensB: readonly Token[]): Table {
	const gapCost = GAP_COST; // asked for once, not in each of a quarter of a million cells
	const width = tokensB.length + 1;
	const table = tableOf((tokensA.length + 1) * width);
	const { best, ends } = table;
	best[0] = 0;
	ends[0] = MATCHED;
	best.fill(-gapCost, 1, width);
	ends.fill(INSERTED, 1, width);
	// Best scores of those that end with a deleted token.
	const above = new Float32Array(width).fill(-Infinity);
	for (let i = 1; i <= tokensA.length; i += 1) {
		const token = tokensA[i - 1];
		let cell = i * width;
		best[cell] = -gapCost;
		ends[cell] = DELETED;
		let left = -Infinity;
		for (let j = 1; j <= tokensB.length; j += 1) {
			cell += 1;
			left = Math.max(left, best[cell - 1] - gapCost);
			above[j] = Math.max(above[j], best[cell - width] - gapCost);
			let score = left;
			let end = INSERTED;
			if (above[j] > left) {
				score = above[j];
				end = DELETED;
			}
			const before = cell - width - 1;
			const continues = ends[before] <= REPLACED;
			const pairScore = scoreOf(token, tokensB[j - 1], continues);
			if (best[before] + pairScore >= score) {
				score = best[before] + pairScore;
				if (pairScore < 0) end = REPLACED;
				else end = continues || token.isWord ? MATCHED : MATCHED_PUNCTUATION;
			}
			best[cell] = score;
			ends[cell] = end;
		}
	}
	return table;
}

/** Reads the best alignment from the filled table, from its last cell to its first. */
function traceBack(
	tokensA: readonly Token[],
	tokensB: readonly Token[],
	{ best, ends }: Table
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
	/** The same number for the same text. */
	id: number;
	start: number;
	isWord: boolean;
	/** The score for finding it again. */
	score: number;
}

/** The tokens of both texts; `null`, however long they are, as soon as these are more than `most` pairs. */
function tokensOf(a: string, b: string, most: number): [Token[], Token[]] | null {
	const [tokensA, tokensB]: [Token[], Token[]] = [[], []];
	const ids = new Map<string, number>();
	const [restA, restB] = [a.matchAll(TOKEN), b.matchAll(TOKEN)];
	for (let isDone = false; !isDone;) {
		const [nextA, nextB] = [restA.next(), restB.next()];
		if (nextA.value) tokensA.push(tokenOf(nextA.value, ids));
		if (nextB.value) tokensB.push(tokenOf(nextB.value, ids));
		if (tokensA.length * tokensB.length > most) return null;
		isDone = nextA.done === true && nextB.done === true;
	}
	return [tokensA, tokensB];
}

/** The token of a match; `ids` are the numbers of the texts that were met before. */
function tokenOf({ 0: text, index }: RegExpExecArray, ids: Map<string, number>): Token {
	const id = ids.get(text) ?? ids.size;
	ids.set(text, id);
	const isWord = WORD.test(text);
	const wordScore = IDEOGRAPH.test(text) ? IDEOGRAPH_TOKEN_SCORE : text.length;
	return { text, id, start: index, isWord, score: isWord ? wordScore : PUNCTUATION_SCORE };
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
	if (a.id === b.id) return a.score;
	if (!a.isWord || !b.isWord) return -Infinity;
	const [shorter, both] = [Math.min(a.text.length, b.text.length), a.text.length + b.text.length];
	// Words too unlike in length cannot be similar enough in letters.
	const mayBeSimilar = shorter >= SHORTEST_MISPRINT && 2 * shorter >= MISPRINT_SIMILARITY * both;
	if (!continues || !mayBeSimilar) return -GAP_COST;
	const similar = similarity(a.text, b.text);
	return similar >= MISPRINT_SIMILARITY ? shorter * similar : -GAP_COST;
}
