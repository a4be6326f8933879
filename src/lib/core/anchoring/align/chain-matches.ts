/** The longest chain of matches that stand in the same order in two texts. */
import { lengthOf, type Match, type RangePair, type TextPair } from '../alignment';
import { occurrencesOf } from './gram-index';

/**
 * The matches of at least a gram's length within `range`, in the order of both texts: the longest
 * common subsequence of grams (Hunt and Szymanski 1977), its runs extended unit by unit. They
 * overlap in neither text.
 */
export function chainMatches(texts: TextPair, range: RangePair): Match[] {
	return extend(commonGrams(texts, range), texts, range);
}

/** The longest chain of shared grams; grams that follow each other in both texts are one match. */
function commonGrams({ foldedA, gramsB }: TextPair, range: RangePair): Match[] {
	const { size } = gramsB;
	// Pair n says that the gram at startsA[n] stands at startsB[n]; previous[n] is the pair before
	// it in the longest chain that it ends.
	const startsA: number[] = [];
	const startsB: number[] = [];
	const previous: number[] = [];
	// For each length of a chain the pair that ends the best one: the one with the least start in B.
	const ends: number[] = [];
	const found: number[] = [];
	for (let a = range.fromA; a + size <= range.toA; a += 1) {
		// The last position comes first, so that no chain uses one gram of the old text twice.
		const count = occurrencesOf(gramsB, foldedA, a, found);
		for (let n = 0; n < count; n += 1) {
			const b = found[n];
			if (b < range.fromB || b + size > range.toB) continue;
			const length = longestBefore(ends, startsB, b);
			startsA.push(a);
			startsB.push(b);
			previous.push(length === 0 ? -1 : ends[length - 1]);
			ends[length] = startsA.length - 1;
		}
	}
	const matches: Match[] = [];
	for (let pair = ends.at(-1) ?? -1; pair !== -1; pair = previous[pair]) {
		const [fromA, fromB] = [startsA[pair], startsB[pair]];
		const next = matches.at(-1);
		if (next && next.fromA - 1 === fromA && next.fromB - 1 === fromB) {
			next.fromA = fromA;
			next.fromB = fromB;
		} else {
			matches.push({ fromA, toA: fromA + size, fromB, toB: fromB + size });
		}
	}
	return matches.reverse();
}

/** Length of the longest chain that ends before `b`. */
function longestBefore(ends: number[], startsB: number[], b: number): number {
	// Most text is unchanged: the next gram continues the longest chain.
	if (ends.length === 0 || startsB[ends[ends.length - 1]] < b) return ends.length;
	let low = 0;
	let high = ends.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (startsB[ends[middle]] < b) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Cuts matches where the next one starts, then extends each over the equal units around it. */
function extend(matches: Match[], { foldedA, foldedB }: TextPair, range: RangePair): Match[] {
	let endA = range.fromA;
	let endB = range.fromB;
	for (const [n, match] of matches.entries()) {
		while (
			match.fromA > endA &&
			match.fromB > endB &&
			foldedA[match.fromA - 1] === foldedB[match.fromB - 1]
		) {
			match.fromA -= 1;
			match.fromB -= 1;
		}
		const [limitA, limitB] =
			n + 1 < matches.length
				? [matches[n + 1].fromA, matches[n + 1].fromB]
				: [range.toA, range.toB];
		const most = Math.min(limitA - match.fromA, limitB - match.fromB);
		let length = Math.min(lengthOf(match), most);
		while (length < most && foldedA[match.fromA + length] === foldedB[match.fromB + length]) {
			length += 1;
		}
		match.toA = endA = match.fromA + length;
		match.toB = endB = match.fromB + length;
	}
	return matches;
}
