/** Alignment of two short stretches word by word. */
import { similarity } from './align-letters';
import type { TextRange } from '../../text/range';

/** A word, or a single other character, of either text; they stand for each other. */
export interface TokenMatch {
	was: TextRange;
	is: TextRange;
}

// A word, or one character. Han characters are words of their own.
const TOKEN = /[^\P{L}\p{Ideographic}]+|\p{N}+|[^]/gu;

// What it costs to leave out any number of tokens in a row, or to put one word in another's
// place. A word as short as "the", with its spaces, does not pay for a gap on either side of it.
const GAP_COST = 1.5;
// A space or a comma says little.
const MARK_WORTH = 0.5;
const HAN_WORTH = 3;
// Two words are the same word misprinted when this much of them is alike.
const ALIKE = 0.6;
// Cells of the table at most: 500 tokens against 500, some milliseconds.
const MOST_CELLS = 250_000;

// How the best alignment of the first tokens of both texts ends.
const MATCH = 0;
const REPLACED = 1;
const MARK = 2; // a space or comma that matches behind a gap
const GONE = 3;
const COME = 4;

/**
 * The words of `old` and `now` that stand for each other, in order: a global
 * alignment with affine gaps (Gotoh 1982). A word may be another one in its
 * place, so that where each of several words was replaced no chance likeness
 * shifts them; and it matches its misprint, next to what is before both.
 * `null` when the stretches are too long to be compared.
 */
export function alignTokens(old: string, now: string): TokenMatch[] | null {
	const a = tokensOf(old);
	const b = tokensOf(now);
	if (a.length * b.length > MOST_CELLS) return null;
	const width = b.length + 1;
	// Best scores of alignments of the first i and j tokens, and how they end.
	const best = new Float32Array((a.length + 1) * width);
	const ends = new Uint8Array((a.length + 1) * width);
	// Best scores of those that leave out a token of `old`.
	const above = new Float32Array(width).fill(-Infinity);
	for (let i = 0; i <= a.length; i += 1) {
		let left = -Infinity;
		for (let j = 0; j <= b.length; j += 1) {
			const cell = i * width + j;
			if (i > 0) above[j] = Math.max(above[j], best[cell - width] - GAP_COST);
			if (j > 0) left = Math.max(left, best[cell - 1] - GAP_COST);
			if (i === 0 && j === 0) continue;
			let [score, end] = above[j] > left ? [above[j], GONE] : [left, COME];
			if (i > 0 && j > 0) {
				const before = cell - width - 1;
				const follows = ends[before] <= REPLACED;
				const worth = worthOf(a[i - 1], b[j - 1], follows);
				if (best[before] + worth >= score) {
					score = best[before] + worth;
					end = worth < 0 ? REPLACED : follows || a[i - 1].isWord ? MATCH : MARK;
				}
			}
			best[cell] = score;
			ends[cell] = end;
		}
	}
	const matches: TokenMatch[] = [];
	let [i, j] = [a.length, b.length];
	while (i > 0 && j > 0) {
		const end = ends[i * width + j];
		if (end <= MARK) {
			if (end !== REPLACED) matches.push({ was: a[i - 1].range, is: b[j - 1].range });
			i -= 1;
			j -= 1;
		} else if (end === GONE) {
			i = backOver(best, i * width + j, width, i);
		} else {
			j = backOver(best, i * width + j, 1, j);
		}
	}
	return matches.reverse();
}

/** How many tokens are left before the gap that ends at `cell`. */
function backOver(best: Float32Array, cell: number, step: number, index: number): number {
	for (let n = 1; n <= index; n += 1) {
		if (Math.fround(best[cell - n * step] - GAP_COST) === best[cell]) return index - n;
	}
	return 0;
}

interface Token {
	text: string;
	range: TextRange;
	isWord: boolean;
	/** What it is worth to find it again. */
	worth: number;
}

const WORD = /^[\p{L}\p{N}]/u;
const HAN = /^\p{Ideographic}/u;

function tokensOf(text: string): Token[] {
	return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => {
		const isWord = WORD.test(token);
		return {
			text: token,
			range: { start: index, end: index + token.length },
			isWord,
			worth: !isWord ? MARK_WORTH : HAN.test(token) ? HAN_WORTH : token.length
		};
	});
}

/**
 * What it is worth that `b` stands for `a`; less than 0 when it is another word. `follows`
 * tells whether the words before them stand for each other too.
 */
function worthOf(a: Token, b: Token, follows: boolean): number {
	if (a.text === b.text) return a.worth;
	if (!a.isWord || !b.isWord) return -Infinity;
	const [shorter, both] = [Math.min(a.text.length, b.text.length), a.text.length + b.text.length];
	// Too unlike in length to be alike in letters.
	if (!follows || shorter < 3 || 2 * shorter < ALIKE * both) return -GAP_COST;
	const alike = similarity(a.text, b.text);
	return alike >= ALIKE ? shorter * alike : -GAP_COST;
}
