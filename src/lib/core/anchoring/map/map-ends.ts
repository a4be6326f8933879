/** Where a passage starts and ends when its first or last units were replaced. */
import { BOUNDARY, boundaryScore } from '../clean/boundary-score';
import { firstAfter, type Alignment, type Match } from '../alignment';
import { splitReplacement, type Cut } from './split-replacement';
import type { TextRange } from '../../text/range';

// When more grams than this are gone from an end, what stands there now is another passage;
// unless all that changed there was the passage's.
const LONGEST_END = 2.5;
const LONGEST_WHOLE_END = 4;

/** Start in the new text, with what replaced the passage's first units. */
export function mapStart(alignment: Alignment, start: number, first: Match): Cut {
	const { pieces, inNew, old, now, gram } = alignment;
	const lost = { start, end: first.from };
	const before = pieces[firstAfter(pieces, first.from, 'from') - 1];
	const ahead = inNew[firstAfter(inNew, first.to, 'to') - 1];
	if (start === first.from || before !== ahead)
		return mapDetachedEnd(alignment, first.to, lost, -1);
	const was = { start: before ? before.from + before.length : 0, end: first.from };
	const is = { start: before ? before.to + before.length : 0, end: first.to };
	const longest = old.slice(was.start, start).trim() === '' ? LONGEST_WHOLE_END : LONGEST_END;
	if (first.from - start > gram * longest) return { at: first.to, doubtful: is.end - is.start };
	const [gone, come] = [old.slice(was.start, was.end), now.slice(is.start, is.end)];
	const cut = splitReplacement(gone, start - was.start, come, 'start');
	return { at: is.start + cut.at, doubtful: cut.doubtful };
}

/** End in the new text, with what replaced the passage's last units. */
export function mapEnd(alignment: Alignment, end: number, last: Match): Cut {
	const { pieces, inNew, old, now, gram } = alignment;
	const was = { start: last.from + last.length, end: old.length };
	const is = { start: last.to + last.length, end: now.length };
	const lost = { start: was.start, end };
	const after = pieces[firstAfter(pieces, was.start, 'from')];
	const behind = inNew[firstAfter(inNew, is.start, 'to')];
	if (was.start === end || after !== behind) return mapDetachedEnd(alignment, is.start, lost, 1);
	if (after) [was.end, is.end] = [after.from, after.to];
	const longest = old.slice(end, was.end).trim() === '' ? LONGEST_WHOLE_END : LONGEST_END;
	if (end - was.start > gram * longest) return { at: is.start, doubtful: is.end - is.start };
	const [gone, come] = [old.slice(was.start, was.end), now.slice(is.start, is.end)];
	const cut = splitReplacement(gone, end - was.start, come, 'end');
	return { at: is.start + cut.at, doubtful: cut.doubtful };
}

/**
 * An end without its old neighbours, at the first or last unit that is left.
 * New text beside it may have replaced what was `lost` there; new letters of
 * the same word make it another word.
 */
export function mapDetachedEnd(
	{ inNew, old, now }: Alignment,
	at: number,
	lost: TextRange,
	side: 1 | -1
): Cut {
	const words = old.slice(lost.start, lost.end);
	const isGone = words !== '';
	// The very words beside it, and the space between, may be the passage's, whatever else they
	// were aligned with.
	const whole = at + side * words.length;
	if (isGone && now.slice(Math.min(at, whole), Math.max(at, whole)) === words) {
		return { at, doubtful: words.length + 1 };
	}
	for (let end = at; ; end += side) {
		const unit = side === 1 ? end : end - 1;
		const piece = inNew[firstAfter(inNew, unit, 'to')];
		const isOld = piece !== undefined && piece.to <= unit;
		const from = isOld ? piece.from + unit - piece.to : -1;
		const isOurs = from >= lost.start && from < lost.end;
		const cut = boundaryScore(now, end);
		const goesOn = isGone ? cut !== BOUNDARY.block : cut === BOUNDARY.word;
		if (!goesOn || (isOld && !isOurs)) {
			return { at, doubtful: Math.abs(end - at) };
		}
	}
}
