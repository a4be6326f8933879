/** Letters that were swapped: of "the" and "teh" a diff matches only one of "h" and "e". */
import { emptyMatch, lengthOf, type Match, type RangePair, type TextPair } from '../alignment';
import { LONGEST_TRANSPOSITION } from '../tuning';

/**
 * The other halves of swapped letters beside short ones of `matches`, which lie within `range` in
 * the order of both texts.
 */
export function transposedLetters(
	{ foldedA, foldedB }: TextPair,
	range: RangePair,
	matches: readonly Match[]
): Match[] {
	const found: Match[] = [];
	for (const [n, match] of matches.entries()) {
		if (lengthOf(match) > LONGEST_TRANSPOSITION) continue;
		const before = matches[n - 1] ?? emptyMatch(range.fromA, range.fromB);
		const after = matches[n + 1] ?? emptyMatch(range.toA, range.toB);
		const deletedBefore = foldedA.slice(before.toA, match.fromA);
		const deletedAfter = foldedA.slice(match.toA, after.fromA);
		const insertedBefore = foldedB.slice(before.toB, match.fromB);
		const insertedAfter = foldedB.slice(match.toB, after.fromB);
		if (isSwapped(deletedBefore, insertedAfter) && deletedAfter + insertedBefore === '') {
			const { length } = deletedBefore;
			found.push({
				fromA: match.fromA - length,
				toA: match.fromA,
				fromB: match.toB,
				toB: match.toB + length
			});
		}
		if (isSwapped(deletedAfter, insertedBefore) && deletedBefore + insertedAfter === '') {
			const { length } = deletedAfter;
			found.push({
				fromA: match.toA,
				toA: match.toA + length,
				fromB: match.fromB - length,
				toB: match.fromB
			});
		}
	}
	return found;
}

function isSwapped(deleted: string, inserted: string): boolean {
	return deleted !== '' && deleted.length <= LONGEST_TRANSPOSITION && deleted === inserted;
}
