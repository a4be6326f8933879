/** The longest order-keeping chain of stretches that two texts share. */
import { occurrencesOf, type GramIndex } from './gram-index';
import type { Match } from '../alignment';
import type { TextRange } from '../../text/range';

/**
 * The shared stretches of `old` within `was` and of the indexed text within
 * `is`, at least a gram long, in the order of both texts: the longest common
 * subsequence of grams (Hunt and Szymanski 1977), its runs grown unit by unit.
 * They do not overlap in either text.
 */
export function chainMatches(
	old: string,
	was: TextRange,
	grams: GramIndex,
	is: TextRange
): Match[] {
	return grow(commonGrams(old, was, grams, is), old, was, grams.text, is);
}

function commonGrams(old: string, was: TextRange, grams: GramIndex, is: TextRange): Match[] {
	// Pair n maps gram starts froms[n] to tos[n]; before[n] is the pair ahead of it in its chain.
	const froms: number[] = [];
	const tos: number[] = [];
	const before: number[] = [];
	// The pair that ends the best chain of each length: least `to` first.
	const ends: number[] = [];
	const hits: number[] = [];
	for (let from = was.start; from + grams.size <= was.end; from += 1) {
		// Last place first, so that no chain uses one gram of the old text twice.
		const count = occurrencesOf(grams, old, from, hits);
		for (let h = 0; h < count; h += 1) {
			const to = hits[h];
			if (to < is.start || to + grams.size > is.end) continue;
			const length = chainBefore(ends, tos, to);
			froms.push(from);
			tos.push(to);
			before.push(length === 0 ? -1 : ends[length - 1]);
			ends[length] = froms.length - 1;
		}
	}
	const runs: Match[] = [];
	for (let pair = ends.at(-1) ?? -1; pair !== -1; pair = before[pair]) {
		const next = runs.at(-1);
		if (next && next.from - 1 === froms[pair] && next.to - 1 === tos[pair]) {
			next.from -= 1;
			next.to -= 1;
			next.length += 1;
		} else {
			runs.push({ from: froms[pair], to: tos[pair], length: grams.size });
		}
	}
	return runs.reverse();
}

/** Length of the longest chain that ends before `to`. */
function chainBefore(ends: number[], tos: number[], to: number): number {
	// Most text is unchanged: the next gram continues the longest chain.
	if (ends.length === 0 || tos[ends[ends.length - 1]] < to) return ends.length;
	let low = 0;
	let high = ends.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (tos[ends[middle]] < to) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Cuts runs where the next one starts, then grows each over equal units around it. */
function grow(runs: Match[], old: string, was: TextRange, now: string, is: TextRange): Match[] {
	let endOld = was.start;
	let endNew = is.start;
	for (const [n, run] of runs.entries()) {
		while (run.from > endOld && run.to > endNew && old[run.from - 1] === now[run.to - 1]) {
			run.from -= 1;
			run.to -= 1;
			run.length += 1;
		}
		const next = runs[n + 1] ?? { from: was.end, to: is.end };
		const room = Math.min(next.from - run.from, next.to - run.to);
		run.length = Math.min(run.length, room);
		while (run.length < room && old[run.from + run.length] === now[run.to + run.length]) {
			run.length += 1;
		}
		endOld = run.from + run.length;
		endNew = run.to + run.length;
	}
	return runs;
}
