/** Aligns two editions of a text: which passage of the old one stands where in the new one, also when it moved. */
import { fold } from '../../text/fold';
import type { Alignment, TextPair } from '../alignment';
import { semanticCleanup } from '../clean/semantic-cleanup';
import { alignRanges } from './align-ranges';
import { detectMoves } from './detect-moves';
import { fillGaps, isSamePassage } from './fill-gaps';
import { indexGrams, sharedGrams } from './shared-grams';

/**
 * The alignment of the old text with the new one. First the longest chain of shared grams in the
 * order of both texts, and between its matches what is surely the same; then what left its old
 * neighbours, wherever it went; then what was edited beside all these. Time is about linear in the
 * length of the texts, and bounded when they have nothing in common.
 */
export function align(textA: string, textB: string): Alignment {
	const [foldedA, foldedB] = [fold(textA), fold(textB)];
	const shared = sharedGrams(foldedA, indexGrams(foldedB));
	const texts: TextPair = { textA, textB, foldedA, foldedB, shared };
	const all = { fromA: 0, toA: foldedA.length, fromB: 0, toB: foldedB.length };
	const inOrder = semanticCleanup(
		alignRanges(texts, all, isSamePassage).map((match) => ({ ...match, moved: false })),
		texts
	);
	const found = [...inOrder, ...detectMoves(texts, inOrder)];
	const matches = semanticCleanup([...found, ...fillGaps(texts, found)], texts);
	const matchesB = [...matches].sort((a, b) => a.fromB - b.fromB);
	return { textA, textB, matches, matchesB, gramSize: shared.size };
}
