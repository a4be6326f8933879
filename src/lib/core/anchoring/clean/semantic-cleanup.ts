/** Semantic clean-up: moves the ends of matches to where a reader would see the change. */
import { lengthOf, type AlignedMatch, type Match, type TextPair } from '../alignment';
import {
	EXTRA_CHANGE_COST,
	LONGEST_SLIDE,
	LONGEST_SPLIT_PUNCTUATION,
	REWRITTEN_UNITS,
	SLIDES_PER_UNIT,
	UNEQUAL_CHARACTER_COST
} from '../tuning';
import { BOUNDARY, boundaryScore } from './boundary-score';
import { slideOverMisprint } from './slide-over-misprint';

type Texts = Omit<TextPair, 'shared' | 'effort'>;

/**
 * Joins matches that continue each other, and slides what was inserted or deleted between two
 * matches to the best of its equivalent positions: in "He was" and "He left. He was" the inserted
 * words are "He left. ", not "left. He ". After Neil Fraser's `diff_cleanupSemanticLossless`.
 * Gives new matches, in the order of the old text.
 */
export function semanticCleanup<M extends Match>(matches: readonly M[], texts: Texts): M[] {
	const joined: M[] = [];
	for (const match of [...matches].sort((a, b) => a.fromA - b.fromA)) {
		const before = joined.at(-1);
		if (before && continues(before, match)) {
			before.toA = match.toA;
			before.toB = match.toB;
		} else {
			joined.push({ ...match });
		}
	}
	const inB = [...joined].sort((a, b) => a.fromB - b.fromB);
	const followerInB = new Map(inB.map((match, n) => [match, inB[n + 1]]));
	const cleaned: M[] = [];
	const effort = { units: SLIDES_PER_UNIT * (texts.foldedA.length + texts.foldedB.length) };
	for (const [n, match] of joined.entries()) {
		const before = joined[n - 1];
		// With another match between them, what lies there is not merely inserted.
		if (before && followerInB.get(before) === match) {
			slide(before, match, texts, effort);
			const over = slideOverMisprint(before, match, texts);
			if (over) {
				if (over.shift > 0) shiftStart(match, over.shift);
				else shiftEnd(before, over.shift);
				cleaned.push(...over.matches.map((one) => ({ ...before, ...one })));
			}
		}
		cleaned.push(match);
	}
	for (let n = 1; n < cleaned.length; n += 1) trimPunctuation(cleaned[n - 1], cleaned[n], texts);
	return cleaned.filter((match) => lengthOf(match) > 0);
}

function shiftStart(match: Match, shift: number): void {
	match.fromA += shift;
	match.fromB += shift;
}

function shiftEnd(match: Match, shift: number): void {
	match.toA += shift;
	match.toB += shift;
}

function continues(a: Match & Partial<AlignedMatch>, b: Match & Partial<AlignedMatch>): boolean {
	return a.moved === b.moved && a.toA === b.fromA && a.toB === b.fromB;
}

/**
 * Slides an insertion or a deletion between two matches to the boundaries that are best, as far as
 * `effort` is left; it takes the units that it looked at.
 */
function slide(
	a: Match,
	b: Match,
	{ textA, textB, foldedA, foldedB }: Texts,
	effort: { units: number }
): void {
	const [deleted, inserted] = [b.fromA - a.toA, b.fromB - a.toB];
	// Only a pure insertion or deletion has equivalent positions.
	if ((deleted === 0) === (inserted === 0)) return;
	const [text, folded, edge] = deleted === 0 ? [textB, foldedB, a.toB] : [textA, foldedA, a.toA];
	const size = Math.max(deleted, inserted);
	const [lengthA, lengthB] = [lengthOf(a), lengthOf(b)];
	const most = Math.max(LONGEST_SLIDE, effort.units);
	let back = 0;
	while (
		back < Math.min(lengthA, most) &&
		folded[edge - back - 1] === folded[edge + size - back - 1]
	)
		back += 1;
	let forth = 0;
	while (forth < Math.min(lengthB, most) && folded[edge + forth] === folded[edge + size + forth])
		forth += 1;
	effort.units -= back + forth;
	let best = 0;
	let bestScore = -Infinity;
	// Units within the two matches that are equal only when folded, with the present shift.
	let unequal = 0;
	for (let n = 1; n <= back; n += 1) if (textA[a.toA - n] !== textB[a.toB - n]) unequal += 1;
	for (let shift = -back; shift <= forth; shift += 1) {
		const edges = boundaryScore(text, edge + shift) + boundaryScore(text, edge + size + shift);
		// There is one change less when all of one match slides over to its neighbour.
		const joins = shift === lengthB || shift === -lengthA ? EXTRA_CHANGE_COST : 0;
		const score = edges + joins - unequal * UNEQUAL_CHARACTER_COST;
		if (score > bestScore) [best, bestScore] = [shift, score];
		if (textA[a.toA + shift] !== textB[a.toB + shift]) unequal += 1;
		if (textA[b.fromA + shift] !== textB[b.fromB + shift]) unequal -= 1;
	}
	a.toA += best;
	a.toB += best;
	b.fromA += best;
	b.fromB += best;
}

// A bit of a word, then the full stop, comma or closing quotation mark behind it.
const CLOSING = /^\p{L}{0,3}(?:[^\p{L}\p{N}\s]*(?=\s)|[。，、；：？！」』）]+)/u;
// The opening quotation mark or bracket, then a bit of the word behind it.
const OPENING = /(?<=\s)[^\p{L}\p{N}\s]*\p{L}{0,3}$/u;

/**
 * Takes from two matches what belongs to the rewritten words between them: "s. The end" after a
 * rewritten sentence does not keep the "s.", which might be that of another sentence that came
 * before "The end".
 */
function trimPunctuation(a: Match, b: Match, { textA, textB }: Texts): void {
	const [deleted, inserted] = [b.fromA - a.toA, b.fromB - a.toB];
	if (deleted === 0 || inserted === 0) return;
	if (Math.max(deleted, Math.abs(inserted)) < REWRITTEN_UNITS) return;
	const head = textA.slice(b.fromA, b.fromA + Math.min(lengthOf(b), LONGEST_SPLIT_PUNCTUATION));
	const closing = CLOSING.exec(head)?.[0] ?? '';
	if (!startsWord(closing) || isInsideWord(textA, b.fromA) || isInsideWord(textB, b.fromB)) {
		b.fromA += closing.length;
		b.fromB += closing.length;
	}
	const tail = textA.slice(a.toA - Math.min(lengthOf(a), LONGEST_SPLIT_PUNCTUATION), a.toA);
	const opening = OPENING.exec(tail)?.[0] ?? '';
	if (!endsWord(opening) || isInsideWord(textA, a.toA) || isInsideWord(textB, a.toB)) {
		a.toA -= opening.length;
		a.toB -= opening.length;
	}
}

const startsWord = (text: string) => /^\p{L}/u.test(text);
const endsWord = (text: string) => /\p{L}$/u.test(text);
const isInsideWord = (text: string, at: number) => boundaryScore(text, at) === BOUNDARY.insideWord;
