/** Aligns two editions of a text: which passage of the old one stands where in the new one, also when it moved. */
import type { Alignment } from '../alignment';
import { semanticCleanup } from '../clean/semantic-cleanup';
import { alignRanges } from './align-ranges';
import { detectMoves } from './detect-moves';
import { fillGaps, isSamePassage } from './fill-gaps';
import { pairTexts } from './text-pair';

/**
 * The alignment of the old text with the new one. First the longest chain of shared grams in the
 * order of both texts, and between its matches what is surely the same; then what left its old
 * neighbours, wherever it went; then what was edited beside all these. Time is n log n at most in the
 * length of the texts, whatever they are: README.md says by what each step is bounded.
 */
export function align(textA: string, textB: string): Alignment {
	const texts = pairTexts(textA, textB);
	const all = { fromA: 0, toA: textA.length, fromB: 0, toB: textB.length };
	const inOrder = semanticCleanup(
		alignRanges(texts, all, isSamePassage).map((match) => ({ ...match, moved: false })),
		texts
	);
	const found = [...inOrder, ...detectMoves(texts, inOrder)];
	const matches = semanticCleanup([...found, ...fillGaps(texts, found)], texts);
	const matchesB = [...matches].sort((a, b) => a.fromB - b.fromB);
	return { textA, textB, matches, matchesB, gramSize: texts.shared.size };
}
