/** Maps a passage of the old text through an alignment to the new one. */
import { BLOCK_SEPARATOR } from '../../text/chapter-text';
import type { TextRange } from '../../text/range';
import { firstEndingAfter, type AlignedMatch, type Alignment } from '../alignment';
import { OUTLIER_SHARE, UNCERTAIN_SHARE } from '../tuning';
import {
	clusterMatches,
	countUnits,
	withoutOutliers,
	type Ends,
	type Neighbours
} from './cluster-matches';
import { mapDetachedEnd, mapEnd, mapStart } from './map-ends';
import {
	isDetached,
	unitsBeforeOutliers,
	unitsBeforeStrays,
	unitsOfNearbyPart,
	unitsWithoutNeighbours
} from './uncertainty';

/** Where a passage went, and how much of it got there. */
export interface MappedRange {
	/** In the new text. */
	range: TextRange;
	/** 0 to 1: the share of the passage's units that stand in `range`. */
	survived: number;
	/** 0 to 1: the share that stands together elsewhere, when the passage was torn apart. */
	elsewhere: number;
	/** Ranges of the old text: what of the passage is left out before and behind its parts in `range`. */
	lost: Ends<TextRange>;
	/** Units at the ends of `range`, taken in or not, of which nobody can tell whether they belong to it. */
	uncertain: number;
	/** Units at each end that are uncertain too where the passage has lost its old neighbours. */
	uncertainAlone: Ends<number>;
	/**
	 * Whether an end without old neighbours stands beyond longer new text, or was left out though
	 * it was more than a few units.
	 */
	detached: boolean;
	/** Whether any part of it moved. */
	moved: boolean;
}

const BOTH: Neighbours = { start: true, end: true };

/**
 * Where the passage `range` of the old text stands in the new one: from its first unit that is
 * left to its last, with what was put in between and with what replaced its ends, without what was
 * added before or behind it. When it was torn apart, the part that holds most of it. `null` when
 * nothing is left. `neighbours` tells at which ends the passage still has its old neighbours: only
 * there can be told what replaced it.
 */
export function mapRange(
	alignment: Alignment,
	range: TextRange,
	neighbours = BOTH
): MappedRange | null {
	const [whole, other] = clusterMatches(alignment, partsWithin(alignment.matches, range));
	if (whole === undefined) return null;
	const { matches, length } = withoutOutliers(whole, neighbours);
	const [first, last] = [matches[0], matches[matches.length - 1]];
	const inA = [...matches].sort((a, b) => a.fromA - b.fromA);
	const [firstInA, lastInA] = [inA[0], inA[inA.length - 1]];
	const lost = {
		start: { start: range.start, end: firstInA.fromA },
		end: { start: lastInA.toA, end: range.end }
	};
	// Only ends that are still first and last have their old neighbours beside them.
	const start =
		neighbours.start && firstInA === first
			? mapStart(alignment, range.start, first)
			: mapDetachedEnd(alignment, first.fromB, lost.start, -1);
	const end =
		neighbours.end && lastInA === last
			? mapEnd(alignment, range.end, last)
			: mapDetachedEnd(alignment, last.toB, lost.end, 1);
	const size = Math.max(1, countUnits(alignment.textA, range.start, range.end));
	return {
		range: trim(alignment.textB, { start: start.offset, end: end.offset }, lost),
		survived: length / size,
		elsewhere: (other?.length ?? 0) / size,
		lost,
		uncertain:
			start.uncertain +
			end.uncertain +
			unitsBeforeOutliers(alignment, matches) +
			unitsBeforeStrays(alignment, matches) +
			unitsOfNearbyPart(whole, other),
		uncertainAlone: unitsWithoutNeighbours(alignment, matches),
		detached:
			isDetached(alignment, matches, neighbours) || whole.length - length > size * OUTLIER_SHARE,
		moved: matches.some(({ moved }) => moved)
	};
}

/** Whether the range, with old neighbours at its ends or none, might as well be quite another one. */
export function isUncertain(
	{ range, uncertain, uncertainAlone }: MappedRange,
	neighbours = BOTH
): boolean {
	const atStart = neighbours.start ? 0 : uncertainAlone.start;
	const atEnd = neighbours.end ? 0 : uncertainAlone.end;
	return uncertain + atStart + atEnd > (range.end - range.start) * UNCERTAIN_SHARE;
}

// A block of which a range holds no letter, only the full stop that ended it.
const EMPTY_START = /^[^\p{L}\p{N}]*\n/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The range without blocks that it reaches into, but of which it has no words, and without the
 * space beside words that are lost.
 */
function trim(text: string, { start, end }: TextRange, lost: Ends<TextRange>): TextRange {
	const words = text.slice(start, end);
	let [head, tail] = [0, words.length];
	head += EMPTY_START.exec(words)?.[0].length ?? 0;
	tail -= emptyEnd(words.slice(head));
	if (lost.start.end > lost.start.start && words[head] === ' ') head += 1;
	if (lost.end.end > lost.end.start && tail > head && words[tail - 1] === ' ') tail -= 1;
	return { start: start + head, end: start + tail };
}

/** Units from where the block ends that holds the last letter of `text`. */
function emptyEnd(text: string): number {
	// Back from the end, since a pattern would begin anew at each of many empty blocks.
	let letter = text.length - 1;
	while (letter >= 0 && !LETTER.test(characterAt(text, letter))) letter -= 1;
	const separator = text.indexOf(BLOCK_SEPARATOR, letter + 1);
	return separator === -1 ? 0 : text.length - separator;
}

/** The character that the unit at `offset` is, or ends. */
function characterAt(text: string, offset: number): string {
	const pair = text.slice(Math.max(0, offset - 1), offset + 1);
	return pair.length === 2 && [...pair].length === 1 ? pair : text[offset];
}

/** Units of `range` of the old text that stand within `target` of the new one. */
export function unitsMappedInto(alignment: Alignment, range: TextRange, target: TextRange): number {
	let units = 0;
	for (const { fromB, toB } of partsWithin(alignment.matches, range)) {
		units += Math.max(0, Math.min(toB, target.end) - Math.max(fromB, target.start));
	}
	return units;
}

/** The matches, cut to `range` of the old text. */
function partsWithin(matches: readonly AlignedMatch[], { start, end }: TextRange): AlignedMatch[] {
	const parts: AlignedMatch[] = [];
	for (let n = firstEndingAfter(matches, start, 'toA'); n < matches.length; n += 1) {
		const { fromA, toA, fromB, toB, moved } = matches[n];
		if (fromA >= end) break;
		const [before, behind] = [Math.max(0, start - fromA), Math.max(0, toA - end)];
		parts.push({
			fromA: fromA + before,
			toA: toA - behind,
			fromB: fromB + before,
			toB: toB - behind,
			moved
		});
	}
	return parts;
}
