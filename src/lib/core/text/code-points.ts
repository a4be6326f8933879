/**
 * Offsets in code points, as W3C selectors count (Web Annotation Data Model 4.2.5), from and to
 * the UTF-16 units that everything here counts.
 */

/** A text made ready for many offsets. */
export interface CodePoints {
	/** How many code points stand before `offset` (in units); a cut pair counts as one. */
	toPoints(offset: number): number;
	/** The unit at which the code point number `points` begins; the text's length when there are fewer. */
	toUnits(points: number): number;
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Goes through `text` once. */
export function countCodePoints(text: string): CodePoints {
	const pairs = Array.from(text.matchAll(PAIR), ({ index }) => index);
	return {
		toPoints: (offset) => offset - firstWhere(pairs.length, (i) => pairs[i] + 1 >= offset),
		toUnits: (points) => {
			// The pair number i begins at the code point pairs[i] - i.
			const before = firstWhere(pairs.length, (i) => pairs[i] - i >= points);
			return Math.min(points + before, text.length);
		}
	};
}

/** The least of 0 to `count` for which `holds`, which holds from there on; `count` when for none. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(middle)) high = middle;
		else low = middle + 1;
	}
	return low;
}
