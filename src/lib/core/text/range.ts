/**
 * A passage of a chapter's text, from the UTF-16 offset `start` up to, and without,
 * `end`. All layers hand on passages in this form; a DOM `Range` stays within `dom/`.
 */
export interface TextRange {
	start: number;
	end: number;
}

/** How many UTF-16 units are in both ranges; 0 when they only touch or are apart. */
export function overlap(a: TextRange, b: TextRange): number {
	return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
