/** Alignment of the gap between two matches: its words first, then the letters between them. */
import {
	lengthOf,
	totalLength,
	type Effort,
	type Gap,
	type Match,
	type TextPair
} from '../alignment';
import { dropSparseMatches } from '../clean/drop-sparse-matches';
import { dropSpuriousMatches } from '../clean/drop-spurious-matches';
import {
	IDEOGRAPHS_SCORE,
	LONGEST_LETTERWISE,
	LONGEST_SHORT_REST,
	REST_SIMILARITY,
	SHORT_REST_SIMILARITY,
	WHOLE_WORD_SCORE
} from '../tuning';
import { alignLetters } from '../align-letters';
import { alignTokens } from './align-tokens';
import { transposedLetters } from './transposed-letters';

/** The matches within a gap; none when its two sides are unrelated. */
export function alignGap(texts: TextPair, gap: Gap): Match[] {
	const { fromA, toA, fromB, toB } = gap;
	if (fromA === toA || fromB === toB) return [];
	const a = texts.foldedA.slice(fromA, toA);
	const b = texts.foldedB.slice(fromB, toB);
	const matches = matchesWithin(a, b, texts.effort)?.map((match) => shifted(match, fromA, fromB));
	if (matches === undefined) return [];
	const likely = dropSpuriousMatches(texts, gap, matches, (match) => scoreOf(texts, match));
	const kept = dropSparseMatches(texts, gap, likely);
	return [...kept, ...transposedLetters(texts, gap, kept)];
}

/** The matches of two passages, by their offsets; `null` when they are too long to be compared. */
function matchesWithin(a: string, b: string, effort: Effort): Match[] | null {
	const pairs = alignTokens(a, b, effort);
	if (pairs === null) return null;
	const matches: Match[] = [];
	const add = (fromA: number, toA: number, fromB: number, toB: number) => {
		for (const letters of matchingLetters(a.slice(fromA, toA), b.slice(fromB, toB))) {
			const match = shifted(letters, fromA, fromB);
			const before = matches.at(-1);
			if (before && before.toA === match.fromA && before.toB === match.fromB) {
				before.toA = match.toA;
				before.toB = match.toB;
			} else {
				matches.push(match);
			}
		}
	};
	let [endA, endB] = [0, 0];
	for (const { fromA, toA, fromB, toB } of pairs) {
		add(endA, fromA, endB, fromB);
		add(fromA, toA, fromB, toB);
		[endA, endB] = [toA, toB];
	}
	add(endA, a.length, endB, b.length);
	return matches;
}

function shifted({ fromA, toA, fromB, toB }: Match, byA: number, byB: number): Match {
	return { fromA: fromA + byA, toA: toA + byA, fromB: fromB + byB, toB: toB + byB };
}

/** The matches of two words, or of what is left between matching words; none when they are unlike. */
function matchingLetters(a: string, b: string): Match[] {
	const longer = Math.max(a.length, b.length);
	if (a === b) return a === '' ? [] : [{ fromA: 0, toA: longer, fromB: 0, toB: longer }];
	if (a === '' || b === '' || longer > LONGEST_LETTERWISE) return [];
	const matches = alignLetters(a, b);
	const needed = longer > LONGEST_SHORT_REST ? REST_SIMILARITY : SHORT_REST_SIMILARITY;
	return 2 * totalLength(matches) >= needed * (a.length + b.length) ? matches : [];
}

const WORD = /[\p{L}\p{N}]{3,}/u;
const IDEOGRAPHS = /\p{Ideographic}{2}/u;

/** How much changed text around it a match outweighs, in units. */
function scoreOf({ foldedA, foldedB }: TextPair, match: Match): number {
	const text = foldedA.slice(match.fromA, match.toA);
	if (IDEOGRAPHS.test(text)) return lengthOf(match) * IDEOGRAPHS_SCORE;
	const isWhole =
		WORD.test(text) &&
		isWordBoundary(foldedA, match.fromA) &&
		isWordBoundary(foldedA, match.toA) &&
		isWordBoundary(foldedB, match.fromB) &&
		isWordBoundary(foldedB, match.toB);
	return isWhole ? lengthOf(match) * WHOLE_WORD_SCORE : lengthOf(match);
}

const INSIDE_WORD = /^[^\P{L}\p{Ideographic}]{2}$|^\p{N}{2}$/u;

function isWordBoundary(text: string, at: number): boolean {
	return !INSIDE_WORD.test(text.slice(Math.max(0, at - 1), at + 1));
}
