/** Compares a quote with a region of the text where it may stand. */
import type { Quote } from '../../annotation/annotation';
import type { TextRange } from '../../text/range';
import { alignRanges } from '../align/align-ranges';
import { isSamePassage } from '../align/fill-gaps';
import type { Alignment, TextPair } from '../alignment';
import { semanticCleanup } from '../clean/semantic-cleanup';
import type { Neighbours } from '../map/cluster-matches';
import { isUncertain, mapRange, unitsMappedInto, type MappedRange } from '../map/map-range';
import { CONTEXT_REACH, LOST_SHARE, QUOTE_SURVIVAL_SHARE } from '../tuning';
import type { GramHit } from './candidate-regions';

/** Somewhere in the text the quote may stand. */
export interface Candidate {
	/** `null` when the context is there, but not the words. */
	range: TextRange | null;
	/** Whether it may be two passages and the text between them, or only a part of one. */
	uncertain: boolean;
	/** Whether others of its words stand where it may go on. */
	torn: boolean;
	/** 0 to 1: how much of the quoted words is there. */
	words: number;
	/** 0 to 1: how much of the prefix stands before them. */
	before: number;
	/** 0 to 1: how much of the suffix stands behind them. */
	after: number;
	/** 0 to 1: the mean of words and context. */
	score: number;
}

/**
 * What of `quote` stands in `region` of the text; `null` when nothing does. The old text of
 * `texts` is the quote with its prefix and suffix.
 */
export function examineRegion(
	texts: TextPair,
	quote: Quote,
	region: TextRange,
	hits: readonly GramHit[]
): Candidate | null {
	const alignment = alignRegion(texts, region);
	if (alignment.matches.length === 0) return null;
	const { textA, textB } = texts;
	const start = quote.prefix.length;
	const end = start + quote.exact.length;
	const found = mapRange(alignment, { start, end });
	const near = found ? widened(found.range) : region;
	// The end of a text has no neighbour; it is one where the quote, too, has none.
	const shareOf = (from: number, to: number, isTextEnd: boolean) =>
		to === from
			? Number(isTextEnd)
			: unitsMappedInto(alignment, { start: from, end: to }, near) / (to - from);
	const before = shareOf(0, start, near.start <= 0);
	const after = shareOf(end, textA.length, near.end >= textB.length);
	const neighbours = {
		start: before >= QUOTE_SURVIVAL_SHARE,
		end: after >= QUOTE_SURVIVAL_SHARE
	};
	const mapped = mapRange(alignment, { start, end }, neighbours);
	const words = mapped?.survived ?? 0;
	const contextUnits = Math.max(1, textA.length - end + start);
	const context = (before * start + after * (textA.length - end)) / contextUnits;
	return {
		range: mapped?.range ?? null,
		uncertain: mapped !== null && (mapped.detached || isUncertain(mapped, neighbours)),
		torn: mapped !== null && isTorn(alignment.gramSize, mapped, neighbours, hits),
		words,
		before,
		after,
		score: (words + context) / 2
	};
}

function alignRegion(texts: TextPair, { start, end }: TextRange): Alignment {
	const { textA, textB, shared } = texts;
	const all = { fromA: 0, toA: textA.length, fromB: start, toB: end };
	const found = semanticCleanup(alignRanges(texts, all, isSamePassage), texts);
	const matches = found.map((match) => ({ ...match, moved: false }));
	const matchesB = [...matches].sort((a, b) => a.fromB - b.fromB);
	return { textA, textB, matches, matchesB, gramSize: shared.size };
}

function widened({ start, end }: TextRange): TextRange {
	return { start: start - CONTEXT_REACH, end: end + CONTEXT_REACH };
}

/**
 * Whether the passage may go on elsewhere: an end of it stands there with its old neighbours while
 * the range has none at that end; or much of it does, though a copy of them is at the range too; or
 * much of it stands right beside the range, in another order.
 */
function isTorn(
	gramSize: number,
	{ range, lost }: MappedRange,
	neighbours: Neighbours,
	hits: readonly GramHit[]
): boolean {
	const [start, end] = [lost.start.start, lost.end.end];
	const elsewhere = hits.filter(
		({ fromB }) => fromB + gramSize <= range.start || fromB >= range.end
	);
	return [lost.start, lost.end].some((part) => {
		const found = elsewhere.filter(({ fromA }) => contains(part, fromA + gramSize / 2));
		if (!neighbours.start && found.some(({ fromA }) => fromA < start)) return true;
		if (!neighbours.end && found.some(({ fromA }) => fromA + gramSize > end)) return true;
		if (part.end - part.start <= (end - start) * LOST_SHARE) return false;
		const shifts = new Set(found.map(({ fromA, fromB }) => fromB - fromA));
		const isNeighbour = ({ fromA, fromB }: GramHit) =>
			(fromA + gramSize <= start || fromA >= end) && shifts.has(fromB - fromA);
		const isNear = ({ fromB }: GramHit) =>
			fromB <= range.end + gramSize && fromB + gramSize >= range.start - gramSize;
		return elsewhere.some(isNeighbour) || found.some(isNear);
	});
}

function contains({ start, end }: TextRange, offset: number): boolean {
	return offset >= start && offset < end;
}
