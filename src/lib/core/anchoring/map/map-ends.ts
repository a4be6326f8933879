/** Where a passage starts and ends in the new text when its first or last units were replaced. */
import { BLOCK_SEPARATOR } from '../../text/chapter-text';
import type { TextRange } from '../../text/range';
import { MOST_SIMILARITY_UNITS, similarity } from '../align-letters';
import { firstEndingAfter, type Alignment, type Match } from '../alignment';
import { BOUNDARY, boundaryScore } from '../clean/boundary-score';
import {
	END_SIMILARITY,
	LONGEST_END_GRAMS,
	LONGEST_WHOLE_END_GRAMS,
	SHORTEST_SIMILAR_END
} from '../tuning';
import { splitReplacement, type Split } from './split-replacement';

/** Start in the new text, with what replaced the passage's first units. `first` is its first match. */
export function mapStart(alignment: Alignment, start: number, first: Match): Split {
	const { matches, matchesB, textA, textB, gramSize } = alignment;
	const lost = { start, end: first.fromA };
	const before = matches[firstEndingAfter(matches, first.fromA, 'toA') - 1];
	const beforeB = matchesB[firstEndingAfter(matchesB, first.fromB, 'toB') - 1];
	if (start === first.fromA || before !== beforeB) {
		return mapDetachedEnd(alignment, first.fromB, lost, -1);
	}
	const a = { start: before?.toA ?? 0, end: first.fromA };
	const b = { start: before?.toB ?? 0, end: first.fromB };
	const isWhole = textA.slice(a.start, start).trim() === '';
	const longest = isWhole ? LONGEST_WHOLE_END_GRAMS : LONGEST_END_GRAMS;
	if (first.fromA - start > gramSize * longest) {
		return { offset: first.fromB, uncertain: b.end - b.start };
	}
	const [deleted, inserted] = [textA.slice(a.start, a.end), textB.slice(b.start, b.end)];
	const { offset, uncertain } = splitReplacement(deleted, start - a.start, inserted, 'start');
	return { offset: b.start + offset, uncertain };
}

/** End in the new text, with what replaced the passage's last units. `last` is its last match. */
export function mapEnd(alignment: Alignment, end: number, last: Match): Split {
	const { matches, matchesB, textA, textB, gramSize } = alignment;
	const lost = { start: last.toA, end };
	const after = matches[firstEndingAfter(matches, last.toA, 'toA')];
	const afterB = matchesB[firstEndingAfter(matchesB, last.toB, 'toB')];
	if (last.toA === end || after !== afterB) return mapDetachedEnd(alignment, last.toB, lost, 1);
	const a = { start: last.toA, end: after?.fromA ?? textA.length };
	const b = { start: last.toB, end: after?.fromB ?? textB.length };
	const isWhole = textA.slice(end, a.end).trim() === '';
	const longest = isWhole ? LONGEST_WHOLE_END_GRAMS : LONGEST_END_GRAMS;
	if (end - last.toA > gramSize * longest) {
		return { offset: last.toB, uncertain: b.end - b.start };
	}
	const [deleted, inserted] = [textA.slice(a.start, a.end), textB.slice(b.start, b.end)];
	const { offset, uncertain } = splitReplacement(deleted, end - a.start, inserted, 'end');
	return { offset: b.start + offset, uncertain };
}

/**
 * An end without its old neighbours: at the first or last unit that is left, which is at `offset`
 * of the new text. New text on the outer side of it (`direction`: -1 before a start, 1 behind an
 * end) may have replaced the `lost` units of the old text; new letters of the same word make it
 * another word.
 */
export function mapDetachedEnd(
	{ matchesB, textA, textB }: Alignment,
	offset: number,
	lost: TextRange,
	direction: 1 | -1
): Split {
	const words = textA.slice(lost.start, lost.end);
	const hasLost = words !== '';
	// The very words beside it, or nearly, and the space between may be the passage's, whatever
	// else they were aligned with.
	if (hasLost && standsBeside(textB, offset, words, direction)) {
		return { offset, uncertain: words.length + 1 };
	}
	const edge = hasLost ? blockEdge(textB, offset, direction) : wordEdge(textB, offset, direction);
	const distance = Math.abs(edge - offset);
	const old = unitsToOld(matchesB, { offset, distance, direction }, lost);
	return { offset, uncertain: Math.min(distance, old) };
}

/** The end (or the start) of the block at `offset`. */
function blockEdge(text: string, offset: number, direction: 1 | -1): number {
	if (boundaryScore(text, offset) === BOUNDARY.block) return offset;
	if (direction === -1) return text.lastIndexOf(BLOCK_SEPARATOR, offset - 1) + 1;
	const end = text.indexOf(BLOCK_SEPARATOR, offset);
	return end === -1 ? text.length : end;
}

/** The end (or the start) of the word at `offset`; `offset` when it is not within one. */
function wordEdge(text: string, offset: number, direction: 1 | -1): number {
	let edge = offset;
	while (boundaryScore(text, edge) === BOUNDARY.insideWord) edge += direction;
	return edge;
}

/**
 * Units from `offset` of the new text to the first one that stood in the old text, but not in `lost`;
 * Infinity when there is none within `distance`. From match to match, since blocks can be long.
 */
function unitsToOld(
	matchesB: readonly Match[],
	{ offset, distance, direction }: { offset: number; distance: number; direction: 1 | -1 },
	lost: TextRange
): number {
	const isForth = direction === 1;
	const nearest = isForth ? offset : offset - 1;
	let n = firstEndingAfter(matchesB, nearest, 'toB');
	if (!isForth && !(matchesB[n]?.fromB <= nearest)) n -= 1;
	for (; n >= 0 && n < matchesB.length; n += direction) {
		const { fromA, fromB, toB } = matchesB[n];
		const first = isForth ? Math.max(fromB, nearest) : Math.min(toB - 1, nearest);
		const units = Math.abs(first - nearest);
		if (units >= distance) break;
		const unitA = fromA + first - fromB;
		if (unitA < lost.start || unitA >= lost.end) return units;
		const ours = isForth ? lost.end - unitA : unitA - lost.start + 1;
		const length = isForth ? toB - first : first - fromB + 1;
		if (ours < length) return units + ours;
	}
	return Infinity;
}

/** Whether `words`, or what of them is nearest, stand right before `offset` or behind it. */
function standsBeside(text: string, offset: number, words: string, direction: 1 | -1): boolean {
	const far = offset + direction * words.length;
	if (text.slice(Math.min(offset, far), Math.max(offset, far)) === words) return true;
	if (words.length < SHORTEST_SIMILAR_END) return false;
	const units = MOST_SIMILARITY_UNITS;
	const [wanted, neighbour] =
		direction === 1
			? [words.slice(0, units), text.slice(offset, offset + units)]
			: [words.slice(-units), text.slice(Math.max(0, offset - units), offset)];
	return similarity(wanted, neighbour) >= END_SIMILARITY;
}
