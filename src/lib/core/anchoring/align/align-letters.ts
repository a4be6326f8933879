/** Alignment of two words, or a few, letter by letter. */
import diff from 'fast-diff';
import type { Match } from '../alignment';

// Units of a word that fit the bits of an integer; words longer than that are cut.
const LONGEST_WORD = 30;

/**
 * 0 to 1: the share of two words' units that they have in common, in order.
 * Their longest common subsequence in bits, after Hyyrö (2004).
 */
export function similarity(a: string, b: string): number {
	const length = Math.min(a.length, LONGEST_WORD);
	let rows = -1;
	for (let n = 0; n < b.length && n < LONGEST_WORD; n += 1) {
		let equal = 0;
		for (let bit = 0; bit < length; bit += 1) {
			if (a.charCodeAt(bit) === b.charCodeAt(n)) equal |= 1 << bit;
		}
		const both = rows & equal;
		rows = (rows + both) | (rows - both);
	}
	let common = 0;
	for (let bit = 0; bit < length; bit += 1) if ((rows & (1 << bit)) === 0) common += 1;
	return (2 * common) / (a.length + b.length);
}

/** Equal runs of two short strings. */
export function alignLetters(old: string, now: string): Match[] {
	const runs: Match[] = [];
	let from = 0;
	let to = 0;
	for (const [kind, text] of diff(old, now)) {
		if (kind === diff.EQUAL) runs.push({ from, to, length: text.length });
		if (kind !== diff.INSERT) from += text.length;
		if (kind !== diff.DELETE) to += text.length;
	}
	return runs;
}

// A single word must not have become a much longer one, nor have lost more than a letter,
// or more than this share of them: "been" and "bell" are two words. Han characters are
// replaced one by one.
const LETTERS = /^\p{L}+$/u;
const HAN = /\p{Ideographic}/u;
const WORD_GROWTH = 1.5;
const WORD_KEPT = 0.6;

/** Whether `now`, with the share `kept` of its letters, is still the word `was`; true for more than a word. */
export function isSameWord(was: string, now: string, kept: number): boolean {
	if (!LETTERS.test(was)) return true;
	if (now.length > was.length * WORD_GROWTH) return false;
	return HAN.test(was) || kept >= WORD_KEPT || was.length * (1 - kept) <= 1;
}
