/**
 * Converts offsets between UTF-16 units, in which all offsets of ours count, and code points, in
 * which the selectors of the Web Annotation Data Model (section 4.2.5) count.
 */

/** The converter for one text. */
export interface CodePoints {
	/** How many code points stand before `offset` (in units). A surrogate pair cut by it counts as one. */
	toPoints(offset: number): number;
	/** The offset in units of the code point number `points`; the text's length when there are fewer. */
	toUnits(points: number): number;
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Makes the converter for `text`; goes through the text once. */
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

/** The first index below `count` for which `holds` is true, as it must be for all that follow; `count` when there is none. */
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
