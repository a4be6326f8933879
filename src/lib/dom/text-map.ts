/**
 * The chapter on the page and its text: which node and offset stand for which offset of the text,
 * both ways. Offsets count as in `core/text/chapter-text.ts`.
 */
import type { TextRange } from '$lib/core/text/range';
import {
	BLOCK_SEPARATOR,
	blockAt,
	isIgnored,
	isSpace,
	joinBlocks,
	normalize,
	type Block,
	type ChapterText
} from '$lib/core/text/chapter-text';

/** Our own interface and footnote marks inside the text: on the page, not in it. */
const NO_ANCHOR = '[data-noanchor]';
const BLOCK_ID = /^(p\d+|note-\d+(-\d+)?)$/;

/** A position in the page's tree, as a `Range` boundary takes it. */
export interface TreePoint {
	node: Text;
	offset: number;
	/** The same as raw units from the block's start, over all its text nodes. */
	raw: number;
}

/** A text node that counts, and the raw units before it. */
export interface Piece {
	node: Text;
	raw: number;
}

/** Every block element of an article, in reading order. */
export function blockElements(article: Element): HTMLElement[] {
	return [...article.querySelectorAll<HTMLElement>('[id]')].filter(({ id }) => BLOCK_ID.test(id));
}

/** The pieces of a block's text, in order; `null` stands for a `<br>`. */
function piecesAndBreaks(block: Element): (Piece | null)[] {
	const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
	const found: (Piece | null)[] = [];
	let raw = 0;
	let skipped: Element | null = null;
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		if (skipped && !skipped.contains(node)) skipped = null;
		if (node instanceof Text) {
			if (!skipped) found.push({ node, raw });
			raw += node.length;
		} else if (!skipped && (node as Element).matches(NO_ANCHOR)) {
			skipped = node as Element;
		} else if (!skipped && node.nodeName === 'BR') {
			found.push(null);
		}
	}
	return found;
}

/** The text nodes of a block that count, in order, as they are now: marks split and join them. */
export function piecesOf(block: Element): Piece[] {
	return piecesAndBreaks(block).filter((piece) => piece !== null);
}

/** The text of a block before it is normalized: without what does not count, with its line breaks. */
function rawText(block: Element): string {
	return piecesAndBreaks(block)
		.map((piece) => piece?.node.data ?? '\n')
		.join('');
}

/** Added to a raw offset for the space of a line break, which stands behind that unit and has no unit itself. */
const BEHIND = 0.5;

/** The raw offsets of a block's units, in order. They stay valid however its nodes are split. */
function rawOffsets(block: Element): number[] {
	const offsets: number[] = [];
	let space = -1;
	let last = -1;
	for (const piece of piecesAndBreaks(block)) {
		if (!piece) {
			// A line break is a space that stands where the text before it ended.
			if (last >= 0 && space < 0) space = last + BEHIND;
			continue;
		}
		const { data } = piece.node;
		for (let offset = 0; offset < data.length; offset++) {
			const unit = data[offset];
			if (isIgnored(unit)) continue;
			last = piece.raw + offset;
			if (isSpace(unit)) {
				if (space < 0) space = last;
				continue;
			}
			// White space counts once, and only between words: leading and trailing fall away.
			if (space >= 0 && offsets.length > 0) offsets.push(space);
			space = -1;
			offsets.push(last);
		}
	}
	return offsets;
}

/** The text node in which the unit at a raw offset stands. */
function pieceAt(pieces: readonly Piece[], raw: number): Piece | null {
	return (
		pieces.findLast((piece) => piece.raw <= raw && raw < piece.raw + piece.node.length) ?? null
	);
}

/** The text of an article on the page. Made once; nodes may be split and joined, the text must stay. */
export class TextMap {
	readonly elements: HTMLElement[];
	readonly text: string;
	readonly blocks: Block[];
	#rawOffsets = new Map<Block, number[]>();

	constructor(article: Element) {
		this.elements = blockElements(article);
		const read: ChapterText = joinBlocks(
			this.elements.map((element) => ({ id: element.id, text: normalize(rawText(element)) }))
		);
		this.text = read.text;
		this.blocks = read.blocks;
	}

