/** Where the end of a mark stands after one step. */
import type { TextRange } from '$lib/core/text/range';
import { wordsOf } from '$lib/core/text/sentences';

/**
 * A passage of `text` with one end a word further (`1`) or nearer to the text's beginning (`-1`);
 * as it was when nothing would be left of it.
 *
 * @param language of the text, BCP 47
 */
export function withMovedEnd(
	range: TextRange,
	end: 'start' | 'end',
	direction: 1 | -1,
	{ text, language }: { text: string; language: string }
): TextRange {
	const ends = wordsOf(text, language).map((word) => word[end]);
	const from = range[end];
	const next = direction > 0 ? ends.find((at) => at > from) : ends.findLast((at) => at < from);
	const moved = { ...range, [end]: next ?? from };
	return moved.start < moved.end ? moved : range;
}
