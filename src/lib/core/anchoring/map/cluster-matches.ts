/** Which parts of a passage still stand together in the new text. */
import { BLOCK_SEPARATOR } from '../../text/chapter-text';
import {
	firstEndingAfter,
	lengthOf,
	totalLength,
	type AlignedMatch,
	type Alignment,
	type Match
} from '../alignment';
import { OUTLIER_DISTANCE } from '../tuning';

/** Parts of a passage that stand together in the new text. */
export interface Cluster {
	/** In the order of the new text. */
	matches: AlignedMatch[];
	/** Units in them, block separators not counted. */
	length: number;
}

/** Something at either end of a passage. */
export interface Ends<T> {
	start: T;
	end: T;
}

/** At which of its ends a passage still stands beside its old neighbours. */
export type Neighbours = Ends<boolean>;

/** Groups the parts of a passage that still stand together in the new text, the largest group first. */
export function clusterMatches(alignment: Alignment, parts: readonly AlignedMatch[]): Cluster[] {
	const clusters: Cluster[] = [];
	for (const match of [...parts].sort((a, b) => a.fromB - b.fromB)) {
		const length = countUnits(alignment.textA, match.fromA, match.toA);
		const cluster = clusters.at(-1);
		const before = cluster?.matches.at(-1);
		if (cluster && before && standTogether(alignment, before, match)) {
			cluster.matches.push(match);
			cluster.length += length;
		} else {
			clusters.push({ matches: [match], length });
		}
	}
	return clusters.sort((a, b) => b.length - a.length);
}

/** Units between two offsets, block separators not counted. */
export function countUnits(text: string, start: number, end: number): number {
	let count = 0;
	for (let at = start; at < end; at += 1) if (text[at] !== BLOCK_SEPARATOR) count += 1;
	return count;
}

/** Whether only new text, and text moved there, stands between two matches of the new text. */
function standTogether({ matchesB, textB }: Alignment, before: Match, after: Match): boolean {
	let n = firstEndingAfter(matchesB, before.toB, 'toB');
	for (; n < matchesB.length && matchesB[n].fromB < after.fromB; n += 1) {
		const { fromB, toB, moved } = matchesB[n];
		if (moved) continue;
		const [start, end] = [Math.max(before.toB, fromB), Math.min(after.fromB, toB)];
		if (countUnits(textB, start, end) > 0) return false;
	}
	return true;
}

/**
 * The cluster without what stands at its ends beyond much other text, where no neighbours show
 * that it belongs there.
 */
export function withoutOutliers({ matches, length }: Cluster, neighbours: Neighbours): Cluster {
	let [first, last] = [0, matches.length - 1];
	for (const { n, deleted, inserted, before, after } of changesWithin(matches)) {
		const distance = Math.min(deleted, inserted) * OUTLIER_DISTANCE;
		if (!neighbours.start && before < distance) first = n;
		if (!neighbours.end && last >= n && after < distance) last = n - 1;
	}
	if (first > last) return { matches, length };
	const left = matches.slice(first, last + 1);
	return { matches: left, length: length - totalLength(matches) + totalLength(left) };
}

/** What stands between two matches that follow each other in the new text. */
export interface Change {
	/** The second of them is the match of this number. */
	n: number;
	/** Units of the old text between them. */
	deleted: number;
	/** Units of the new text between them. */
	inserted: number;
	/** Units of all matches before it. */
	before: number;
	/** Units of all matches behind it. */
	after: number;
}

/** The changes between matches, which are in the order of the new text. */
export function changesWithin(matches: readonly Match[]): Change[] {
	let before = 0;
	let after = totalLength(matches);
	return matches.slice(1).map((match, at) => {
		before += lengthOf(matches[at]);
		after -= lengthOf(matches[at]);
		return { n: at + 1, ...changeBetween(matches[at], match), before, after };
	});
}

/** Units of the old text and of the new one between two matches in the order of the new one. */
export function changeBetween(a: Match, b: Match): { deleted: number; inserted: number } {
	return { deleted: Math.abs(b.fromA - a.fromA) - lengthOf(a), inserted: b.fromB - a.toB };
}