	/** The tree point of the unit at `offset`; `null` at a block's end or outside the text. */
	pointAt(offset: number): TreePoint | null {
		const block = blockAt(this.blocks, offset);
		if (!block) return null;
		const at = this.#rawOffsetsOf(block)[offset - block.start];
		const raw = Math.floor(at);
		const piece = pieceAt(piecesOf(this.elementOf(block)), raw);
		return piece && { node: piece.node, offset: Math.ceil(at) - piece.raw, raw };
	}

	/** A `Range` over the units of `range`; `null` when it holds none. */
	toRange({ start, end }: TextRange): Range | null {
		if (this.text[start] === BLOCK_SEPARATOR) start++;
		if (this.text[end - 1] === BLOCK_SEPARATOR) end--;
		const first = this.pointAt(start);
		const last = this.pointAt(end - 1);
		if (!first || !last || end <= start) return null;
		const range = document.createRange();
		range.setStart(first.node, first.offset);
		range.setEnd(last.node, Math.min(last.offset + 1, last.node.length));
		return range;
	}

	/**
	 * The passage of the text that a `Range` holds, without the white space at its
	 * ends; `null` when it holds no words of this chapter. What it holds outside of
	 * the blocks falls away.
	 */
	fromRange(range: Range): TextRange | null {
		const touched = this.elements.filter((element) => range.intersectsNode(element));
		const [first, last] = [touched[0], touched.at(-1)];
		if (!first || !last) return null;
		let start = this.offsetAt(first, rawBefore(first, range.startContainer, range.startOffset));
		let end = this.offsetAt(last, rawBefore(last, range.endContainer, range.endOffset));
		while (start < end && isSpace(this.text[start])) start++;
		while (start < end && isSpace(this.text[end - 1])) end--;
		return start < end ? { start, end } : null;
	}

	/** The offset of a point of the tree; `null` outside of the blocks. */
	offsetOf(node: Node, offset: number): number | null {
		const element = this.elements.find((element) => element.contains(node));
		return element ? this.offsetAt(element, rawBefore(element, node, offset)) : null;
	}

	/** Where the unit at `offset` stands: its block element, and the raw units of it before. */
	rawAt(offset: number): { block: HTMLElement; at: number } | null {
		const block = blockAt(this.blocks, offset);
		if (!block) return null;
		const raw = this.#rawOffsetsOf(block)[offset - block.start];
		return { block: this.elementOf(block), at: Math.floor(raw ?? 0) };
	}

	/** The offset of the first unit at or after `at` raw units of `element`; its block's end when none follows. */
	offsetAt(element: HTMLElement, at: number): number {
		const block = this.blockOf(element);
		const index = this.#rawOffsetsOf(block).findIndex((raw) => Math.floor(raw) >= at);
		return index < 0 ? block.end : block.start + index;
	}

	/** The raw units of a block in which those from `start` to before `end` of the text stand. */
	rawRange(block: Block, { start, end }: TextRange): TextRange {
		const offsets = this.#rawOffsetsOf(block);
		const from = offsets[Math.max(0, start - block.start)];
		const to = offsets[Math.min(block.end, end) - 1 - block.start];
		return { start: Math.ceil(from), end: Math.floor(to) + 1 };
	}

	blockOf(element: HTMLElement): Block {
		return this.blocks[this.elements.indexOf(element)];
	}

	elementOf(block: Block): HTMLElement {
		return this.elements[this.blocks.indexOf(block)];
	}

	#rawOffsetsOf(block: Block): number[] {
		let offsets = this.#rawOffsets.get(block);
		if (!offsets) {
			offsets = rawOffsets(this.elementOf(block));
			this.#rawOffsets.set(block, offsets);
		}
		return offsets;
	}
}

/** Raw units of `block` before a point of the tree: none before it, all after it. */
export function rawBefore(block: Element, node: Node, offset: number): number {
	const range = document.createRange();
	range.selectNodeContents(block);
	const side = range.comparePoint(node, offset);
	if (side < 0) return 0;
	if (side === 0) range.setEnd(node, offset);
	return range.toString().length;
}
