/** What an update of a text did to the annotations in it: "212 kept, 3 moved, 1 needs you". */
import type { Place, Target } from './annotation';
import { fold } from './fold';

export type Outcome = 'kept' | 'moved' | 'needs';
export type Outcomes = Record<Outcome, number>;

// Of the neighbouring words, so many units beside the passage must still be there: a word or
// two, which a passage set down elsewhere would meet only by chance.
const BESIDE = 12;

/**
 * What became of a target in today's `text`. *Moved* is one that stands between other
 * words on both sides; words changed inside it, or on one side, leave it kept.
 */
export function outcomeOf({ quote }: Target, place: Place, text: string): Outcome {
	if (place.range === null || place.level === 'unplaced' || place.level === 'review') {
		return 'needs';
	}
	const { start, end } = place.range;
	const before = fold(text.slice(Math.max(0, start - BESIDE), start));
	const after = fold(text.slice(end, end + BESIDE));
	const kept =
		before === fold(quote.prefix.slice(-BESIDE)) || after === fold(quote.suffix.slice(0, BESIDE));
	return kept ? 'kept' : 'moved';
}

export const NO_OUTCOMES: Outcomes = { kept: 0, moved: 0, needs: 0 };

export function addOutcomes(a: Outcomes, b: Outcomes): Outcomes {
	return { kept: a.kept + b.kept, moved: a.moved + b.moved, needs: a.needs + b.needs };
}

/** As it is told to readers; empty when there is nothing to tell. */
export function sayOutcomes({ kept, moved, needs }: Outcomes): string {
	const parts = [
		kept > 0 ? `${kept} kept` : '',
		moved > 0 ? `${moved} moved` : '',
		needs > 0 ? `${needs} ${needs === 1 ? 'needs' : 'need'} you` : ''
	];
	return parts.filter(Boolean).join(', ');
}

/** The paragraph around a target in the text it was made in, in three parts; `null` when that is another text. */
export function oldParagraph(
	{ start, end, quote }: Target,
	text: string
): { before: string; passage: string; after: string } | null {
	if (text.slice(start, end) !== quote.exact) return null;
	const from = text.lastIndexOf('\n', start - 1) + 1;
	const next = text.indexOf('\n', end);
	return {
		before: start === 0 ? '' : text.slice(from, start),
		passage: quote.exact,
		after: text.slice(end, next < 0 ? text.length : next)
	};
}
