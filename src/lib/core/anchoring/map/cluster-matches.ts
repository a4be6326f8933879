/** Which parts of a passage still stand together in the new text. */
import { firstAfter, type Alignment, type Match } from '../alignment';
import type { TextRange } from '../../text/range';
import { BLOCK_SEPARATOR } from '../../text/chapter-text';

/** Parts of a passage that stand together. */
export interface Cluster {
	/** In the order of the new text. */
	runs: Match[];
	/** Units in them, block separators not counted. */
	length: number;
}

/** Something at either end of a passage. */
export interface Ends<T> {
	start: T;
	end: T;
}

/** At which of its ends a passage still has its old neighbours. */
export type Beside = Ends<boolean>;

/** Groups parts that still stand together in the new text, largest first. */
export function clusterMatches(alignment: Alignment, found: readonly Match[]): Cluster[] {
	const { old } = alignment;
	const grouped: Cluster[] = [];
	for (const run of [...found].sort((a, b) => a.to - b.to)) {
		const group = grouped.at(-1);
		const before = group?.runs.at(-1);
		if (group && before && standTogether(alignment, before.to + before.length, run.to)) {
			group.runs.push(run);
			group.length += letters(old, run.from, run.from + run.length);
		} else {
			grouped.push({ runs: [run], length: letters(old, run.from, run.from + run.length) });
		}
	}
	return grouped.sort((a, b) => b.length - a.length);
}

/** Units between two offsets, block separators not counted. */
export function letters(text: string, start: number, end: number): number {
	let count = 0;
	for (let at = start; at < end; at += 1) if (text[at] !== BLOCK_SEPARATOR) count += 1;
	return count;
}

// What stands beyond other text belongs to the passage when it is so many times as long.
const ISLAND = 3;

/**
 * The cluster without what stands at its ends beyond much other text, where no
 * neighbours show that it belongs there.
 */
export function withoutIslands({ runs, length }: Cluster, beside: Beside): Cluster {
	let [first, last] = [0, runs.length - 1];
	for (let n = 1; n < runs.length; n += 1) {
		const [gone, come] = between(runs[n - 1], runs[n]);
		const far = Math.min(gone, come) * ISLAND;
		if (!beside.start && sum(runs.slice(0, n)) < far) first = n;
		if (!beside.end && last >= n && sum(runs.slice(n)) < far) last = n - 1;
	}
	if (first > last) return { runs, length };
	const left = runs.slice(first, last + 1);
	return { runs: left, length: length - sum(runs) + sum(left) };
}

// Grams of a verse or a short sentence, such as may be added anywhere.
const SHORT_BLOCK = 5;

/**
 * Whether an end without old neighbours stands beyond new text longer than itself, or either
 * end beyond new blocks longer than both: it may have moved, and the other been left behind.
 */
export function isApart({ now, gram }: Alignment, runs: readonly Match[], beside: Beside): boolean {
	return runs.some((run, n) => {
		if (n === 0) return false;
		const [, come] = between(runs[n - 1], run);
		if (come === 0) return false;
		const [before, after] = [sum(runs.slice(0, n)), sum(runs.slice(n))];
		return (
			(!beside.start && before <= come) ||
			(!beside.end && after <= come) ||
			(Math.max(before, after) + gram * SHORT_BLOCK <= come &&
				hasBlockEnd(now.slice(run.to - come, run.to)))
		);
	});
}

// Other words are seldom longer by more than this share of the old ones and a word.
const GROWTH = 0.5;
const ONE_WORD = 6;
// Units that a misprint changes in both texts, at most.
const MISPRINT = 4;

/**
 * New units that are the passage's only if what is left of it at one of its ends is: if the
 * little there is no chance, beyond a stretch where more came than went; if it was what stood
 * beside the passage that moved here, and not the rest of the passage that moved behind it.
 */
export function unitsBeforeIslands(alignment: Alignment, runs: readonly Match[]): number {
	let most = 0;
	for (let n = 1; n < runs.length; n += 1) {
		const [gone, come] = between(runs[n - 1], runs[n]);
		const island = Math.min(sum(runs.slice(0, n)), sum(runs.slice(n)));
		const isMore = gone > 0 && come - gone > gone * GROWTH + ONE_WORD;
		if (island < alignment.gram && isMore) most = Math.max(most, come - gone);
		const here = { start: runs[n].to - come, end: runs[n].to };
		if (come > island && neighbourUnits(alignment, runs, here) > island) {
			most = Math.max(most, come);
		}
	}
	return most;
}

/** Units that start `range` of the new text and stood right before or behind the passage. */
function neighbourUnits(
	{ inNew, gram }: Alignment,
	runs: readonly Match[],
	range: TextRange
): number {
	const { from, to, length } = inNew[firstAfter(inNew, range.start, 'to')];
	if (to >= Math.min(range.end, range.start + gram)) return 0;
	const start = Math.min(...runs.map((run) => run.from));
	const end = Math.max(...runs.map((run) => run.from + run.length));
	return Math.abs(from - end) < gram || Math.abs(from + length - start) < gram ? length : 0;
}

/** Units of a part that stands so near to the largest that what is between them may be what moved. */
export function unitsBeside({ runs }: Cluster, other: Cluster | undefined): number {
	if (other === undefined) return 0;
	const distance = Math.max(other.runs[0].to - endOf(runs), runs[0].to - endOf(other.runs));
	return distance < other.length ? other.length : 0;
}

function endOf(runs: readonly Match[]): number {
	const { to, length } = runs[runs.length - 1];
	return to + length;
}

/**
 * Units at either end, where without old neighbours they may be chance: less than a gram,
 * beyond a block's end or another change.
 */
export function unitsAlone(alignment: Alignment, runs: readonly Match[]): Ends<number> {
	const parts = wholeParts(alignment, runs);
	const little = ({ start, end }: TextRange) => (end - start < alignment.gram ? end - start : 0);
	return { start: little(parts[0]), end: little(parts[parts.length - 1]) };
}

/** Where the parts stand in the new text, a misprint apart at most, each in one block. */
function wholeParts({ now }: Alignment, runs: readonly Match[]): TextRange[] {
	const parts: TextRange[] = [];
	for (const [n, { to, length }] of runs.entries()) {
		let start = to;
		for (const words of now.slice(to, to + length).split(BLOCK_SEPARATOR)) {
			const end = start + words.length;
			const before = start === to && n > 0 ? between(runs[n - 1], runs[n]) : null;
			if (before && before[0] + before[1] <= MISPRINT) parts[parts.length - 1].end = end;
			else parts.push({ start, end });
			start = end + 1;
		}
	}
	return parts;
}

const hasBlockEnd = (text: string) => text.includes(BLOCK_SEPARATOR);

/** Units between two runs of the old text, and of the new one. */
function between(a: Match, b: Match): [gone: number, come: number] {
	return [Math.abs(b.from - a.from) - a.length, b.to - a.to - a.length];
}

function sum(runs: readonly Match[]): number {
	return runs.reduce((length, run) => length + run.length, 0);
}

/** Whether only new text, and text moved here, stands between two offsets. */
function standTogether({ inNew, now }: Alignment, end: number, start: number): boolean {
	for (let n = firstAfter(inNew, end, 'to'); n < inNew.length && inNew[n].to < start; n += 1) {
		const { to, length, moved } = inNew[n];
		if (!moved && letters(now, Math.max(end, to), Math.min(start, to + length)) > 0) return false;
	}
	return true;
}
