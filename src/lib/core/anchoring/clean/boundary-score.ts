/** Where a text comes apart naturally. */
import { BLOCK_SEPARATOR } from '../../text/chapter-text';

/**
 * How natural it is to cut a text at an offset, from the worst to the best. The names say what the
 * offset is beside; `sentenceSpace` is the end of a sentence, before the space that follows it.
 */
export const BOUNDARY = {
	insideWord: 0,
	punctuation: 1,
	space: 2,
	sentenceSpace: 3,
	sentence: 4,
	block: 5
} as const;

// Units that SENTENCE_END may look at: an initial with the letter before it, its full stop, two
// closing marks and a space.
const LONGEST_SENTENCE_END = 6;
// Not after an initial: "L. D." ends no sentence.
const SENTENCE_END = /(?<!\b\p{Lu})[.!?;:。！？；：…]["'”’»」』)\]]{0,2}\s?$/u;
const LETTER = /[\p{L}\p{N}]/u;
// Words of ideographs have no visible ends.
const IDEOGRAPH = /\p{Ideographic}/u;
const SPACE = /\s/u;

/** How natural it is to cut `text` before the unit at `offset`: one of `BOUNDARY`, more is better. */
export function boundaryScore(text: string, offset: number): number {
	if (offset <= 0 || offset >= text.length) return BOUNDARY.block;
	const before = text[offset - 1];
	const after = text[offset];
	if (before === BLOCK_SEPARATOR || after === BLOCK_SEPARATOR) return BOUNDARY.block;
	// The space after a sentence belongs to it, or to nobody, never to the next one.
	if (SENTENCE_END.test(text.slice(Math.max(0, offset - LONGEST_SENTENCE_END), offset))) {
		return SPACE.test(after) ? BOUNDARY.sentenceSpace : BOUNDARY.sentence;
	}
	if (SPACE.test(before) || SPACE.test(after)) return BOUNDARY.space;
	if (IDEOGRAPH.test(before) || IDEOGRAPH.test(after)) return BOUNDARY.punctuation;
	return LETTER.test(before) && LETTER.test(after) ? BOUNDARY.insideWord : BOUNDARY.punctuation;
}

// Marks that end a sentence or open one: in an alignment they may have been left to its neighbours.
const CLOSING_MARKS = /^[^\p{L}\p{N}\s]{0,3}/u;
const OPENING_MARKS = /[^\p{L}\p{N}\s]{0,2}$/u;
const MOST_CLOSING_MARKS = 3;
const MOST_OPENING_MARKS = 2;

/** Whether `text` has a sentence or a block, or several, from `start` to `end`, give or take punctuation. */
export function isWholeSentences(text: string, start: number, end: number): boolean {
	const before = text.slice(Math.max(0, start - MOST_OPENING_MARKS), start);
	const opening = OPENING_MARKS.exec(before)?.[0].length ?? 0;
	const closing = CLOSING_MARKS.exec(text.slice(end, end + MOST_CLOSING_MARKS))?.[0].length ?? 0;
	const atStart = Math.max(boundaryScore(text, start), boundaryScore(text, start - opening));
	const atEnd = Math.max(boundaryScore(text, end), boundaryScore(text, end + closing));
	return Math.min(atStart, atEnd) >= BOUNDARY.sentenceSpace;
}
