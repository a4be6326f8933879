/** What a correction does to the blocks of a chapter, by the alignment that places marks. */
import { align } from '$lib/core/anchoring/align/align';
import { firstEndingAfter, type Alignment } from '$lib/core/anchoring/alignment';
import { blockAt, type Block, type ChapterText } from '$lib/core/text/chapter-text';

/** Of the old blocks how many are what they were, and of the new ones how many are new. */
export interface BlockChanges {
	same: number;
	/** With other letters, parted or joined. */
	changed: number;
	/** Elsewhere among the others. */
	moved: number;
	gone: number;
	added: number;
}

const MOST = 0.5; // the share of a block's letters by which it is still there

/** Compares two editions of a chapter. */
export function compareBlocks(before: ChapterText, after: ChapterText): BlockChanges {
	const changes: BlockChanges = { same: 0, changed: 0, moved: 0, gone: 0, added: 0 };
	if (before.text === after.text) return { ...changes, same: before.blocks.length };
	const alignment = align(before.text, after.text);
	for (const block of before.blocks) changes[outcomeOf(block, before, after, alignment)]++;
	for (const block of after.blocks)
		if (foundOf(block, alignment, 'B').letters < lengthOf(block) * MOST) changes.added++;
	return changes;
}

function outcomeOf(
	block: Block,
	before: ChapterText,
	after: ChapterText,
	alignment: Alignment
): keyof BlockChanges {
	const { letters, moved } = foundOf(block, alignment, 'A');
	if (letters < lengthOf(block) * MOST) return 'gone';
	if (moved > letters * MOST) return 'moved';
	const match = alignment.matches[firstEndingAfter(alignment.matches, block.start, 'toA')];
	const offset = match.fromB + Math.max(0, block.start - match.fromA);
	const now = blockAt(after.blocks, offset);
	return now && textIn(after, now) === textIn(before, block) ? 'same' : 'changed';
}

/** How many letters of a block of the old text (A) or the new one (B) are in the other, and are moved. */
function foundOf(block: Block, { matches, matchesB }: Alignment, text: 'A' | 'B') {
	const inOrder = text === 'A' ? matches : matchesB;
	let letters = 0;
	let moved = 0;
	for (let at = firstEndingAfter(inOrder, block.start, `to${text}`); at < inOrder.length; at++) {
		const match = inOrder[at];
		if (match[`from${text}`] >= block.end) break;
		const start = Math.max(block.start, match[`from${text}`]);
		const shared = Math.min(block.end, match[`to${text}`]) - start;
		letters += shared;
		if (match.moved) moved += shared;
	}
	return { letters, moved };
}

const lengthOf = ({ start, end }: Block) => end - start;

const textIn = ({ text }: ChapterText, { start, end }: Block) => text.slice(start, end);

const KINDS = ['changed', 'moved', 'gone', 'added'] as const;

/** “blocks: 2 changed, 1 gone”; that none is another when the text stayed. */
export function describeBlocks(changes: BlockChanges): string {
	const said = KINDS.filter((kind) => changes[kind] > 0).map((kind) => `${changes[kind]} ${kind}`);
	return said.length > 0 ? `blocks: ${said.join(', ')}` : 'its text stays the same';
}
