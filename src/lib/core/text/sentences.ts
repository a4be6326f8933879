/** Sentences and words of a text: what a tap on it may mean. */
import type { TextRange } from './range';
import { BLOCK_SEPARATOR } from './chapter-text';
import { segmentsOf } from './segments';
import { sentenceStarts } from './sentence-boundaries';

/**
 * The sentences of `text`, in order, without the spaces around them. None crosses a block separator,
 * and none ends after an initial, an abbreviation or a quotation that goes on (sentence-rules.ts):
 * "F.A. Guetier", "St. Mary’s" and "“Stop!” he said" stay whole. `language` is a BCP 47 tag.
 *
 * @throws RangeError when `language` is no such tag.
 */
export function sentencesOf(text: string, language: string): TextRange[] {
	return blocksOf(text).flatMap(({ start, end }) => {
		const block = text.slice(start, end);
		const starts = sentenceStarts(block, language);
		return starts
			.map((from, index) => trim(block, { start: from, end: starts[index + 1] ?? block.length }))
			.filter((range) => range.end > range.start)
			.map((range) => ({ start: start + range.start, end: start + range.end }));
	});
}

/** The sentences within a range of `text`, a block of it say, by offsets of the text; else as `sentencesOf`. */
export function sentencesIn(
	text: string,
	{ start, end }: TextRange,
	language: string
): TextRange[] {
	return sentencesOf(text.slice(start, end), language).map((range) => ({
		start: start + range.start,
		end: start + range.end
	}));
}

/**
 * The words of `text`, in order, without spaces and punctuation.
 *
 * @throws RangeError when `language` is no BCP 47 tag.
 */
export function wordsOf(text: string, language: string): TextRange[] {
	const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
	return blocksOf(text).flatMap(({ start, end }) => {
		const words: TextRange[] = [];
		for (const { segment, index, isWordLike } of segmentsOf(segmenter, text.slice(start, end))) {
			if (!isWordLike) continue;
			words.push({ start: start + index, end: start + index + segment.length });
		}
		return words;
	});
}

function blocksOf(text: string): TextRange[] {
	const blocks: TextRange[] = [];
	let start = 0;
	while (start <= text.length) {
		const separator = text.indexOf(BLOCK_SEPARATOR, start);
		const end = separator === -1 ? text.length : separator;
		blocks.push({ start, end });
		start = end + BLOCK_SEPARATOR.length;
	}
	return blocks;
}

function trim(text: string, { start, end }: TextRange): TextRange {
	const words = text.slice(start, end);
	const after = words.trimEnd().length;
	return { start: start + words.length - words.trimStart().length, end: start + after };
}
