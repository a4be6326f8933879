/** Searches a quote where no snapshot of its edition is at hand. */
import type { Place, Quote } from '../../annotation/annotation';
import { fold } from '../../text/fold';
import { indexGrams } from '../align/shared-grams';
import { pairTexts } from '../align/text-pair';
import { COMPARED_UNITS_OF_A_QUOTE, INSERTION_LENGTHS, MOST_COMPARED_UNITS } from '../tuning';
import { examineRegion, type Candidate } from './candidate';
import { candidateRegions, inTextOrder } from './candidate-regions';
import { judgeCandidates, NOT_FOUND } from './judge-candidates';

/** A text made ready for many quotes. */
export interface QuoteSearch {
	/**
	 * Where the quoted words stand: found by grams of prefix, words and suffix together, then
	 * aligned with what stands there. Unplaced when nothing similar is left, or nothing that is
	 * clearly better than the rest.
	 */
	place(quote: Quote): Place;
}

/**
 * Indexes `text` once, for any number of quotes. What all of them may take together has a bound (tuning.ts):
 * a quote that would need more is unplaced, since a place is only right beside all others it may have.
 */
export function openQuoteSearch(text: string): QuoteSearch {
	const grams = indexGrams(fold(text));
	let shared = MOST_COMPARED_UNITS;
	return {
		place(quote) {
			const texts = pairTexts(quote.prefix + quote.exact + quote.suffix, text, grams);
			const hits = inTextOrder(texts.shared);
			const candidates: Candidate[] = [];
			let verdict = NOT_FOUND;
			let own = COMPARED_UNITS_OF_A_QUOTE;
			for (const insertion of INSERTION_LENGTHS) {
				for (const region of candidateRegions(texts, hits, insertion)) {
					own -= texts.textA.length + region.end - region.start;
					if (own + shared < 0) return NOT_FOUND.place;
					if (own < 0) [shared, own] = [shared + own, 0];
					const candidate = examineRegion(texts, quote, region, hits);
					if (candidate) candidates.push(candidate);
				}
				verdict = judgeCandidates(texts, quote, candidates);
				if (verdict.complete) break;
			}
			return verdict.place;
		}
	};
}
