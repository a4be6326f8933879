/** The longest chain of matches that stand in the same order in two texts. */
import { lengthOf, type Match, type RangePair, type TextPair } from '../alignment';

/**
 * The matches of at least a gram's length within `range`, in the order of both texts: the longest
 * common subsequence of grams (Hunt and Szymanski 1977), its runs extended unit by unit. They
 * overlap in neither text.
 */
export function chainMatches(texts: TextPair, range: RangePair): Match[] {
	return extend(commonGrams(texts, range), texts, range);
}

/** The longest chain of shared grams; grams that follow each other in both texts are one match. */
function commonGrams({ shared }: TextPair, range: RangePair): Match[] {
	const { size, startsA, startsB, firstPair } = shared;
	const first = firstPair[range.fromA];
	const last = firstPair[Math.max(range.fromA, range.toA - size + 1)];
	// For each pair of grams, counted from the first one, the pair before it in the longest chain
	// that it ends, or -1.
	const previous = new Int32Array(last - first).fill(-1);
	// For each length of a chain the pair that ends the best one: the one with the least start in B.
	const ends: number[] = [];
	for (let pair = first; pair < last; pair += 1) {
		const b = startsB[pair];
		if (b < range.fromB || b + size > range.toB) continue;
		// Of the pairs of one gram that with the last start in B comes first, so that no chain uses
		// the gram twice.
		const length = longestBefore(ends, startsB, b);
		if (length > 0) previous[pair - first] = ends[length - 1];
		ends[length] = pair;
	}
	const matches: Match[] = [];
	for (let pair = ends.at(-1) ?? -1; pair !== -1; pair = previous[pair - first]) {
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
