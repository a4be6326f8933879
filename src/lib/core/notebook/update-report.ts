/** What an update of a text did to the annotations in it: "212 kept, 3 moved, 1 needs you". */
import type { Annotation, Place, Target } from '../annotation/annotation';
import { currentTarget } from '../annotation/current-target';
import { fold } from '../text/fold';
import { isLoose } from '../annotation/loose';
import type { TextRange } from '../text/range';

export type Outcome = 'kept' | 'moved' | 'needs';
export type Outcomes = Record<Outcome, number>;

// Of the neighbouring words, so many units beside the passage must still be there: a word or
// two, which a passage set down elsewhere would meet only by chance.
const BESIDE = 12;

/** The words right beside a passage, folded: by them one knows whether it moved. */
export interface Beside {
	before: string;
	after: string;
}

/**
 * What became of a target in today's `text`. *Moved* is one that stands between other
 * words on both sides; words changed inside it, or on one side, leave it kept. So does
 * standing where the reader was `told` that it moved to.
 */
export function outcomeOf(
	{ quote }: Target,
	place: Place,
	text: string,
	told: Beside | null = null
): Outcome {
	if (place.range === null || place.level === 'unplaced' || place.level === 'review') {
		return 'needs';
	}
	const { before, after } = besideOf(place.range, text);
	const made = {
		before: fold(quote.prefix.slice(-BESIDE)),
		after: fold(quote.suffix.slice(0, BESIDE))
	};
	const known = told ? [made, told] : [made];
	return known.some((one) => one.before === before || one.after === after) ? 'kept' : 'moved';
}

function besideOf({ start, end }: TextRange, text: string): Beside {
	return {
		before: fold(text.slice(Math.max(0, start - BESIDE), start)),
		after: fold(text.slice(end, end + BESIDE))
	};
}

/** What an update did to the annotations of one chapter. */
export interface ChapterUpdate {
	outcomes: Outcomes;
	/** Where those stand that are not where they were made, by id: what is to be kept as told. */
	moves: Record<string, Beside>;
}

/**
 * What became of `annotations`, all of one chapter, in today's `text`. `told` are those moves
 * that the reader knows of. Loose ones, about which nobody asks any more, do not count.
 */
export function updateOf(
	annotations: readonly Annotation[],
	text: string,
	{
		placeOf,
		told
	}: { placeOf: (id: string) => Place | null; told: Readonly<Record<string, Beside>> }
): ChapterUpdate {
	let outcomes = NO_OUTCOMES;
	const moves: Record<string, Beside> = {};
	for (const one of annotations) {
		const place = placeOf(one.id);
		if (!place) continue;
		const target = currentTarget(one);
		const outcome = outcomeOf(target, place, text, told[one.id]);
		if (outcome === 'needs' && isLoose(one)) continue;
		outcomes = addOutcomes(outcomes, { ...NO_OUTCOMES, [outcome]: 1 });
		if (place.range && outcomeOf(target, place, text) === 'moved') {
			moves[one.id] = besideOf(place.range, text);
		}
	}
	return { outcomes, moves };
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
