/** Where a text comes apart. */

/** How natural a cut is: within a word, beside punctuation, between words, sentences, blocks. */
export const BOUNDARY = {
	word: 0,
	mark: 1,
	space: 2,
	sentenceSpace: 3,
	sentence: 4,
	block: 5
} as const;

// Not after an initial: "L. D." is no end.
const SENTENCE_END = /(?<!\b\p{Lu})[.!?;:。！？；：…]["'”’»」』)\]]{0,2}\s?$/u;
const LETTER = /[\p{L}\p{N}]/u;
// Words of Han characters have no visible ends.
const HAN = /\p{Ideographic}/u;
const SPACE = /\s/u;

/** How natural it is to cut `text` before `at`; one of `CUT`, more is better. */
export function boundaryScore(text: string, at: number): number {
	if (at <= 0 || at >= text.length) return BOUNDARY.block;
	const before = text[at - 1];
	const after = text[at];
	if (before === '\n' || after === '\n') return BOUNDARY.block;
	// The space after a sentence belongs to it, or to nobody, never to the next one.
	if (SENTENCE_END.test(text.slice(Math.max(0, at - 6), at))) {
		return SPACE.test(after) ? BOUNDARY.sentenceSpace : BOUNDARY.sentence;
	}
	if (SPACE.test(before) || SPACE.test(after)) return BOUNDARY.space;
	if (HAN.test(before) || HAN.test(after)) return BOUNDARY.mark;
	return LETTER.test(before) && LETTER.test(after) ? BOUNDARY.word : BOUNDARY.mark;
}
