/** What a correction of a text did to the annotations in it: "212 kept, 3 moved, 1 needs you". */
import type { Annotation, Place, Target } from '../annotation/annotation';
import { currentTarget } from '../annotation/current-target';
import { isLoose } from '../annotation/loose-note';
import { fold } from '../text/fold';
import type { TextRange } from '../text/range';

export type Outcome = 'kept' | 'moved' | 'needsReview';
export type OutcomeCounts = Record<Outcome, number>;

// Of the words next to a passage, so many units must still be there: a word or two, which a
// passage that was moved elsewhere would meet only by coincidence.
const SURROUNDING_UNITS = 12;

/** The words right before and right after a passage, folded: they tell whether it was moved. */
export interface Surroundings {
	before: string;
	after: string;
}

/**
 * What became of a target in today's `text`. A passage was moved when it stands between other
 * words on both sides; it is kept when words were changed inside it or on one side only, and when
 * it stands in the surroundings that the reader has already been told it moved to.
 *
 * @param reported those surroundings; `null` when nothing was reported
 */
export function outcomeOf(
	{ quote }: Target,
	place: Place,
	text: string,
	reported: Surroundings | null = null
): Outcome {
	if (place.range === null || place.level === 'unplaced' || place.level === 'review') {
		return 'needsReview';
	}
	const { before, after } = surroundingsOf(place.range, text);
	const original = {
		before: fold(quote.prefix.slice(-SURROUNDING_UNITS)),
		after: fold(quote.suffix.slice(0, SURROUNDING_UNITS))
	};
	const known = reported ? [original, reported] : [original];
	return known.some((one) => one.before === before || one.after === after) ? 'kept' : 'moved';
}

function surroundingsOf({ start, end }: TextRange, text: string): Surroundings {
	return {
		before: fold(text.slice(Math.max(0, start - SURROUNDING_UNITS), start)),
		after: fold(text.slice(end, end + SURROUNDING_UNITS))
	};
}

/** What a correction did to the annotations of one chapter. */
export interface CorrectionReport {
	outcomes: OutcomeCounts;
	/** Where the moved annotations stand now, by id: to be stored as reported. */
	moves: Record<string, Surroundings>;
}

/**
 * What became of `annotations`, all of one chapter, in today's `text`. Loose notes without a
 * place are not counted, since the reader has decided about them; nor are marks of other apps whose
 * words were in no edition here, since no correction took them away.
 *
 * @param reported the moves that the reader has already been told of, by id
 */
export function reportCorrection(
	annotations: readonly Annotation[],
	text: string,
	{
		placeOf,
		reported
	}: { placeOf: (id: string) => Place | null; reported: Readonly<Record<string, Surroundings>> }
): CorrectionReport {
	let outcomes = NO_OUTCOMES;
	const moves: Record<string, Surroundings> = {};
	for (const one of annotations) {
		const target = currentTarget(one);
		const place = placeOf(one.id);
		if (!target?.edition || !place) continue;
		const outcome = outcomeOf(target, place, text, reported[one.id]);
		if (outcome === 'needsReview' && isLoose(one)) continue;
		outcomes = addOutcomes(outcomes, { ...NO_OUTCOMES, [outcome]: 1 });
		if (place.range && outcomeOf(target, place, text) === 'moved') {
			moves[one.id] = surroundingsOf(place.range, text);
		}
	}
	return { outcomes, moves };
}

export const NO_OUTCOMES: OutcomeCounts = { kept: 0, moved: 0, needsReview: 0 };

/** The counts of two chapters together. */
export function addOutcomes(a: OutcomeCounts, b: OutcomeCounts): OutcomeCounts {
	return {
		kept: a.kept + b.kept,
		moved: a.moved + b.moved,
		needsReview: a.needsReview + b.needsReview
	};
}

/** The counts as readers are told of them; empty when all are 0. */
export function formatOutcomes({ kept, moved, needsReview }: OutcomeCounts): string {
	const parts = [
		kept > 0 ? `${kept} kept` : '',
		moved > 0 ? `${moved} moved` : '',
		needsReview > 0 ? `${needsReview} ${needsReview === 1 ? 'needs' : 'need'} you` : ''
	];
	return parts.filter(Boolean).join(', ');
}
