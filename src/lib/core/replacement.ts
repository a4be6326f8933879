/** Finds in a replacement the place of a cut through what it replaced. */
import { CUT, cutAt } from './cut';

// A replacement may be this many times as long as what it replaced; more is an addition.
const LONGEST = 3;
const SLACK = 6;
// Han characters are replaced one by one.
const LONGEST_HAN = 1.5;
const HAN = /\p{Ideographic}/u;

/** A cut through a replacement. */
export interface Cut {
	at: number;
	/** Whether it is told by the words, or nothing else can be meant. */
	sure: boolean;
}

/**
 * The offset in `now`, which replaced `old`, that stands for the passage's
 * `side` at `offset` of `old`: all of it when all was the passage's, before or
 * after the same word when both have as many words, else in proportion, at a
 * word's end. When much more came than went, only about as much as went belongs
 * to the passage, the nearest part, and that is not sure.
 */
export function cutIn(old: string, offset: number, now: string, side: 'start' | 'end'): Cut {
	const fits = isReplacement(old, now);
	const part = side === 'start' ? old.length - offset : offset;
	const rest = side === 'start' ? old.slice(0, offset) : old.slice(offset);
	if (rest.trim() === '' && fits) return { at: outermost(now, side), sure: true };
	const [was, is] = [wordEdges(old, side), wordEdges(now, side)];
	const word = was.indexOf(offset);
	if (word !== -1 && was.length === is.length) return { at: is[word], sure: true };
	const size = fits ? Math.round((now.length * part) / old.length) : part;
	const near = Math.min(now.length, size);
	return { at: snap(now, side === 'start' ? now.length - near : near), sure: fits };
}

function isReplacement(old: string, now: string): boolean {
	if (HAN.test(old)) return now.length <= old.length * LONGEST_HAN + 1;
	return now.length <= old.length * LONGEST + SLACK;
}

/** The end of `text` without the spaces there. */
function outermost(text: string, side: 'start' | 'end'): number {
	return side === 'start' ? text.length - text.trimStart().length : text.trimEnd().length;
}

/** Where the words of `text` start, or end. */
function wordEdges(text: string, side: 'start' | 'end'): number[] {
	const words = text.matchAll(/[^\P{L}\p{Ideographic}]+|\p{Ideographic}|\p{N}+/gu);
	return [...words].map(({ 0: word, index }) => (side === 'start' ? index : index + word.length));
}

// How far an estimate may be from the cut between words it stands for.
const SNAP = 3;

function snap(text: string, at: number): number {
	if (at === 0 || at === text.length) return at;
	for (let off = 0; off <= SNAP; off += 1) {
		for (const near of [at - off, at + off]) {
			if (near >= 0 && near <= text.length && cutAt(text, near) > CUT.word) return near;
		}
	}
	return at;
}
