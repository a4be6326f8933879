/** Carries a passage over an alignment. */
import {
	clusterMatches,
	isApart,
	letters,
	unitsAlone,
	unitsBeforeIslands,
	unitsBeside,
	withoutIslands,
	type Beside,
	type Ends
} from './cluster-matches';
import { mapDetachedEnd, mapEnd, mapStart } from './map-ends';
import { firstAfter, type Alignment, type AlignedMatch, type Match } from '../alignment';
import type { TextRange } from '../../text/range';

/** Where a passage went, and how much of it got there. */
export interface MappedRange {
	range: TextRange;
	/** 0 to 1: the share of the passage's units that stand in `range`. */
	kept: number;
	/** 0 to 1: the share that stands together elsewhere, when the passage was torn apart. */
	elsewhere: number;
	/** What of the passage is left out before and after its parts in `range`. */
	lost: [before: TextRange, after: TextRange];
	/** Units at its ends, taken in or not, of which nobody can tell whether they are the passage's. */
	doubtful: number;
	/** Units at its ends that are doubtful too where the passage has lost its old neighbours. */
	alone: Ends<number>;
	/**
	 * Whether an end without old neighbours stands beyond longer new text, or was left out
	 * though it was more than a few units.
	 */
	apart: boolean;
}

const BOTH: Beside = { start: true, end: true };

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
export function mapRange(
	alignment: Alignment,
	range: TextRange,
	beside = BOTH
): MappedRange | null {
	const [whole, other] = clusterMatches(alignment, parts(alignment.pieces, range));
	if (whole === undefined) return null;
	const part = withoutIslands(whole, beside);
	const first = part.runs[0];
	const last = part.runs[part.runs.length - 1];
	const byOld = [...part.runs].sort((a, b) => a.from - b.from);
	const tail = byOld[byOld.length - 1];
	const before = { start: range.start, end: byOld[0].from };
	const after = { start: tail.from + tail.length, end: range.end };
	// Only ends that are still first and last have their old neighbours beside them.
	const start =
		beside.start && byOld[0] === first
			? mapStart(alignment, range.start, first)
			: mapDetachedEnd(alignment, first.to, before, -1);
	const end =
		beside.end && tail === last
			? mapEnd(alignment, range.end, last)
			: mapDetachedEnd(alignment, last.to + last.length, after, 1);
	const lost: MappedRange['lost'] = [before, after];
	const size = Math.max(1, letters(alignment.old, range.start, range.end));
	return {
		range: trim(alignment.now, { start: start.at, end: end.at }, lost),
		kept: part.length / size,
		elsewhere: (other?.length ?? 0) / size,
		apart: isApart(alignment, part.runs, beside) || whole.length - part.length > size * LEFT_OUT,
		lost,
		doubtful:
			start.doubtful +
			end.doubtful +
			unitsBeforeIslands(alignment, part.runs) +
			unitsBeside(whole, other),
		alone: unitsAlone(alignment, part.runs)
	};
}

// With this share of a range in doubt, only the reader can say where it ends.
const DOUBT = 0.1;

/** Whether the range, with old neighbours `beside` it or none, might as well be quite another one. */
export function isDoubtful({ range, doubtful, alone }: MappedRange, beside = BOTH): boolean {
	const units = doubtful + (beside.start ? 0 : alone.start) + (beside.end ? 0 : alone.end);
	return units > (range.end - range.start) * DOUBT;
}

// No letter of a block, only the full stop that ended it.
const EMPTY_START = /^[^\p{L}\p{N}]*\n/u;
const EMPTY_END = /\n[^\p{L}\p{N}]*$/u;

/**
 * The range without blocks that it reaches into, but of which it has no words, and without the
 * space beside words that are lost.
 */
function trim(
	text: string,
	{ start, end }: TextRange,
	[before, after]: MappedRange['lost']
): TextRange {
	const words = text.slice(start, end);
	let [head, tail] = [0, words.length];
	head += EMPTY_START.exec(words)?.[0].length ?? 0;
	tail -= EMPTY_END.exec(words.slice(head))?.[0].length ?? 0;
	if (before.end > before.start && words[head] === ' ') head += 1;
	if (after.end > after.start && tail > head && words[tail - 1] === ' ') tail -= 1;
	return { start: start + head, end: start + tail };
}

/** Units of `range` that went to within `near` of the new text. */
export function unitsMappedInto(alignment: Alignment, range: TextRange, near: TextRange): number {
	let kept = 0;
	for (const { to, length } of parts(alignment.pieces, range)) {
		kept += Math.max(0, Math.min(to + length, near.end) - Math.max(to, near.start));
	}
	return kept;
}

/** The pieces cut to `range` of the old text. */
function parts(pieces: readonly AlignedMatch[], { start, end }: TextRange): Match[] {
	const found: Match[] = [];
	for (let n = firstAfter(pieces, start, 'from'); n < pieces.length; n += 1) {
		const { from, to, length } = pieces[n];
		if (from >= end) break;
		const skip = Math.max(0, start - from);
		const stop = Math.min(length, end - from);
		found.push({ from: from + skip, to: to + skip, length: stop - skip });
	}
	return found;
}
