/** Judges the candidates for a quote: whether one is good enough, and clearly better than the rest. */
import type { Place, Quote } from '../../annotation/annotation';
import { overlap } from '../../text/range';
import type { TextPair } from '../alignment';
import { UNPLACED } from '../judge/place-by-alignment';
import { isSameWord } from '../judge/same-word';
import {
	GOOD_SHARE,
	INTACT_SHARE,
	LONG_QUOTE_GRAMS,
	LONGEST_FOUND_FACTOR,
	LONGEST_FOUND_SLACK,
	MANY_WORDS_GRAMS,
	NEARLY_ALL_SHARE,
	QUOTE_SURVIVAL_SHARE,
	RIVAL_MARGIN,
	RIVAL_MARGIN_SHORT,
	SHORT_QUOTE_GRAMS,
	VERY_LONG_QUOTE_GRAMS,
	VERY_SHORT_QUOTE_GRAMS
} from '../tuning';
import type { Candidate } from './candidate';

export interface Verdict {
	place: Place;
	/** Whether nearly all words were found, so that looking farther finds no more. */
	complete: boolean;
}

/** The verdict when nothing is good enough. */
export const NOT_FOUND: Verdict = { place: UNPLACED, complete: false };

/** A candidate for which there is a range. */
type Found = Candidate & { range: NonNullable<Candidate['range']> };

/** Where `quote` stands in the new text of `texts`, after all its `candidates`. */
export function judgeCandidates(
	{ textB, shared }: TextPair,
	quote: Quote,
	candidates: readonly Candidate[]
): Verdict {
	const ranked = [...candidates].sort((a, b) => b.score - a.score);
	const best = ranked[0];
	if (!best || !hasRange(best)) return NOT_FOUND;
	const { range, words, before, after, score } = best;
	const found = textB.slice(range.start, range.end);
	if (words <= QUOTE_SURVIVAL_SHARE || !isSameWord(quote.exact, found, words)) return NOT_FOUND;
	const length = quote.exact.length;
	const gramsLeft = (words * length) / shared.size;
	const isGone = gramsLeft < MANY_WORDS_GRAMS && ranked.some(isContextWithoutWords);
	const isWhole = found.length <= length * LONGEST_FOUND_FACTOR + LONGEST_FOUND_SLACK;
	const isClear = !isGone && isClearlyBest(best, ranked, gramsLeft);
	if (isClear && isEnough(best, gramsLeft) && isWhole && !best.torn && !best.uncertain) {
		const level = found === quote.exact ? 'exact' : 'high';
		const worse = Math.min(before, after);
		return {
			place: { range, via: 'quote', level, score },
			complete: words >= NEARLY_ALL_SHARE && worse >= QUOTE_SURVIVAL_SHARE
		};
	}
	if (isGone || length < shared.size || words < GOOD_SHARE) return NOT_FOUND;
	return { place: { range, via: 'quote', level: 'review', score }, complete: false };
}

function hasRange(candidate: Candidate): candidate is Found {
	return candidate.range !== null;
}

/**
 * Whether the context is there, but not the words. There they were, and from there they are gone:
 * a few such words elsewhere are others, while many have moved.
 */
function isContextWithoutWords({ words, before, after }: Candidate): boolean {
	const isContext =
		Math.max(before, after) >= INTACT_SHARE && Math.min(before, after) >= QUOTE_SURVIVAL_SHARE;
	return isContext && words <= QUOTE_SURVIVAL_SHARE;
}

/** Whether the best of the candidates, which are `ranked`, is better than any other by the margin. */
function isClearlyBest(best: Found, ranked: readonly Candidate[], gramsLeft: number): boolean {
	const rival = ranked.find(({ range }) => range && overlap(range, best.range) === 0);
	const margin = gramsLeft < LONG_QUOTE_GRAMS ? RIVAL_MARGIN_SHORT : RIVAL_MARGIN;
	return best.score - (rival?.score ?? 0) >= margin;
}

/** Whether words and context are enough: the fewer words are left, the more of their context must be. */
function isEnough({ words, before, after }: Candidate, gramsLeft: number): boolean {
	const [worse, better] = [Math.min(before, after), Math.max(before, after)];
	const mean = (before + after) / 2;
	if (gramsLeft >= LONG_QUOTE_GRAMS) {
		return (
			better >= GOOD_SHARE ||
			mean >= QUOTE_SURVIVAL_SHARE ||
			words >= INTACT_SHARE ||
			(words >= GOOD_SHARE && gramsLeft >= VERY_LONG_QUOTE_GRAMS)
		);
	}
	if (gramsLeft >= VERY_SHORT_QUOTE_GRAMS && words < GOOD_SHARE) return false;
	if (gramsLeft < SHORT_QUOTE_GRAMS && worse < GOOD_SHARE) return false;
	return better >= NEARLY_ALL_SHARE || mean >= GOOD_SHARE;
}
