/** Sentences and words of a text: what a tap on it may mean. */
import type { TextRange } from './range';
import { BLOCK_SEPARATOR } from './chapter-text';
import { segmentsOf } from './segments';

/**
 * The sentences of `text`, in order, without the spaces around them. None
 * crosses a block separator, and none ends after an initial: "F.A. Guetier" and
 * "L.D. replied" stay whole. `language` is a BCP 47 tag.
 *
 * @throws RangeError when `language` is no such tag.
 */
export function sentencesOf(text: string, language: string): TextRange[] {
	const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
	return blocksOf(text).flatMap(({ start, end }) => {
		const block = text.slice(start, end);
		const found: TextRange[] = [];
		for (const { segment, index } of segmentsOf(segmenter, block)) {
			const before = found.at(-1);
			if (before && endsInInitial(block.slice(before.start, before.end))) {
				before.end = index + segment.length;
			} else {
				found.push({ start: index, end: index + segment.length });
			}
		}
		return found
			.map((range) => trim(block, range))
			.filter((range) => range.end > range.start)
			.map((range) => ({ start: start + range.start, end: start + range.end }));
	});
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

// "F.A. ", "L. D. ", "(N.I. ": a single capital with its full stop. Not "the GPU. ".
const INITIAL = /(?:^|[^\p{L}\p{N}])\p{Lu}\.\s?$/u;
const LONGEST_INITIAL = 6; // with the character before it; either letter may be a surrogate pair

/** Whether the last word of a sentence is an initial. */
function endsInInitial(sentence: string): boolean {
	// Of the end alone, since a sentence may be nothing but initials. One unit more, so that what is
	// cut off does not pass for its beginning.
	return INITIAL.test(sentence.slice(-LONGEST_INITIAL - 1));
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
