/**
 * A passage of a chapter's text: UTF-16 offsets, `start` included, `end` not.
 * The one currency between layers; a DOM `Range` never leaves `dom/`.
 */
export interface TextRange {
	start: number;
	end: number;
}

/** Units that both ranges cover; 0 when they only touch or stand apart. */
export function overlap(a: TextRange, b: TextRange): number {
	return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
