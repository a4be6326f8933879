/** Fills the gaps beside matches, moved ones too, with what was edited there. */
import { totalLength, type AlignedMatch, type Gap, type Match, type TextPair } from '../alignment';
import { OPEN_GAP_FACTOR, OPEN_GAP_SLACK, SAME_PASSAGE_SHARE } from '../tuning';
import { alignGap } from './align-gap';

/** Whether `matches` show that the shorter side of a gap is still the same passage. */
export function isSamePassage({ fromA, toA, fromB, toB }: Gap, matches: readonly Match[]): boolean {
	return totalLength(matches) >= Math.min(toA - fromA, toB - fromB) * SAME_PASSAGE_SHARE;
}

/**
 * Matches of what stands next to `matches` in both texts: between two that are neighbours in both,
 * and as far as the texts are alike where they are not.
 */
export function fillGaps(texts: TextPair, matches: readonly AlignedMatch[]): AlignedMatch[] {
	const inA = [...matches].sort((a, b) => a.fromA - b.fromA);
	const inB = [...matches].sort((a, b) => a.fromB - b.fromB);
	const rankInB = new Map(inB.map((match, n) => [match, n]));
	const filled: AlignedMatch[] = [];
	const add = (gap: Gap, moved: boolean) => {
		for (const match of alignGap(texts, gap)) filled.push({ ...match, moved });
	};
	for (const [n, match] of inA.entries()) {
		const rank = rankInB.get(match) ?? 0;
		const after: Gap = {
			fromA: match.toA,
			toA: inA[n + 1]?.fromA ?? texts.foldedA.length,
			fromB: match.toB,
			toB: inB[rank + 1]?.fromB ?? texts.foldedB.length,
			afterMatch: true,
			beforeMatch: inA[n + 1] !== undefined && inA[n + 1] === inB[rank + 1]
		};
		if (!after.beforeMatch) after.toB = Math.min(after.toB, after.fromB + reach(after));
		add(after, match.moved);
		// Between two neighbours the gap was filled from the first of them.
		if (inA[n - 1] !== undefined && inA[n - 1] === inB[rank - 1]) continue;
		const before: Gap = {
			fromA: inA[n - 1]?.toA ?? 0,
			toA: match.fromA,
			fromB: inB[rank - 1]?.toB ?? 0,
			toB: match.fromB,
			afterMatch: false,
			beforeMatch: true
		};
		before.fromB = Math.max(before.fromB, before.toB - reach(before));
		add(before, match.moved);
	}
	return withoutOverlaps(texts, filled);
}

/** How far from a match of the new text the old text's side of an open gap is looked for. */
function reach({ fromA, toA }: Gap): number {
	return OPEN_GAP_FACTOR * (toA - fromA) + OPEN_GAP_SLACK;
}

/** Those of `matches` that overlap none before them, in either text. */
function withoutOverlaps(
	{ foldedA, foldedB }: TextPair,
	matches: readonly AlignedMatch[]
): AlignedMatch[] {
	// Unit by unit: all matches together are at most twice as long as the texts.
	const takenA = new Uint8Array(foldedA.length);
	const takenB = new Uint8Array(foldedB.length);
	return matches.filter(({ fromA, toA, fromB, toB }) => {
		if (takenA.subarray(fromA, toA).includes(1) || takenB.subarray(fromB, toB).includes(1)) {
			return false;
		}
		takenA.fill(1, fromA, toA);
		takenB.fill(1, fromB, toB);
		return true;
	});
}
