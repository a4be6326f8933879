/** Where a passage starts and ends when its first or last units were replaced. */
import { firstAfter, type Alignment, type Run } from './piece';
import { cutIn, type Cut } from './replacement';
import { BLOCK_SEPARATOR } from './text';

// When more grams than this are gone from an end, what stands there now is another passage;
// unless all that changed there was the passage's.
const LONGEST_END = 2.5;
const LONGEST_WHOLE_END = 4;

/** Start in the new text, with what replaced the passage's first units. */
export function startOf(alignment: Alignment, start: number, first: Run): Cut {
	const { pieces, inNew, old, now, gram } = alignment;
	const before = pieces[firstAfter(pieces, first.from, 'from') - 1];
	const ahead = inNew[firstAfter(inNew, first.to, 'to') - 1];
	if (first.from === start || before !== ahead) return { at: first.to, sure: true };
	const was = { start: before ? before.from + before.length : 0, end: first.from };
	const is = { start: before ? before.to + before.length : 0, end: first.to };
	const longest = old.slice(was.start, start).trim() === '' ? LONGEST_WHOLE_END : LONGEST_END;
	if (first.from - start > gram * longest) return { at: first.to, sure: is.start === is.end };
	const [gone, come] = [old.slice(was.start, was.end), now.slice(is.start, is.end)];
	const cut = cutIn(gone, start - was.start, come, 'start');
	return { at: is.start + cut.at, sure: cut.sure };
}

/** End in the new text, with what replaced the passage's last units. */
export function endOf(alignment: Alignment, end: number, last: Run): Cut {
	const { pieces, inNew, old, now, gram } = alignment;
	const was = { start: last.from + last.length, end: old.length };
	const is = { start: last.to + last.length, end: now.length };
	const after = pieces[firstAfter(pieces, was.start, 'from')];
	const behind = inNew[firstAfter(inNew, is.start, 'to')];
	if (was.start === end || after !== behind) return { at: is.start, sure: true };
	if (after) [was.end, is.end] = [after.from, after.to];
	const longest = old.slice(end, was.end).trim() === '' ? LONGEST_WHOLE_END : LONGEST_END;
	if (end - was.start > gram * longest) return { at: is.start, sure: is.start === is.end };
	const [gone, come] = [old.slice(was.start, was.end), now.slice(is.start, is.end)];
	const cut = cutIn(gone, end - was.start, come, 'end');
	return { at: is.start + cut.at, sure: cut.sure };
}

/** Units of new text beside an end (`at`) of the new range, at most as many as the passage `lost` there. */
export function doubtAt({ inNew, now }: Alignment, lost: number, at: number, side: 1 | -1): number {
	let beside = 0;
	for (let unit = side === 1 ? at : at - 1; beside < lost; unit += side, beside += 1) {
		const piece = inNew[firstAfter(inNew, unit, 'to')];
		const isOld = piece !== undefined && piece.to <= unit;
		if (unit < 0 || unit >= now.length || now[unit] === BLOCK_SEPARATOR || isOld) break;
	}
	return beside;
}
