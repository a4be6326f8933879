/** Alignment of two short stretches word by word. */
import { likeness } from './letters';
import type { TextRange } from './range';

/** A word, or a single other character, of either text; they stand for each other. */
export interface TokenMatch {
	was: TextRange;
	is: TextRange;
}

// A word, or one character. Han characters are words of their own.
const TOKEN = /[^\P{L}\p{Ideographic}]+|\p{N}+|[^]/gu;

// What it costs to leave out any number of tokens in a row. A word as short as "the",
// with its spaces, does not pay for a gap on either side of it.
const GAP_COST = 1.5;
// A space or a comma says little.
const MARK_WORTH = 0.5;
const HAN_WORTH = 3;
// Two words are the same word misprinted when this much of them is alike.
const ALIKE = 0.6;
// Cells of the table at most: 500 tokens against 500, some milliseconds.
const MOST_CELLS = 250_000;

/**
 * The words of `old` and `now` that stand for each other, in order: a global
 * alignment with affine gaps (Gotoh 1982) in which misprinted words match too.
 * `null` when the stretches are too long to be compared.
 */
export function alignTokens(old: string, now: string): TokenMatch[] | null {
	const a = tokensOf(old);
	const b = tokensOf(now);
	if (a.length * b.length > MOST_CELLS) return null;
	const width = b.length + 1;
	// Best scores of alignments of the first i and j tokens: those that end in a match, and any.
	const matched = new Float32Array((a.length + 1) * width).fill(-Infinity);
	const best = new Float32Array((a.length + 1) * width);
	// Best scores that end in a gap of either text, and whether `best` came from a match.
	const above = new Float32Array(width).fill(-Infinity);
	const gapOf = new Uint8Array((a.length + 1) * width);
	for (let i = 0; i <= a.length; i += 1) {
		let left = -Infinity;
		for (let j = 0; j <= b.length; j += 1) {
			const cell = i * width + j;
			if (i > 0) above[j] = Math.max(above[j], best[cell - width] - GAP_COST);
			if (j > 0) left = Math.max(left, best[cell - 1] - GAP_COST);
			if (i === 0 && j === 0) continue;
			if (i > 0 && j > 0) {
				const worth = worthOf(a[i - 1].text, b[j - 1].text);
				if (worth > 0) matched[cell] = best[cell - width - 1] + worth;
			}
			best[cell] = Math.max(matched[cell], above[j], left);
			gapOf[cell] = best[cell] === matched[cell] ? 0 : best[cell] === above[j] ? 1 : 2;
		}
	}
	const matches: TokenMatch[] = [];
	let [i, j] = [a.length, b.length];
	while (i > 0 && j > 0) {
		const kind = gapOf[i * width + j];
		if (kind === 0) {
			matches.push({ was: a[i - 1].range, is: b[j - 1].range });
			i -= 1;
			j -= 1;
		} else if (kind === 1) {
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
}

function tokensOf(text: string): Token[] {
	return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
		text: token,
		range: { start: index, end: index + token.length }
	}));
}

const WORD = /^[\p{L}\p{N}]/u;
const HAN = /^\p{Ideographic}/u;

/** What a match of two tokens is worth; 0 when they do not match. */
function worthOf(a: string, b: string): number {
	if (a === b) {
		if (!WORD.test(a)) return MARK_WORTH;
		return HAN.test(a) ? HAN_WORTH : a.length;
	}
	const shorter = Math.min(a.length, b.length);
	// Too unlike in length to be alike in letters.
	if (shorter < 3 || 2 * shorter < ALIKE * (a.length + b.length)) return 0;
	if (!WORD.test(a) || !WORD.test(b)) return 0;
	const alike = likeness(a, b);
	return alike >= ALIKE ? shorter * alike : 0;
}
