/**
 * A passage of a chapter's text: UTF-16 offsets, `start` included, `end` not.
 * The one currency between layers; a DOM `Range` never leaves `dom/`.
 */
export interface TextRange {
	start: number;
	end: number;
}

/** The shortest range that holds both. */
export function union(a: TextRange, b: TextRange): TextRange {
	return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Units that both ranges cover; 0 when they only touch or stand apart. */
export function overlap(a: TextRange, b: TextRange): number {
	return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
