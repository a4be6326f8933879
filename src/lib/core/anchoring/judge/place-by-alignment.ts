/** Judges a passage that was mapped to today's text: whether it is still there, and how sure that is. */
import type { Place, Target } from '../../annotation/annotation';
import type { TextRange } from '../../text/range';
import type { Alignment } from '../alignment';
import type { Neighbours } from '../map/cluster-matches';
import { isUncertain, mapRange, unitsMappedInto, type MappedRange } from '../map/map-range';
import { isAmbiguous } from './ambiguity';
import { isSameWord } from './same-word';
import {
	EVIDENCE_GRAMS,
	EVIDENCE_REACH,
	LENGTH_BETWEEN_NEIGHBOURS,
	NEIGHBOUR_REACH,
	NEIGHBOUR_SHARE,
	NEIGHBOUR_UNITS,
	REVIEW_SHARE,
	RIVAL_SHARE,
	SURVIVAL_SHARE,
	SURVIVAL_SHARE_BETWEEN_NEIGHBOURS
} from '../tuning';

/** What is answered when a passage is not there, or might be in two places. */
export const UNPLACED: Place = { range: null, via: 'none', level: 'unplaced', score: 0 };

/** Where `target`, whose offsets count in the alignment's old text, stands in its new text. */
export function placeByAlignment(alignment: Alignment, target: Target): Place {
	const old = { start: target.start, end: target.end };
	const mapped = mapRange(alignment, old);
	if (mapped === null || mapped.survived < REVIEW_SHARE) return UNPLACED;
	const { range, survived, elsewhere } = mapped;
	const neighbours = neighboursOf(alignment, old, range);
	const isLeft = survived > neededShare(old, range, neighbours);
	const isShort = old.end - old.start < alignment.gramSize;
	if (isShort && !(isLeft && isEvident(alignment, old, mapped))) return UNPLACED;
	if (
		!isLeft ||
		isUncertain(mapped) ||
		elsewhere > survived * RIVAL_SHARE ||
		isAmbiguous(alignment, target, mapped, neighbours)
	) {
		return { range, via: 'diff', level: 'review', score: survived };
	}
	const isExact = alignment.textB.slice(range.start, range.end) === target.quote.exact;
	return { range, via: 'diff', level: isExact ? 'exact' : 'high', score: survived };
}

/** At which ends of `range`, where the passage `old` went, its old neighbours stand. */
function neighboursOf(alignment: Alignment, old: TextRange, range: TextRange): Neighbours {
	const before = { start: Math.max(0, old.start - NEIGHBOUR_UNITS), end: old.start };
	const behind = {
		start: old.end,
		end: Math.min(alignment.textA.length, old.end + NEIGHBOUR_UNITS)
	};
	const isBeside = (neighbour: TextRange, target: TextRange) =>
		unitsMappedInto(alignment, neighbour, target) >=
		(neighbour.end - neighbour.start) * NEIGHBOUR_SHARE;
	return {
		start: isBeside(before, { start: range.start - NEIGHBOUR_REACH, end: range.start }),
		end: isBeside(behind, { start: range.end, end: range.end + NEIGHBOUR_REACH })
	};
}

/** The share of a passage's units that must be left where it went. */
function neededShare(old: TextRange, range: TextRange, neighbours: Neighbours): number {
	const isBetween = neighbours.start && neighbours.end;
	const isAsLong = range.end - range.start >= (old.end - old.start) * LENGTH_BETWEEN_NEIGHBOURS;
	return isBetween && isAsLong ? SURVIVAL_SHARE_BETWEEN_NEIGHBOURS : SURVIVAL_SHARE;
}

/** Whether a passage shorter than a gram, and what was around it, stand together as before. */
function isEvident(
	alignment: Alignment,
	{ start, end }: TextRange,
	{ range, survived }: MappedRange
): boolean {
	const { textA, textB, gramSize } = alignment;
	const words = textB.slice(range.start, range.end);
	if (!isSameWord(textA.slice(start, end), words, survived)) return false;
	const around = {
		start: Math.max(0, start - NEIGHBOUR_UNITS),
		end: Math.min(textA.length, end + NEIGHBOUR_UNITS)
	};
	const target = { start: range.start - EVIDENCE_REACH, end: range.end + EVIDENCE_REACH };
	const needed = Math.min(gramSize * EVIDENCE_GRAMS, around.end - around.start);
	return unitsMappedInto(alignment, around, target) >= needed;
}
