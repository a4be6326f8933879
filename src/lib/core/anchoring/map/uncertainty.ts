/** What cannot be told about a passage that was mapped: which units beside changes belong to it. */
import { BLOCK_SEPARATOR } from '../../text/chapter-text';
import type { TextRange } from '../../text/range';
import {
	firstEndingAfter,
	startingBefore,
	lengthOf,
	type Alignment,
	type Match
} from '../alignment';
import {
	ADDED_BLOCK_GRAMS,
	LONGEST_MISPRINT,
	REPLACEMENT_GROWTH,
	REPLACEMENT_GROWTH_UNITS
} from '../tuning';
import {
	changeBetween,
	changesWithin,
	type Cluster,
	type Ends,
	type Neighbours
} from './cluster-matches';

/**
 * Whether an end without old neighbours stands beyond new text longer than itself, or either end
 * beyond new blocks longer than both: the passage may have moved, and left that end behind.
 * `matches` are its parts in the order of the new text.
 */
export function isDetached(
	{ textB, gramSize }: Alignment,
	matches: readonly Match[],
	neighbours: Neighbours
): boolean {
	return changesWithin(matches).some(({ n, inserted, before, after }) => {
		if (inserted === 0) return false;
		return (
			(!neighbours.start && before <= inserted) ||
			(!neighbours.end && after <= inserted) ||
			(Math.max(before, after) + gramSize * ADDED_BLOCK_GRAMS <= inserted &&
				textB.slice(matches[n].fromB - inserted, matches[n].fromB).includes(BLOCK_SEPARATOR))
		);
	});
}

/**
 * New units within the range that are the passage's only if what is left of it at one of its ends
 * is: if the little there is no chance, beyond a stretch where more was inserted than deleted; and
 * if it was what stood beside the passage that moved here, not the rest of the passage that moved
 * behind it. `matches` are its parts in the order of the new text.
 */
export function unitsBeforeOutliers(alignment: Alignment, matches: readonly Match[]): number {
	const passage = extentInA(matches);
	let most = 0;
	for (const { n, deleted, inserted, before, after } of changesWithin(matches)) {
		const outlier = Math.min(before, after);
		const growth = deleted * REPLACEMENT_GROWTH + REPLACEMENT_GROWTH_UNITS;
		if (outlier < alignment.gramSize && deleted > 0 && inserted - deleted > growth) {
			most = Math.max(most, inserted - deleted);
		}
		const change = { start: matches[n].fromB - inserted, end: matches[n].fromB };
		if (inserted > outlier && neighbourUnits(alignment, passage, change) > outlier) {
			most = Math.max(most, inserted);
		}
	}
	return most;
}

/**
 * New units before a part at one of the ends that is shorter than they are, where the old text does
 * not go on behind that part: it may be another passage with the same words. `matches` are the
 * passage's parts in the order of the new text.
 */
export function unitsBeforeStrays(alignment: Alignment, matches: readonly Match[]): number {
	let most = 0;
	for (const { inserted, before, after } of changesWithin(matches)) {
		if (before <= inserted && !goesOnBefore(alignment, matches[0])) most = Math.max(most, inserted);
		if (after <= inserted && !goesOnBehind(alignment, matches[matches.length - 1])) {
			most = Math.max(most, inserted);
		}
	}
	return most;
}

/** Whether the text that comes next before a match is the same in both texts. */
function goesOnBefore({ matches, matchesB }: Alignment, { fromA, fromB }: Match): boolean {
	return startingBefore(matches, fromA, 'A') === startingBefore(matchesB, fromB, 'B');
}

/** Whether the text that comes next behind a match is the same in both texts. */
function goesOnBehind({ matches, matchesB }: Alignment, { toA, toB }: Match): boolean {
	return (
		matches[firstEndingAfter(matches, toA, 'toA')] ===
		matchesB[firstEndingAfter(matchesB, toB, 'toB')]
	);
}

/** Where the first and the last unit of the old text are that matches hold, in whatever order. */
function extentInA(matches: readonly Match[]): TextRange {
	return matches.reduce(
		({ start, end }, { fromA, toA }) => ({
			start: Math.min(start, fromA),
			end: Math.max(end, toA)
		}),
		{ start: Infinity, end: 0 }
	);
}

/** Units that start `range` of the new text and stood right before or behind `passage` of the old one. */
function neighbourUnits(
	{ matchesB, gramSize }: Alignment,
	{ start, end }: TextRange,
	range: TextRange
): number {
	const match = matchesB[firstEndingAfter(matchesB, range.start, 'toB')];
	if (match.fromB >= Math.min(range.end, range.start + gramSize)) return 0;
	const isNeighbour =
		Math.abs(match.fromA - end) < gramSize || Math.abs(match.toA - start) < gramSize;
	return isNeighbour ? lengthOf(match) : 0;
}

/** Units of another part that stands so near the largest one that what is between may be what moved. */
export function unitsOfNearbyPart({ matches }: Cluster, other: Cluster | undefined): number {
	if (other === undefined) return 0;
	const distance = Math.max(
		other.matches[0].fromB - matches[matches.length - 1].toB,
		matches[0].fromB - other.matches[other.matches.length - 1].toB
	);
	return distance < other.length ? other.length : 0;
}

/**
 * Units at either end that may be there by chance when the passage has lost its old neighbours:
 * less than a gram, beyond a block's end or another change.
 */
export function unitsWithoutNeighbours(
	alignment: Alignment,
	matches: readonly Match[]
): Ends<number> {
	const parts = connectedParts(alignment, matches);
	const unitsOf = ({ start, end }: TextRange) =>
		end - start < alignment.gramSize ? end - start : 0;
	return { start: unitsOf(parts[0]), end: unitsOf(parts[parts.length - 1]) };
}

/** Where the matches stand in the new text, each in one block; joined when only a misprint is between them. */
function connectedParts({ textB }: Alignment, matches: readonly Match[]): TextRange[] {
	const parts: TextRange[] = [];
	for (const [n, { fromB, toB }] of matches.entries()) {
		let start = fromB;
		for (const words of textB.slice(fromB, toB).split(BLOCK_SEPARATOR)) {
			const end = start + words.length;
			const isFirst = start === fromB && n > 0;
			const change = isFirst ? changeBetween(matches[n - 1], matches[n]) : null;
			if (change && change.deleted + change.inserted <= LONGEST_MISPRINT) {
				parts[parts.length - 1].end = end;
			} else {
				parts.push({ start, end });
			}
			start = end + BLOCK_SEPARATOR.length;
		}
	}
	return parts;
}
