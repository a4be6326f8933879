/** Puts the cuts between pieces where a reader would: between words, sentences, blocks. */
import { BOUNDARY, boundaryScore } from './boundary-score';
import type { AlignedMatch, Match, TextPair } from '../alignment';

type Pair = Omit<TextPair, 'grams'>;

// Outweighs any cut: "A sail! a sail!" less its first half keeps its small letter.
const UNLIKE_COST = 10;
const FEWER_WORTH = 6;

/**
 * Joins pieces that continue each other, and slides what was inserted or
 * deleted between two pieces to the best of its equivalent places: in "He was"
 * and "He left. He was" the new words are "He left. ", not "left. He ".
 * After Neil Fraser's `diff_cleanupSemanticLossless`. Gives runs (or pieces) in
 * the order of the old text.
 */
export function semanticCleanup<R extends Match>(pieces: readonly R[], texts: Pair): R[] {
	const joined: R[] = [];
	for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
		const before = joined.at(-1);
		if (before && continues(before, piece)) before.length += piece.length;
		else joined.push({ ...piece });
	}
	const inNew = [...joined].sort((a, b) => a.to - b.to);
	const follower = new Map(inNew.map((piece, n) => [piece, inNew[n + 1]]));
	for (let n = 1; n < joined.length; n += 1) {
		// With another piece between them, what lies there is not merely inserted.
		if (follower.get(joined[n - 1]) === joined[n]) slide(joined[n - 1], joined[n], texts);
	}
	for (let n = 1; n < joined.length; n += 1) trimMarks(joined[n - 1], joined[n], texts);
	return joined.filter(({ length }) => length > 0);
}

function continues(a: Match & Partial<AlignedMatch>, b: Match & Partial<AlignedMatch>): boolean {
	return a.moved === b.moved && a.from + a.length === b.from && a.to + a.length === b.to;
}

function slide(a: Match, b: Match, { old, now, was, is }: Pair): void {
	const endOld = a.from + a.length;
	const endNew = a.to + a.length;
	const gapOld = b.from - endOld;
	const gapNew = b.to - endNew;
	// Only a pure insertion or deletion has equivalent places.
	if ((gapOld === 0) === (gapNew === 0)) return;
	const [raw, text, edge] = gapOld === 0 ? [now, is, endNew] : [old, was, endOld];
	const size = Math.max(gapOld, gapNew);
	let back = 0;
	while (back < a.length && text[edge - back - 1] === text[edge + size - back - 1]) back += 1;
	let forth = 0;
	while (forth < b.length && text[edge + forth] === text[edge + size + forth]) forth += 1;
	let best = 0;
	let bestScore = -Infinity;
	let unlike = 0; // units that are alike only when folded, with this cut
	for (let n = 0; n < back; n += 1) if (old[endOld - n - 1] !== now[endNew - n - 1]) unlike += 1;
	for (let shift = -back; shift <= forth; shift += 1) {
		const cuts = boundaryScore(raw, edge + shift) + boundaryScore(raw, edge + size + shift);
		// One change less to explain, when a whole piece slides over to its neighbour.
		const fewer = shift === b.length || shift === -a.length ? FEWER_WORTH : 0;
		const score = cuts + fewer - unlike * UNLIKE_COST;
		if (score > bestScore) [best, bestScore] = [shift, score];
		if (old[endOld + shift] !== now[endNew + shift]) unlike += 1;
		if (old[b.from + shift] !== now[b.to + shift]) unlike -= 1;
	}
	a.length += best;
	b.from += best;
	b.to += best;
	b.length -= best;
}

// Units changed between two runs, from which on what is beside them may be another's.
const FAR = 12;
// A bit of a word, then the full stop, comma or closing quotation mark behind it.
const CLOSING = /^\p{L}{0,3}(?:[^\p{L}\p{N}\s]*(?=\s)|[。，、；：？！」』）]+)/u;
// The opening quotation mark or bracket, then a bit of the word behind it.
const OPENING = /(?<=\s)[^\p{L}\p{N}\s]*\p{L}{0,3}$/u;
const LONGEST_MARKS = 8;

/**
 * Takes from two runs what belongs to the words that stood between them and
 * were changed: "s. The end" after a rewritten sentence keeps no "s.", which
 * might be that of another sentence that came before the end.
 */
function trimMarks(a: Match, b: Match, { old, now }: Pair): void {
	const [endOld, endNew] = [a.from + a.length, a.to + a.length];
	const gapOld = b.from - endOld;
	const gapNew = b.to - endNew;
	if (gapOld === 0 || gapNew === 0 || Math.max(gapOld, Math.abs(gapNew)) < FAR) return;
	const head = old.slice(b.from, b.from + Math.min(b.length, LONGEST_MARKS));
	const closing = CLOSING.exec(head)?.[0] ?? '';
	if (!startsWord(closing) || isWithinWord(old, b.from) || isWithinWord(now, b.to)) {
		b.from += closing.length;
		b.to += closing.length;
		b.length -= closing.length;
	}
	const tail = old.slice(endOld - Math.min(a.length, LONGEST_MARKS), endOld);
	const opening = OPENING.exec(tail)?.[0] ?? '';
	if (!endsWord(opening) || isWithinWord(old, endOld) || isWithinWord(now, endNew)) {
		a.length -= opening.length;
	}
}

const startsWord = (text: string) => /^\p{L}/u.test(text);
const endsWord = (text: string) => /\p{L}$/u.test(text);
const isWithinWord = (text: string, at: number) => boundaryScore(text, at) === BOUNDARY.word;
