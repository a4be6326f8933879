/** What stands next to moved pieces in both texts, and was edited besides. */
import type { Gap } from '../clean/drop-spurious-matches';
import { alignGap } from './align-gap';
import type { AlignedMatch, Match, TextPair } from '../alignment';
import type { TextRange } from '../../text/range';

// In its old place a passage with this share of its units is the same one, whatever stands
// elsewhere; with fewer only if it is not found elsewhere.
const SURE_IN_PLACE = 0.5;

/** Whether `runs` show that the shorter side of a gap is still the same passage. */
export function isSameInPlace({ was, is }: Gap, runs: readonly Match[]): boolean {
	const shorter = Math.min(was.end - was.start, is.end - is.start);
	return runs.reduce((sum, { length }) => sum + length, 0) >= shorter * SURE_IN_PLACE;
}

// Room for what was added, when the stretch that is looked for next to a piece is short.
const ROOM = 60;

/**
 * What stands next to pieces in both texts and was edited besides: between two
 * that are neighbours in both, and as far as the texts go on alike where they
 * are not.
 */
export function fillGaps(texts: TextPair, pieces: readonly AlignedMatch[]): AlignedMatch[] {
	const inOld = [...pieces].sort((a, b) => a.from - b.from);
	const inNew = [...pieces].sort((a, b) => a.to - b.to);
	const rank = new Map(inNew.map((piece, n) => [piece, n]));
	const filled: AlignedMatch[] = [];
	const add = (gap: Gap, moved: boolean) => {
		for (const run of alignGap(texts, gap)) filled.push({ ...run, moved });
	};
	for (const [n, piece] of inOld.entries()) {
		const r = rank.get(piece) ?? 0;
		const after = {
			was: { start: piece.from + piece.length, end: inOld[n + 1]?.from ?? texts.was.length },
			is: { start: piece.to + piece.length, end: inNew[r + 1]?.to ?? texts.is.length }
		};
		const joined = inOld[n + 1] !== undefined && inOld[n + 1] === inNew[r + 1];
		const gap: Gap = { ...after, closed: [true, joined] };
		if (!joined) after.is.end = Math.min(after.is.end, after.is.start + room(after.was));
		add(gap, piece.moved);
		// Between two neighbours the gap was filled from the first of them.
		if (inOld[n - 1] !== undefined && inOld[n - 1] === inNew[r - 1]) continue;
		const before = {
			was: { start: endOf(inOld[n - 1], 'from'), end: piece.from },
			is: { start: endOf(inNew[r - 1], 'to'), end: piece.to }
		};
		before.is.start = Math.max(before.is.start, before.is.end - room(before.was));
		add({ ...before, closed: [false, true] }, piece.moved);
	}
	return withoutOverlap(filled);
}

function room({ start, end }: TextRange): number {
	return 2 * (end - start) + ROOM;
}

function endOf(piece: AlignedMatch | undefined, side: 'from' | 'to'): number {
	return piece ? piece[side] + piece.length : 0;
}

/** Those of `pieces` that overlap none before them, in either text. */
function withoutOverlap(pieces: readonly AlignedMatch[]): AlignedMatch[] {
	const kept: AlignedMatch[] = [];
	for (const piece of pieces) {
		const clash = (other: AlignedMatch) =>
			(piece.from < other.from + other.length && other.from < piece.from + piece.length) ||
			(piece.to < other.to + other.length && other.to < piece.to + piece.length);
		if (!kept.some(clash)) kept.push(piece);
	}
	return kept;
}
