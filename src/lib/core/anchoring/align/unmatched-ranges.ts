/** Ranges of a text that no match has taken yet: in order, and apart from each other. */
import type { TextRange } from '../../text/range';

/** What `matched` leaves of a text of `length` units. */
export function unmatchedRanges(matched: readonly TextRange[], length: number): TextRange[] {
	const unmatched: TextRange[] = [];
	let start = 0;
	for (const range of [...matched].sort((a, b) => a.start - b.start)) {
		if (range.start > start) unmatched.push({ start, end: range.start });
		start = range.end;
	}
	if (start < length) unmatched.push({ start, end: length });
	return unmatched;
}

/** What is left of `range` before and after `taken`, which lies within it. */
export function subtract(range: TextRange, taken: TextRange): TextRange[] {
	return [
		{ start: range.start, end: taken.start },
		{ start: taken.end, end: range.end }
	].filter(({ start, end }) => end > start);
}

/** The one of `ranges` that holds `offset`; `null` when none does. */
export function rangeAt(ranges: readonly TextRange[], offset: number): TextRange | null {
	return ranges[indexAt(ranges, offset)] ?? null;
}

/** Index of the one of `ranges` that holds `offset`; -1 when none does. */
export function indexAt(ranges: readonly TextRange[], offset: number): number {
	let low = 0;
	let high = ranges.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		if (offset < ranges[middle].start) high = middle - 1;
		else if (offset >= ranges[middle].end) low = middle + 1;
		else return middle;
	}
	return -1;
}
