/** Finds where an inserted or deleted block begins and ends when a misprint stands in the way. */
import { BLOCK_SEPARATOR } from '../../text/chapter-text';
import { alignLetters } from '../align-letters';
import { lengthOf, totalLength, type Match, type TextPair } from '../alignment';
import { LONGEST_MISPRINT, LONGEST_SLIDE, SLIDE_SIMILARITY } from '../tuning';
import { BOUNDARY, boundaryScore } from './boundary-score';

type Texts = Omit<TextPair, 'shared' | 'effort'>;

/** How two matches change when what was inserted or deleted between them slides to a block's ends. */
export interface Slide {
	/** Units that the second match loses at its start; less than 0 when the first one loses them at its end. */
	shift: number;
	/** The matches of what they lose with what was inserted (or deleted). */
	matches: Match[];
}

/**
 * The slide of an insertion or a deletion between two matches, over a misprint, to where a block
 * begins and ends; `null` when it stands at ends of sentences, or nothing similar is beside it. Of
 * "One end." and "One emd. / Another end." the second block is the inserted one, though the two
 * texts have " end." in common at its end.
 */
export function slideOverMisprint(a: Match, b: Match, texts: Texts): Slide | null {
	const [deleted, inserted] = [b.fromA - a.toA, b.fromB - a.toB];
	if (deleted <= LONGEST_MISPRINT && inserted > LONGEST_MISPRINT)
		return slideInsertion(a, b, texts);
	if (inserted > LONGEST_MISPRINT || deleted <= LONGEST_MISPRINT) return null;
	// A deletion is an insertion the other way round.
	const { textA, textB, foldedA, foldedB } = texts;
	const flipped = { textA: textB, textB: textA, foldedA: foldedB, foldedB: foldedA };
	const slide = slideInsertion(flip(a), flip(b), flipped);
	return slide && { shift: slide.shift, matches: slide.matches.map(flip) };
}

function flip({ fromA, toA, fromB, toB }: Match): Match {
	return { fromA: fromB, toA: toB, fromB: fromA, toB: toA };
}

function slideInsertion(a: Match, b: Match, texts: Texts): Slide | null {
	const { textA, textB } = texts;
	const edges = [boundaryScore(textB, a.toB), boundaryScore(textB, b.fromB)];
	if (Math.min(...edges) >= BOUNDARY.sentenceSpace) return null;
	const endA = blockEnd(textA, a.toA);
	const endB = blockEnd(textB, a.toB);
	const forth = endA - b.fromA;
	if (forth > 0 && forth < lengthOf(b) && endB > a.toB && endB < b.fromB) {
		const ends = textB[b.fromB + forth] === BLOCK_SEPARATOR;
		const matches = ends && similarLetters(texts, a.toA, endA, a.toB, endB);
		if (matches) return { shift: forth, matches };
	}
	const startA = blockStart(textA, b.fromA);
	const startB = blockStart(textB, b.fromB);
	const back = a.toA - startA;
	if (back > 0 && back < lengthOf(a) && startB > a.toB) {
		const starts = textB[a.toB - back - 1] === BLOCK_SEPARATOR;
		const matches = starts && similarLetters(texts, startA, b.fromA, startB, b.fromB);
		if (matches) return { shift: -back, matches };
	}
	return null;
}

/** Where the block that `offset` is in ends; -1 when that is farther than anything may slide. */
function blockEnd(text: string, offset: number): number {
	const end = text.slice(offset, offset + LONGEST_SLIDE + 1).indexOf(BLOCK_SEPARATOR);
	return end === -1 ? -1 : offset + end;
}

/** Where the block that `offset` is in starts; 0, too, when that is farther than anything may slide. */
function blockStart(text: string, offset: number): number {
	const near = Math.max(0, offset - LONGEST_SLIDE - 1);
	const start = text.slice(near, offset).lastIndexOf(BLOCK_SEPARATOR);
	return start === -1 ? 0 : near + start + 1;
}

/** The matches of two short ranges that are the same words but for a misprint; `null` when they are not. */
function similarLetters(
	{ foldedA, foldedB }: Texts,
	fromA: number,
	toA: number,
	fromB: number,
	toB: number
): Match[] | null {
	const [lengthA, lengthB] = [toA - fromA, toB - fromB];
	if (Math.max(lengthA, lengthB) > LONGEST_SLIDE) return null;
	const matches = alignLetters(foldedA.slice(fromA, toA), foldedB.slice(fromB, toB));
	const unequal = lengthA + lengthB - 2 * totalLength(matches);
	const isMisprint = unequal <= LONGEST_MISPRINT;
	if (!isMisprint && unequal > (1 - SLIDE_SIMILARITY) * (lengthA + lengthB)) return null;
	return matches.map((match) => ({
		fromA: fromA + match.fromA,
		toA: fromA + match.toA,
		fromB: fromB + match.fromB,
		toB: fromB + match.toB
	}));
}
