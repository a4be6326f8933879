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
const MOST_UNITS_FROM_END_MARK = 4; // itself, two closing marks and a space
// Not after an initial: "L. D." ends no sentence.
const SENTENCE_END = /(?<!\b\p{Lu})[.!?;:。！？；：…]["'”’»」』)\]]{0,2}\s?$/u;

/** What a unit is; a unit may be several of these. */
const LETTER = 1;
const IDEOGRAPH = 2; // words of ideographs have no visible ends
const SPACE = 4;
const END_MARK = 8;
/** By unit, 0 when it was not asked for yet: a boundary is looked for at every unit of a long text. */
const kinds = new Uint8Array(0x10000);
const KNOWN = 16;

function kindOf(text: string, offset: number): number {
	const code = text.charCodeAt(offset);
	if (kinds[code] === 0) {
		const unit = text[offset];
		kinds[code] =
			KNOWN |
			(/[\p{L}\p{N}]/u.test(unit) ? LETTER : 0) |
			(/\p{Ideographic}/u.test(unit) ? IDEOGRAPH : 0) |
			(/\s/u.test(unit) ? SPACE : 0) |
			(/[.!?;:。！？；：…]/u.test(unit) ? END_MARK : 0);
	}
	return kinds[code];
}

/** How natural it is to cut `text` before the unit at `offset`: one of `BOUNDARY`, more is better. */
export function boundaryScore(text: string, offset: number): number {
	if (offset <= 0 || offset >= text.length) return BOUNDARY.block;
	if (text[offset - 1] === BLOCK_SEPARATOR || text[offset] === BLOCK_SEPARATOR) {
		return BOUNDARY.block;
	}
	const [before, after] = [kindOf(text, offset - 1), kindOf(text, offset)];
	// The space after a sentence belongs to it, or to nobody, never to the next one.
	if (!(before & LETTER) && endsSentence(text, offset)) {
		return after & SPACE ? BOUNDARY.sentenceSpace : BOUNDARY.sentence;
	}
	if ((before | after) & SPACE) return BOUNDARY.space;
	if ((before | after) & IDEOGRAPH) return BOUNDARY.punctuation;
	return before & after & LETTER ? BOUNDARY.insideWord : BOUNDARY.punctuation;
}

function endsSentence(text: string, offset: number): boolean {
	for (let at = offset - 1; at >= 0 && at >= offset - MOST_UNITS_FROM_END_MARK; at -= 1) {
		if (kindOf(text, at) & END_MARK) {
			return SENTENCE_END.test(text.slice(Math.max(0, offset - LONGEST_SENTENCE_END), offset));
		}
	}
	return false;
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
