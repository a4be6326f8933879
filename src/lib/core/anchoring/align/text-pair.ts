/** Makes two texts ready to be compared. */
import { fold } from '../../text/fold';
import type { TextPair } from '../alignment';
import { MOST_TOKEN_CELLS_IN_ALL } from '../tuning';
import { indexGrams, sharedGrams, type GramIndex } from './shared-grams';

/** The old text `textA` with the new one; `gramsB` are the grams of `textB`, folded. */
export function pairTexts(
	textA: string,
	textB: string,
	gramsB: GramIndex = indexGrams(fold(textB))
): TextPair {
	const foldedA = fold(textA);
	return {
		textA,
		textB,
		foldedA,
		foldedB: gramsB.text,
		shared: sharedGrams(foldedA, gramsB),
		effort: { tokenCells: MOST_TOKEN_CELLS_IN_ALL }
	};
}
