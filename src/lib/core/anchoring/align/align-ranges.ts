/** Alignment of a range of one text with a range of another, in the order of both. */
import {
	emptyMatch,
	lengthOf,
	type Gap,
	type Match,
	type RangePair,
	type TextPair
} from '../alignment';
import { dropSpuriousMatches } from '../clean/drop-spurious-matches';
import { semanticCleanup } from '../clean/semantic-cleanup';
import { CERTAIN_MATCH_GRAMS } from '../tuning';
import { alignGap } from './align-gap';
import { chainMatches } from './chain-matches';

/**
 * The matches of a range of the old text and a range of the new one: shared grams, chained, and
 * word by word what is between them. The matches found in a gap are taken when `accepts` says so.
 */
export function alignRanges(
	texts: TextPair,
	range: RangePair,
	accepts: (gap: Gap, matches: readonly Match[]) => boolean = () => true
): Match[] {
	const certain = texts.shared.size * CERTAIN_MATCH_GRAMS;
	const scoreOf = (match: Match) => (lengthOf(match) < certain ? lengthOf(match) : Infinity);
	const chained = semanticCleanup(chainMatches(texts, range), texts);
	const open: Gap = { ...range, afterMatch: false, beforeMatch: false };
	const matches = dropSpuriousMatches(texts, open, chained, scoreOf);
	// The starts and the ends of two whole texts belong together as if they matched.
	const isStart = range.fromA === 0 && range.fromB === 0;
	const isEnd = range.toA === texts.foldedA.length && range.toB === texts.foldedB.length;
	const filled: Match[] = [];
	let [fromA, fromB] = [range.fromA, range.fromB];
	for (let n = 0; n <= matches.length; n += 1) {
		const match = matches[n] ?? emptyMatch(range.toA, range.toB);
		const gap: Gap = {
			fromA,
			toA: match.fromA,
			fromB,
			toB: match.fromB,
			afterMatch: n > 0 || isStart,
			beforeMatch: n < matches.length || isEnd
		};
		const between = alignGap(texts, gap);
		if (accepts(gap, between)) filled.push(...between);
		if (lengthOf(match) > 0) filled.push(match);
		[fromA, fromB] = [match.toA, match.toB];
	}
	return filled;
}
