/**
 * The text model: what a block's text is and how blocks make a chapter's text.
 * The build (from the syntax tree) and the browser (from the page) both gather
 * raw text and pass it through here, so they count the same offsets.
 */
import type { TextRange } from './range';

/** The smallest element with an id, and where its text stands in the chapter's text. */
export interface Block extends TextRange {
	/** `p1`, `p2`, … in reading order; `note-1`, `note-1-2` in footnotes. */
	id: string;
}

/** A chapter's text and its blocks, in reading order. */
export interface ChapterText {
	text: string;
	blocks: Block[];
}

/** Number of the rules below; a `Target` records which ones counted its offsets. */
export const NORM = 1;

/** Stands between two blocks in a chapter's text, so no quote runs on unseen. */
export const BLOCK_SEPARATOR = '\n';

// Soft hyphen, zero width space, byte order mark, word joiner: invisible, and
// editors add and lose them freely. ZWJ and ZWNJ stay: they change what is read.
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
 * A block's text from its raw text: ignored characters dropped, every run of
 * white space one space, trimmed. Nothing is folded. Give `<br>` as a newline
 * and leave `data-noanchor` subtrees out of `raw`.
 */
export function normalize(raw: string): string {
	return raw
		.replace(/[\u00ad\u200b\ufeff\u2060]/g, '')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** Joins the normalized texts of blocks, in reading order, to the chapter's text. */
export function joinBlocks(blocks: readonly { id: string; text: string }[]): ChapterText {
	const placed: Block[] = [];
	let start = 0;
	for (const { id, text } of blocks) {
		placed.push({ id, start, end: start + text.length });
		start += text.length + BLOCK_SEPARATOR.length;
	}
	return { text: blocks.map(({ text }) => text).join(BLOCK_SEPARATOR), blocks: placed };
}

/** The block that holds `offset`; at a separator the block before it. `null` when there is none. */
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
