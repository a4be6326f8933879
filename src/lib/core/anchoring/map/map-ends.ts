/** Where a passage starts and ends in the new text when its first or last units were replaced. */
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
	for (let end = offset; ; end += direction) {
		const unit = direction === 1 ? end : end - 1;
		const match = matchesB[firstEndingAfter(matchesB, unit, 'toB')];
		const isOld = match !== undefined && match.fromB <= unit;
		const unitA = isOld ? match.fromA + unit - match.fromB : -1;
		const isOurs = unitA >= lost.start && unitA < lost.end;
		const boundary = boundaryScore(textB, end);
		const goesOn = hasLost ? boundary !== BOUNDARY.block : boundary === BOUNDARY.insideWord;
		if (!goesOn || (isOld && !isOurs)) return { offset, uncertain: Math.abs(end - offset) };
	}
}

/** Whether `words`, or what of them is nearest, stand right before `offset` or behind it. */
function standsBeside(text: string, offset: number, words: string, direction: 1 | -1): boolean {
	const far = offset + direction * words.length;
	if (text.slice(Math.min(offset, far), Math.max(offset, far)) === words) return true;
	if (words.length < SHORTEST_SIMILAR_END) return false;
	const units = MOST_SIMILARITY_UNITS;
	const [nearest, beside] =
		direction === 1
			? [words.slice(0, units), text.slice(offset, offset + units)]
			: [words.slice(-units), text.slice(Math.max(0, offset - units), offset)];
	return similarity(nearest, beside) >= END_SIMILARITY;
}
