/** Drops matches that stand too far apart to show that two passages are related. */
import {
	emptyMatch,
	lengthOf,
	totalLength,
	type Gap,
	type Match,
	type TextPair
} from '../alignment';
import {
	DENSE_SHARE,
	DENSE_SHARE_BETWEEN,
	FILLING_GRAMS,
	FILLING_SHARE,
	NEAR_GRAMS,
	UNSUPPORTED_GROUP_GRAMS
} from '../tuning';
import { changedBetween, spansSentences } from './drop-spurious-matches';

/**
 * The matches within `gap` without groups that are too thin, though each match in them may be a
 * word: "the", "of the", "that".
 */
export function dropSparseMatches(texts: TextPair, gap: Gap, matches: readonly Match[]): Match[] {
	const near = texts.shared.size * NEAR_GRAMS;
	const groups: Match[][] = [];
	for (const match of matches) {
		const group = groups.at(-1);
		if (group && changedBetween(group[group.length - 1], match) <= near) group.push(match);
		else groups.push([match]);
	}
	return groups.flatMap((group) => (isRelated(texts, gap, group) ? group : []));
}

function isRelated(texts: TextPair, gap: Gap, group: readonly Match[]): boolean {
	const { size } = texts.shared;
	const [first, last] = [group[0], group[group.length - 1]];
	const start = emptyMatch(gap.fromA, gap.fromB);
	const end = emptyMatch(gap.toA, gap.toB);
	const isNearStart = gap.afterMatch && changedBetween(start, first) <= size * NEAR_GRAMS;
	const isNearEnd = gap.beforeMatch && changedBetween(last, end) <= size * NEAR_GRAMS;
	const isBetween = isNearStart && isNearEnd;
	const length = totalLength(group);
	if (length >= size * FILLING_GRAMS && length >= shorterSide(gap) * FILLING_SHARE) return true;
	const [from, to] = [isNearStart ? start : first, isNearEnd ? end : last];
	const spread = (to.fromA - from.fromA + to.fromB - from.fromB) / 2 + lengthOf(to);
	if (length < spread * (isBetween ? DENSE_SHARE_BETWEEN : DENSE_SHARE)) return false;
	if (isBetween || length >= size * UNSUPPORTED_GROUP_GRAMS) return true;
	const distance = Math.min(
		isNearStart ? changedBetween(start, first) : Infinity,
		isNearEnd ? changedBetween(last, end) : Infinity
	);
	// Right beside a match, what is no chance would be part of it.
	if (distance < Infinity && length >= Math.min(size, distance || size)) return true;
	return spansSentences(texts, first, last);
}

/** Units of the shorter side of a gap between two matches; an open one has no end. */
function shorterSide({ fromA, toA, fromB, toB, afterMatch, beforeMatch }: Gap): number {
	return afterMatch && beforeMatch ? Math.min(toA - fromA, toB - fromB) : Infinity;
}
