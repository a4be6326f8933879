/** Where the end of a marked passage stands after it was moved. */
import type { TextRange } from './range';
import { sentencesOf, wordsOf } from './sentences';

export type End = 'start' | 'end';
/** What an end is moved by. */
export type Step = 'word' | 'sentence';

/**
 * A passage of `text` with one end a step further (`1`) or nearer to the text's beginning (`-1`);
 * as it was when nothing would be left of it.
 *
 * @param language of the text, BCP 47
 */
export function withSteppedEnd(
	range: TextRange,
	end: End,
	{ direction, by }: { direction: 1 | -1; by: Step },
	{ text, language }: { text: string; language: string }
): TextRange {
	const units = by === 'word' ? wordsOf(text, language) : sentencesOf(text, language);
	const ends = units.map((unit) => unit[end]);
	const from = range[end];
	const next = direction > 0 ? ends.find((at) => at > from) : ends.findLast((at) => at < from);
	const moved = { ...range, [end]: next ?? from };
	return moved.start < moved.end ? moved : range;
}

/**
 * A passage of `text` with one end at `offset`, or at the nearest character before it that is no white
 * space (behind it, for the start); as it was when nothing would be left of it.
 */
export function withEndAt(range: TextRange, end: End, offset: number, text: string): TextRange {
	let at = offset;
	while (end === 'start' && /\s/u.test(text.charAt(at))) at++;
	while (end === 'end' && /\s/u.test(text.charAt(at - 1))) at--;
	const moved = { ...range, [end]: at };
	return moved.start < moved.end ? moved : range;
}
