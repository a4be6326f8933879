/** Tells whether a passage that was mapped might as well be another one with the same words. */
import type { Target } from '../../annotation/annotation';
import type { TextRange } from '../../text/range';
import { firstEndingAfter, startingBefore, type AlignedMatch, type Alignment } from '../alignment';
import type { Neighbours } from '../map/cluster-matches';
import { unitsMappedInto, type MappedRange } from '../map/map-range';
import { EVIDENCE_REACH, NEIGHBOUR_REACH, NEIGHBOUR_SHARE, NEIGHBOUR_UNITS } from '../tuning';

/**
 * Whether the words of a mapped passage, with what of their old context still stands around them,
 * stand more than once in either text, and its neighbours do not tell it from the others: the
 * copy that is meant may have moved or been deleted.
 */
export function isAmbiguous(
	alignment: Alignment,
	{ start, end, quote }: Target,
	mapped: MappedRange,
	neighbours: Neighbours
): boolean {
	const { range, lost } = mapped;
	const rest = { start: Math.max(start, lost.start.end), end: Math.min(end, lost.end.start) };
	const [before, behind] = commonContext(alignment, rest, range);
	const a = { start: rest.start - before, end: rest.end + behind };
	const b = { start: range.start - before, end: range.end + behind };
	// A quote's context grows until it is unique: one that has grown stands in a long repetition.
	const context = Math.max(quote.prefix.length, quote.suffix.length);
	if (context > NEIGHBOUR_UNITS) {
		if (standsInContext(alignment, { start, end }, range, context)) return false;
	} else if (!mapped.moved) {
		const atStart = neighbours.start || isSameBefore(alignment, a.start, b.start);
		const atEnd = neighbours.end || isSameBehind(alignment, a.end, b.end);
		if (atStart && atEnd) return false;
	}
	return isRepeated(alignment.textA, a) || isRepeated(alignment.textB, b);
}

/** Whether the far ends of a passage's context stand around it as before. */
function standsInContext(
	alignment: Alignment,
	{ start, end }: TextRange,
	range: TextRange,
	context: number
): boolean {
	const before = Math.max(0, start - context);
	const behind = Math.min(alignment.textA.length, end + context);
	const isNear = (part: TextRange, target: TextRange) =>
		unitsMappedInto(alignment, part, target) >= (part.end - part.start) * NEIGHBOUR_SHARE;
	const reach = context + NEIGHBOUR_REACH;
	return (
		isNear(
			{ start: before, end: Math.min(start, before + NEIGHBOUR_UNITS) },
			{ start: range.start - reach, end: range.start }
		) &&
		isNear(
			{ start: Math.max(end, behind - NEIGHBOUR_UNITS), end: behind },
			{ start: range.end, end: range.end + reach }
		)
	);
}

/** Units of equal text right before and right behind two ranges. */
function commonContext(
	{ textA, textB }: Alignment,
	a: TextRange,
	b: TextRange
): [before: number, behind: number] {
	let before = 0;
	const most = Math.min(EVIDENCE_REACH, a.start, b.start);
	while (before < most && textA[a.start - before - 1] === textB[b.start - before - 1]) before += 1;
	let behind = 0;
	const mostBehind = Math.min(EVIDENCE_REACH, textA.length - a.end, textB.length - b.end);
	while (behind < mostBehind && textA[a.end + behind] === textB[b.end + behind]) behind += 1;
	return [before, behind];
}

function isRepeated(text: string, { start, end }: TextRange): boolean {
	const words = text.slice(start, end);
	return text.indexOf(words) !== start || text.includes(words, start + 1);
}

/** Whether the old text right before `a` is the next one before `b`, whatever was inserted between. */
function isSameBefore({ matches, matchesB, gramSize }: Alignment, a: number, b: number): boolean {
	const before = startingBefore(matches, a, 'A');
	const beforeB = startingBefore(matchesB, b, 'B');
	return before === beforeB && (before === undefined || a - before.toA < gramSize);
}

function isSameBehind({ matches, matchesB, gramSize }: Alignment, a: number, b: number): boolean {
	const behind: AlignedMatch | undefined = matches[firstEndingAfter(matches, a, 'toA')];
	const behindB: AlignedMatch | undefined = matchesB[firstEndingAfter(matchesB, b, 'toB')];
	return behind === behindB && (behind === undefined || behind.fromA - a < gramSize);
}
