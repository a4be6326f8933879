/** Carries a passage over an alignment. */
import { clusters, isApart, letters, withoutIslands, type Beside } from './clusters';
import { doubtAt, endOf, startOf } from './ends';
import { firstAfter, type Alignment, type Piece, type Run } from './piece';
import type { TextRange } from './range';

/** Where a passage went, and how much of it got there. */
export interface Carried {
	range: TextRange;
	/** 0 to 1: the share of the passage's units that stand in `range`. */
	kept: number;
	/** 0 to 1: the share that stands together elsewhere, when the passage was torn apart. */
	elsewhere: number;
	/** Whether its ends are told by what stands beside them. */
	sure: boolean;
	/** Units at its ends that replaced some of the passage's, or may have: taken in or not. */
	doubtful: number;
	/**
	 * Whether an end without old neighbours stands beyond longer new text, or was left out
	 * though it was more than a few units.
	 */
	apart: boolean;
}

// Share of a passage that may be left out as chance without a question.
const LEFT_OUT = 0.15;

/**
 * Where the passage `range` of the old text stands in the new one: from its
 * first unit that is left to its last, with what was put in between and with
 * what replaced its ends, without what was added before or after. When it was
 * torn apart, the part that holds most of it. `null` when nothing is left.
 * `beside` tells at which ends the passage still has its old neighbours: only
 * there can be told what replaced it.
 */
export function carry(
	alignment: Alignment,
	range: TextRange,
	beside: Beside = { start: true, end: true }
): Carried | null {
	const [whole, other] = clusters(alignment, parts(alignment.pieces, range));
	if (whole === undefined) return null;
	const part = withoutIslands(whole, beside);
	const first = part.runs[0];
	const last = part.runs[part.runs.length - 1];
	const byOld = [...part.runs].sort((a, b) => a.from - b.from);
	// Only ends that are still first and last have their old neighbours beside them.
	const start =
		beside.start && byOld[0] === first
			? startOf(alignment, range.start, first)
			: { at: first.to, sure: true };
	const end =
		beside.end && byOld.at(-1) === last
			? endOf(alignment, range.end, last)
			: { at: last.to + last.length, sure: true };
	const tail = byOld[byOld.length - 1];
	const lost = {
		start: byOld[0].from - range.start,
		end: range.end - tail.from - tail.length
	};
	const size = Math.max(1, letters(alignment.old, range.start, range.end));
	return {
		range: trim(alignment.now, { start: start.at, end: end.at }),
		kept: part.length / size,
		elsewhere: (other?.length ?? 0) / size,
		apart: isApart(part.runs, beside) || whole.length - part.length > size * LEFT_OUT,
		doubtful:
			doubtAt(alignment, lost.start, start.at, -1) +
			doubtAt(alignment, lost.end, end.at, 1) +
			(first.to - start.at) +
			(end.at - last.to - last.length),
		sure: start.sure && end.sure
	};
}

// No letter of a block, only the full stop that ended it.
const EMPTY_START = /^[^\p{L}\p{N}]*\n/u;
const EMPTY_END = /\n[^\p{L}\p{N}]*$/u;

/** The range without blocks that it reaches into, but of which it has no words. */
function trim(text: string, { start, end }: TextRange): TextRange {
	const words = text.slice(start, end);
	const before = EMPTY_START.exec(words)?.[0].length ?? 0;
	const after = EMPTY_END.exec(words.slice(before))?.[0].length ?? 0;
	return { start: start + before, end: end - after };
}

/** Units of `range` that went to within `near` of the new text. */
export function keptNear(alignment: Alignment, range: TextRange, near: TextRange): number {
	let kept = 0;
	for (const { to, length } of parts(alignment.pieces, range)) {
		kept += Math.max(0, Math.min(to + length, near.end) - Math.max(to, near.start));
	}
	return kept;
}

/** The pieces cut to `range` of the old text. */
function parts(pieces: readonly Piece[], { start, end }: TextRange): Run[] {
	const found: Run[] = [];
	for (let n = firstAfter(pieces, start, 'from'); n < pieces.length; n += 1) {
		const { from, to, length } = pieces[n];
		if (from >= end) break;
		const skip = Math.max(0, start - from);
		const stop = Math.min(length, end - from);
		found.push({ from: from + skip, to: to + skip, length: stop - skip });
	}
	return found;
}
