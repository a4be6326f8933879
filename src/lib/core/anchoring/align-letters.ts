/** Alignment of two words, or a few, letter by letter. */
import diff from 'fast-diff';
import type { Match } from './alignment';

/** Units that `similarity` compares: as many as fit the bits of an integer. */
export const MOST_SIMILARITY_UNITS = 30;

/**
 * 0 to 1: the share of two words' units that they have in common, in order; of longer ones only their
 * beginnings are compared.
 * Their longest common subsequence in bits, after Hyyrö (2004).
 */
export function similarity(a: string, b: string): number {
	const length = Math.min(a.length, MOST_SIMILARITY_UNITS);
	let rows = -1;
	for (let n = 0; n < b.length && n < MOST_SIMILARITY_UNITS; n += 1) {
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

/** The matches of two short strings, by their offsets. */
export function alignLetters(a: string, b: string): Match[] {
	const matches: Match[] = [];
	let [fromA, fromB] = [0, 0];
	for (const [kind, text] of diff(a, b)) {
		const toA = kind === diff.INSERT ? fromA : fromA + text.length;
		const toB = kind === diff.DELETE ? fromB : fromB + text.length;
		if (kind === diff.EQUAL) matches.push({ fromA, toA, fromB, toB });
		[fromA, fromB] = [toA, toB];
	}
	return matches;
}
