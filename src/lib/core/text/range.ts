/**
 * A passage of a chapter's text, from the UTF-16 offset `start` up to, and without,
 * `end`. All layers hand on passages in this form; a DOM `Range` stays within `dom/`.
 */
export interface TextRange {
	start: number;
	end: number;
}

/** Ranges in the order of their starts with what they have in common once, in the same order. */
export function withoutOverlaps(ranges: readonly TextRange[]): TextRange[] {
	const joined: TextRange[] = [];
	for (const { start, end } of ranges) {
		const last = joined.at(-1);
		if (last && start < last.end) last.end = Math.max(last.end, end);
		else joined.push({ start, end });
	}
	return joined;
}

/** How many UTF-16 units are in both ranges; 0 when they only touch or are apart. */
export function overlap(a: TextRange, b: TextRange): number {
	return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
