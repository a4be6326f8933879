/** What of a chapter is read aloud, and in which pieces an engine is given it. */
import { BLOCK_SEPARATOR, type Block } from '../text/chapter-text';
import type { TextRange } from '../text/range';
import { sentencesIn } from '../text/sentences';

/** Words in another language than the text around them, as the page says of them. */
export interface LanguagePassage extends TextRange {
	/** BCP 47. */
	language: string;
}

/** A part of a sentence, in one language. */
export type SentencePart = LanguagePassage;

/**
 * The sentences that are read aloud, in order. Not footnotes: they would stand after the end, far from
 * what they are about. (Their marks are not in the text.) Nor what has no letter or figure: `* * *`.
 */
export function spokenSentences(
	text: string,
	blocks: readonly Block[],
	language: string
): TextRange[] {
	const spoken = blocks.filter(({ id }) => !id.startsWith('note-'));
	return spoken.flatMap(({ start, end }) =>
		sentencesIn(text, { start, end }, language).filter((range) =>
			/[\p{L}\p{N}]/u.test(text.slice(range.start, range.end))
		)
	);
}

/**
 * The index of the sentence at an offset of the text, or else of the next one; the last one behind
 * all of them, -1 when there are none.
 */
export function sentenceAt(sentences: readonly TextRange[], offset: number): number {
	const index = sentences.findIndex(({ end }) => end > offset);
	return index < 0 ? sentences.length - 1 : index;
}

interface Cutting {
	/** Of the text, BCP 47. */
	language: string;
	/** The passages in other languages that an engine can speak; of two in one place the later counts. */
	passages: readonly LanguagePassage[];
	/** UTF-16 units that a part may have, unless it is one word. */
	longest: number;
}

/** The parts in which a sentence is spoken: cut where the language changes, and where it is too long. */
export function partsOf(
	text: string,
	sentence: TextRange,
	{ language, passages, longest }: Cutting
): SentencePart[] {
	const inside = passages.filter(({ start, end }) => start < sentence.end && end > sentence.start);
	const languageAt = (offset: number) =>
		inside.findLast(({ start, end }) => start <= offset && end > offset)?.language ?? language;
	const cuts = inside
		.flatMap(({ start, end }) => [start, end])
		.filter((cut) => cut > sentence.start && cut < sentence.end);
	const edges = [sentence.start, ...new Set(cuts.sort((a, b) => a - b)), sentence.end];
	const parts: SentencePart[] = [];
	for (let index = 0; index < edges.length - 1; index++) {
		const [start, end] = [edges[index], edges[index + 1]];
		const here = languageAt(start);
		const last = parts.at(-1);
		if (last?.language === here) last.end = end;
		else if (/[\p{L}\p{N}]/u.test(text.slice(start, end)))
			parts.push({ start, end, language: here });
		else if (last) last.end = end; // a closing mark is not spoken by itself
	}
	return parts.flatMap((part) =>
		shortened(text, part, longest).map((range) => ({ ...range, language: part.language }))
	);
}

/** Ends of clauses, from the best place for a breath to the worst. */
const BREATHS = [/[;:—–][”’"')\]]*\s/gu, /[,،、，；：][”’"')\]]*\s?/gu, /\s/gu];

/** A range in pieces of at most `longest` units, cut where one would breathe. */
function shortened(text: string, { start, end }: TextRange, longest: number): TextRange[] {
	const pieces: TextRange[] = [];
	while (end - start > longest) {
		const cut = start + lastBreath(text.slice(start, start + longest));
		pieces.push({ start, end: cut });
		start = cut;
	}
	return [...pieces, { start, end }];
}

/** Behind which unit of `words` to cut: not in its first third, where a better place may follow. */
function lastBreath(words: string): number {
	for (const breath of BREATHS) {
		const ends = [...words.matchAll(breath)].map(({ 0: found, index }) => index + found.length);
		const last = ends.at(-1);
		if (last !== undefined && last > words.length / 3) return last;
	}
	// No space, as in Chinese: anywhere, but not within a letter.
	const isHalf = /[\uD800-\uDBFF]$/.test(words);
	return isHalf ? words.length - 1 : words.length;
}

/** The words of a part as an engine is given them: without what it would spell out. */
export function wordsOfPart(text: string, { start, end }: TextRange): string {
	return text.slice(start, end).replaceAll(BLOCK_SEPARATOR, ' ').trim();
}
