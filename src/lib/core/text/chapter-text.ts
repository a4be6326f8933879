/**
 * The text model: what the text of a block is, and how blocks make the text of a
 * chapter. The build takes raw text from the syntax tree, the browser takes it
 * from the page; both pass it through here, and so count the same offsets.
 */
import type { TextRange } from './range';

/** The smallest element that has an id, as the range of its text in the chapter's text. */
export interface Block extends TextRange {
	/** `p1`, `p2`, … in reading order; `note-1`, `note-1-2` in footnotes. */
	id: string;
}

/** A chapter's text and its blocks, in reading order. */
export interface ChapterText {
	text: string;
	blocks: Block[];
}

/** The number of the rules below. A `Target` records by which rules its offsets were counted. */
export const NORM = 1;

/** Stands between two blocks in a chapter's text, so that words do not run on from one into the next. */
export const BLOCK_SEPARATOR = '\n';

// Soft hyphen, zero width space, byte order mark and word joiner are invisible, and editors add
// and lose them freely. The zero width joiner and non-joiner stay: they change what is read.
const IGNORED = /[\u00ad\u200b\ufeff\u2060]/;

/** Whether a character of raw text leaves no trace in a block's text. */
export function isIgnored(character: string): boolean {
	return IGNORED.test(character);
}

/** Whether a character of raw text counts as (part of) a space. */
export function isSpace(character: string): boolean {
	return /\s/u.test(character);
}

/**
 * The text of a block from its raw text: without ignored characters, with one
 * space for every run of white space, trimmed. Nothing is folded. In `raw` a
 * `<br>` is a newline, and what stands in elements with `data-noanchor` is left
 * out.
 */
export function normalize(raw: string): string {
	if (!TO_NORMALIZE.test(raw)) return raw; // as most texts are: ten times as fast
	return raw
		.replace(/[\u00ad\u200b\ufeff\u2060]/g, '')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** What `normalize` changes. */
const TO_NORMALIZE = /[\u00ad\u200b\ufeff\u2060]|[^\S ]| {2}|^ | $/;

/** Makes the chapter's text of the normalized texts of its blocks, given in reading order. */
export function joinBlocks(blocks: readonly { id: string; text: string }[]): ChapterText {
	const ranges: Block[] = [];
	let start = 0;
	for (const { id, text } of blocks) {
		ranges.push({ id, start, end: start + text.length });
		start += text.length + BLOCK_SEPARATOR.length;
	}
	return { text: blocks.map(({ text }) => text).join(BLOCK_SEPARATOR), blocks: ranges };
}

/** The block in which `offset` is; at a separator, the block before it. `null` when there is none. */
export function blockAt(blocks: readonly Block[], offset: number): Block | null {
	let low = 0;
	let high = blocks.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const block = blocks[middle];
		if (offset < block.start) high = middle - 1;
		else if (offset > block.end) low = middle + 1;
		else return block;
	}
	return null;
}
