/** What stands next to moved pieces in both texts, and was edited besides. */
import type { Gap } from './chance';
import { alignGap } from './gap';
import type { Piece, Texts } from './piece';
import type { TextRange } from './range';

// Sides of a gap may be one passage rewritten when they are short, or not too unlike in
// length and not so long that a rewritten passage would still share grams. Else the new
// side is likely a passage from elsewhere.
const SHORT = 60;
const LONG = 200;
const EVEN = 3;

/** Whether the sides of a gap may be the same passage, before and after. */
export function isEven({ was, is }: Gap): boolean {
	const [gone, come] = [was.end - was.start, is.end - is.start];
	const longer = Math.max(gone, come);
	return longer <= SHORT || (longer <= LONG && longer <= Math.min(gone, come) * EVEN);
}

// Room for what was added, when the stretch that is looked for next to a piece is short.
const ROOM = 60;

/**
 * What stands next to pieces in both texts and was edited besides: between two
 * that are neighbours in both, and as far as the texts go on alike where they
 * are not. Even gaps of the spine are left out, for they have been looked at.
 */
export function fillBeside(texts: Texts, pieces: readonly Piece[]): Piece[] {
	const inOld = [...pieces].sort((a, b) => a.from - b.from);
	const inNew = [...pieces].sort((a, b) => a.to - b.to);
	const rank = new Map(inNew.map((piece, n) => [piece, n]));
	const filled: Piece[] = [];
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
		const isDone = joined && !piece.moved && !inOld[n + 1].moved && isEven(gap);
		if (!joined) after.is.end = Math.min(after.is.end, after.is.start + room(after.was));
		if (!isDone) add(gap, piece.moved);
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

function endOf(piece: Piece | undefined, side: 'from' | 'to'): number {
	return piece ? piece[side] + piece.length : 0;
}

/** Those of `pieces` that overlap none before them, in either text. */
function withoutOverlap(pieces: readonly Piece[]): Piece[] {
	const kept: Piece[] = [];
	for (const piece of pieces) {
		const clash = (other: Piece) =>
			(piece.from < other.from + other.length && other.from < piece.from + piece.length) ||
			(piece.to < other.to + other.length && other.to < piece.to + piece.length);
		if (!kept.some(clash)) kept.push(piece);
	}
	return kept;
}
