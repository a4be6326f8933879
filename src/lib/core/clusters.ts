/** Which parts of a passage still stand together in the new text. */
import { firstAfter, type Alignment, type Piece, type Run } from './piece';
import { BLOCK_SEPARATOR } from './text';

/** Parts of a passage that stand together. */
export interface Cluster {
	/** In the order of the new text. */
	runs: Run[];
	/** Units in them, block separators not counted. */
	length: number;
}

/** At which of its ends a passage still has its old neighbours. */
export interface Beside {
	start: boolean;
	end: boolean;
}

/** Groups parts that still stand together in the new text, largest first. */
export function clusters({ inNew, old }: Alignment, found: readonly Run[]): Cluster[] {
	const grouped: Cluster[] = [];
	for (const run of [...found].sort((a, b) => a.to - b.to)) {
		const group = grouped.at(-1);
		const before = group?.runs.at(-1);
		if (group && before && standTogether(inNew, before.to + before.length, run.to)) {
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

/** Whether an end without old neighbours stands beyond new text longer than itself. */
export function isApart(runs: readonly Run[], beside: Beside): boolean {
	return runs.some((run, n) => {
		if (n === 0) return false;
		const [, come] = between(runs[n - 1], run);
		if (come === 0) return false;
		return (
			(!beside.start && sum(runs.slice(0, n)) <= come) ||
			(!beside.end && sum(runs.slice(n)) <= come)
		);
	});
}

/** Units between two runs of the old text, and of the new one. */
function between(a: Run, b: Run): [gone: number, come: number] {
	return [Math.abs(b.from - a.from) - a.length, b.to - a.to - a.length];
}

function sum(runs: readonly Run[]): number {
	return runs.reduce((length, run) => length + run.length, 0);
}

/** Whether only new text, and text moved here, stands between two offsets. */
function standTogether(inNew: readonly Piece[], end: number, start: number): boolean {
	for (let n = firstAfter(inNew, end, 'to'); n < inNew.length && inNew[n].to < start; n += 1) {
		if (!inNew[n].moved) return false;
	}
	return true;
}
