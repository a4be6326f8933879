/** What a list of results shows of a match: its sentence, and no more of it than one can take in. */
import type { Block } from '../text/chapter-text';
import { withoutOverlaps, type TextRange } from '../text/range';
import { sentencesIn } from '../text/sentences';
import type { Match } from './find-matches';

export interface Excerpt {
	text: string;
	/** The places of the terms in `text`, in order; they do not overlap. */
	marked: TextRange[];
}

/** Units before the match, and in all: three lines on a phone. */
const BEFORE = 60;
const LONGEST = 160;
/** Units before and behind a match's beginning in which its sentence is looked for: more than is shown. */
const LOOKED_AT = { before: 200, behind: 400 };

/** @param language BCP 47 */
export function excerptOf(text: string, block: Block, match: Match, language: string): Excerpt {
	const sentence = sentenceAround(text, block, match, language);
	const start = cutBefore(text, sentence.start, match.start);
	const end = cutBehind(text, sentence.end, start + LONGEST);
	const before = start > sentence.start ? '…' : '';
	const shift = before.length - start;
	const marked = withoutOverlaps(match.parts)
		.filter((part) => part.start < end)
		.map((part) => ({ start: part.start + shift, end: Math.min(part.end, end) + shift }));
	const behind = end < sentence.end ? '…' : '';
	return { text: before + text.slice(start, end) + behind, marked };
}

/** The sentences that a match goes through, as far as they are looked at. */
function sentenceAround(
	text: string,
	block: Block,
	{ start, end }: TextRange,
	language: string
): TextRange {
	const from = Math.max(block.start, start - LOOKED_AT.before);
	const to = Math.min(block.end, start + LOOKED_AT.behind);
	const touched = sentencesIn(text, { start: from, end: to }, language).filter(
		(sentence) => sentence.start < end && sentence.end > start
	);
	return { start: touched[0]?.start ?? start, end: touched.at(-1)?.end ?? Math.min(end, to) };
}

/** Where to begin: at the sentence's beginning, or behind a space not far before the match. */
function cutBefore(text: string, start: number, match: number): number {
	if (match - start <= BEFORE) return start;
	const space = text.slice(match - BEFORE, match).indexOf(' ');
	return wholeCharacter(text, match - BEFORE + space + 1);
}

/** Where to end: at the sentence's end, or before a space not far behind `limit`. */
function cutBehind(text: string, end: number, limit: number): number {
	if (end <= limit) return end;
	const space = text.slice(limit - BEFORE / 2, limit).lastIndexOf(' ');
	return space > 0 ? limit - BEFORE / 2 + space : wholeCharacter(text, limit);
}

/** An offset that parts no surrogate pair: this one, or the one behind it. */
function wholeCharacter(text: string, offset: number): number {
	return /[\udc00-\udfff]/.test(text.charAt(offset)) ? offset + 1 : offset;
}
