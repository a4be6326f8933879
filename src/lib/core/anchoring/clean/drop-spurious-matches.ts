/** Drops matches that two passages share only by chance. */
import { emptyMatch, lengthOf, type Gap, type Match, type TextPair } from '../alignment';
import { SHORTEST_LONE_SENTENCE } from '../tuning';
import { isWholeSentences } from './boundary-score';

/**
 * The matches within `gap` without those that score less than the changed text on either side of
 * them: two unrelated sentences share every third letter. A whole sentence is kept when all that
 * changed is what was put around it, or taken away.
 */
export function dropSpuriousMatches(
	texts: TextPair,
	gap: Gap,
	matches: readonly Match[],
	scoreOf: (match: Match) => number
): Match[] {
	const kept: Match[] = [];
	const start = emptyMatch(gap.fromA, gap.fromB);
	const end = emptyMatch(gap.toA, gap.toB);
	// At an open end of the gap nobody knows how far the next match is.
	const distance = (a: Match, b: Match) =>
		(a === start && !gap.afterMatch) || (b === end && !gap.beforeMatch)
			? Infinity
			: changedBetween(a, b);
	const isSpurious = (match: Match, before: Match, after: Match) =>
		scoreOf(match) < Math.min(distance(before, match), distance(match, after)) &&
		!isLoneSentence(texts, match, before, after);
	for (const [n, match] of matches.entries()) {
		const next = matches[n + 1] ?? end;
		if (!isSpurious(match, kept.at(-1) ?? start, next)) {
			kept.push(match);
			continue;
		}
		// The match before the dropped one has more changed text beside it now.
		while (kept.length > 0 && isSpurious(kept[kept.length - 1], kept.at(-2) ?? start, next)) {
			kept.pop();
		}
	}
	return kept;
}

/** Whether the match is a whole sentence, and in one of the texts all that stands between its neighbours. */
function isLoneSentence(texts: TextPair, match: Match, before: Match, after: Match): boolean {
	if (lengthOf(match) < SHORTEST_LONE_SENTENCE) return false;
	const fillsA = before.toA === match.fromA && match.toA === after.fromA;
	const fillsB = before.toB === match.fromB && match.toB === after.fromB;
	return (fillsA || fillsB) && spansSentences(texts, match, match);
}

/** Whether what stands from one match to another is whole sentences or blocks in both texts. */
export function spansSentences(
	{ textA, textB }: TextPair,
	{ fromA, fromB }: Match,
	{ toA, toB }: Match
): boolean {
	return isWholeSentences(textA, fromA, toA) && isWholeSentences(textB, fromB, toB);
}

/** Units changed between two matches, in the mean of both texts. */
export function changedBetween(a: Match, b: Match): number {
	return (b.fromA - a.toA + b.fromB - a.toB) / 2;
}
