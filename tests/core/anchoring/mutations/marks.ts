/** Passages a reader might mark, from one word to several paragraphs. */
import { joinBlocks, type Block } from '$lib/core/text/chapter-text';
import type { TextRange } from '$lib/core/text/range';
import type { Random } from './random';

export const LENGTHS = ['word', 'phrase', 'clause', 'sentence', 'block', 'blocks'] as const;
export type Length = (typeof LENGTHS)[number];

export interface Mark extends TextRange {
	length: Length;
}

/** A text cut up for marking. */
export interface Markable {
	text: string;
	blocks: Block[];
	words: TextRange[];
	sentences: TextRange[];
}

export function markable(language: string, blocks: readonly string[]): Markable {
	const joined = joinBlocks(blocks.map((text, n) => ({ id: `p${n + 1}`, text })));
	const words: TextRange[] = [];
	const sentences: TextRange[] = [];
	for (const { start, end } of joined.blocks) {
		const block = joined.text.slice(start, end);
		for (const { segment, index, isWordLike } of segmenter(language, 'word').segment(block)) {
			if (!isWordLike) continue;
			words.push({ start: start + index, end: start + index + segment.length });
		}
		for (const { segment, index } of segmenter(language, 'sentence').segment(block)) {
			sentences.push({ start: start + index, end: start + index + segment.trimEnd().length });
		}
	}
	return { ...joined, words, sentences };
}

const segmenters = new Map<string, Intl.Segmenter>();
function segmenter(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
	const key = `${language} ${granularity}`;
	const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
	segmenters.set(key, known);
	return known;
}

/** A passage of the wanted length, near the offset `near` when given. */
export function markOf(random: Random, from: Markable, length: Length, near?: number): Mark {
	const pick = (ranges: readonly TextRange[]) => {
		if (near === undefined) return random.whole(0, ranges.length - 1);
		const at = ranges.findIndex(({ end }) => end > near);
		return at === -1 ? ranges.length - 1 : at;
	};
	const run = (ranges: readonly TextRange[], count: number): Mark => {
		// So that a passage chosen near a place starts before it as often as at it.
		const back = near === undefined ? 0 : random.whole(0, count - 1);
		const first = Math.max(0, Math.min(pick(ranges) - back, ranges.length - count));
		const last = Math.min(ranges.length, first + count) - 1;
		return { start: ranges[first].start, end: ranges[last].end, length };
	};
	switch (length) {
		case 'word':
			return run(from.words, 1);
		case 'phrase':
			return run(from.words, random.whole(3, 5));
		case 'clause':
			return run(from.words, random.whole(7, 14));
		case 'sentence':
			return run(from.sentences, 1);
		case 'block':
			return run(from.blocks, 1);
		case 'blocks':
			return run(from.blocks, random.whole(2, 4));
	}
}
