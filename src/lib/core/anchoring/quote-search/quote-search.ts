/** Searches a quote where no snapshot of its edition is at hand. */
import type { Place, Quote } from '../../annotation/annotation';
import { fold } from '../../text/fold';
import { indexGrams } from '../align/shared-grams';
import { pairTexts } from '../align/text-pair';
import { INSERTION_LENGTHS } from '../tuning';
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

/** Indexes `text` once, for any number of quotes. */
export function openQuoteSearch(text: string): QuoteSearch {
	const grams = indexGrams(fold(text));
	return {
		place(quote) {
			const texts = pairTexts(quote.prefix + quote.exact + quote.suffix, text, grams);
			const hits = inTextOrder(texts.shared);
			const candidates: Candidate[] = [];
			let verdict = NOT_FOUND;
			for (const insertion of INSERTION_LENGTHS) {
				for (const region of candidateRegions(texts, hits, insertion)) {
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
