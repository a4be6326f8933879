/** Tells what two stretches of text share because one came from the other from what they share by chance. */
import { BOUNDARY, boundaryScore } from './boundary-score';
import type { Match, TextPair } from '../alignment';
import type { TextRange } from '../../text/range';

/** A stretch of the old text and one of the new, to be aligned. */
export interface Gap {
	was: TextRange;
	is: TextRange;
	/** Whether a run stands at its start and at its end: what is next to one is next to it in both texts. */
	closed: [start: boolean, end: boolean];
}

// A sentence of so many units, when nothing changed but what was put around it (or
// taken away), is no chance.
const ALONE = 8;

/**
 * Leaves out runs that are likely chance: worth less than the changed stretches
 * on either side of them. Two unrelated sentences share every third letter.
 */
export function dropSpuriousMatches(
	texts: TextPair,
	gap: Gap,
	runs: Match[],
	worthOf: (run: Match) => number
): Match[] {
	const kept: Match[] = [];
	const [start, end] = ends(gap);
	const apart = (a: Match, b: Match) =>
		(a === start && !gap.closed[0]) || (b === end && !gap.closed[1]) ? Infinity : distance(a, b);
	const isChance = (run: Match, before: Match, after: Match) =>
		worthOf(run) < Math.min(apart(before, run), apart(run, after)) &&
		!(run.length >= ALONE && isWhole(before, run, after) && isBounded(texts, run));
	for (const [n, run] of runs.entries()) {
		const next = runs[n + 1] ?? end;
		if (!isChance(run, kept.at(-1) ?? start, next)) {
			kept.push(run);
			continue;
		}
		// What stood before it now has a wider changed stretch beside it.
		while (kept.length > 0 && isChance(kept[kept.length - 1], kept.at(-2) ?? start, next)) {
			kept.pop();
		}
	}
	return kept;
}

// Runs farther apart than so many grams do not speak for each other.
const NEAR = 3;
// Of related stretches at least this share is equal: a sentence with every second word changed.
const DENSE = 0.3;
// Between two runs that are both near, a word is in its place even if it is the only one.
const DENSE_BETWEEN = 0.15;
// Grams that runs far from any other must have in all.
const SURE = 2.5;

// A group of so many grams that is nearly all there is on one side of a gap had much put
// around it, or taken away.
const FILLING = 2 / 3;
const FILLED = 0.8;

/** Leaves out runs that stand too thinly, though each may be a word: "the", "of the", "that". */
export function dropSparseMatches(runs: Match[], texts: TextPair, gap: Gap): Match[] {
	const { size } = texts.grams;
	const [start, end] = ends(gap);
	const groups: Match[][] = [];
	for (const run of runs) {
		const group = groups.at(-1);
		if (group && distance(group[group.length - 1], run) <= size * NEAR) group.push(run);
		else groups.push([run]);
	}
	return groups.flatMap((group) => {
		const atStart = gap.closed[0] && distance(start, group[0]) <= size * NEAR;
		const atEnd = gap.closed[1] && distance(group[group.length - 1], end) <= size * NEAR;
		const first = atStart ? start : group[0];
		const last = atEnd ? end : group[group.length - 1];
		const spread = (last.from - first.from + last.to - first.to) / 2 + last.length;
		const length = group.reduce((sum, run) => sum + run.length, 0);
		if (length >= size * FILLING && length >= smaller(gap) * FILLED) return group;
		if (length < spread * (atStart && atEnd ? DENSE_BETWEEN : DENSE)) return [];
		if (atStart && atEnd) return group;
		const far = Math.min(
			atStart ? distance(start, group[0]) : Infinity,
			atEnd ? distance(group[group.length - 1], end) : Infinity
		);
		// Right beside a run, what is no chance would be part of it.
		if (length >= size * SURE || (far < Infinity && length >= Math.min(size, far || size))) {
			return group;
		}
		return isBounded(texts, group[0], group[group.length - 1]) ? group : [];
	});
}

/** Units of the shorter side. */
function smaller({ was, is, closed }: Gap): number {
	if (!closed[0] || !closed[1]) return Infinity;
	return Math.min(was.end - was.start, is.end - is.start);
}

function ends({ was, is }: Gap): [start: Match, end: Match] {
	return [
		{ from: was.start, to: is.start, length: 0 },
		{ from: was.end, to: is.end, length: 0 }
	];
}

/** Whether all of either text between two runs is in the one between them. */
function isWhole(before: Match, run: Match, after: Match): boolean {
	const old = before.from + before.length === run.from && run.from + run.length === after.from;
	const now = before.to + before.length === run.to && run.to + run.length === after.to;
	return old || now;
}

/** Whether what stands from one run to another is a sentence or a block, or several, in both texts. */
export function isBounded({ old, now }: TextPair, first: Match, last = first): boolean {
	const [oldEnd, newEnd] = [last.from + last.length, last.to + last.length];
	const start = Math.min(cutBefore(old, first.from), cutBefore(now, first.to));
	return Math.min(start, cutBehind(old, oldEnd), cutBehind(now, newEnd)) >= BOUNDARY.sentenceSpace;
}

// Marks that end a sentence or begin one may have been left to its neighbours.
const MARKS_BEHIND = /^[^\p{L}\p{N}\s]{0,3}/u;
const MARKS_BEFORE = /[^\p{L}\p{N}\s]{0,2}$/u;

function cutBehind(text: string, at: number): number {
	return boundaryScore(text, at + (MARKS_BEHIND.exec(text.slice(at, at + 3))?.[0].length ?? 0));
}

function cutBefore(text: string, at: number): number {
	const marks = MARKS_BEFORE.exec(text.slice(Math.max(0, at - 2), at))?.[0].length ?? 0;
	return Math.max(boundaryScore(text, at), boundaryScore(text, at - marks));
}

/** Units changed between two runs, in the mean of both texts. */
function distance(a: Match, b: Match): number {
	return (b.from - a.from + b.to - a.to) / 2 - a.length;
}
