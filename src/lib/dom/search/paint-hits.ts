/**
 * Paints the hits of a search by highlights of the browser, which come and go without touching the
 * text: `search`, and `search-current` over the one the reader looks at (ui/styles/marks.css).
 */
import type { Block } from '$lib/core/text/chapter-text';
import type { TextRange } from '$lib/core/text/range';
import { piecesOf, type Piece, type TextMap } from '../text-map';

const ALL = 'search';
const CURRENT = 'search-current';

/** Paints hits, given in order. A browser without highlights shows none. */
export function paintHits(map: TextMap, hits: readonly TextRange[]): void {
	paint(ALL, map, hits, 0);
}

/** Paints the hit that the reader looks at; none when there are no parts of it. */
export function paintCurrentHit(map: TextMap, parts: readonly TextRange[]): void {
	paint(CURRENT, map, parts, 1);
}

/** Takes all hits off the page. */
export function clearHits(): void {
	if (!('highlights' in CSS)) return;
	CSS.highlights.delete(ALL);
	CSS.highlights.delete(CURRENT);
}

function paint(name: string, map: TextMap, hits: readonly TextRange[], priority: number): void {
	if (!('highlights' in CSS)) return;
	if (hits.length === 0) return void CSS.highlights.delete(name);
	const highlight = new Highlight(...rangesOf(map, hits));
	highlight.priority = priority;
	CSS.highlights.set(name, highlight);
}

/** The ranges of the page for ranges of the text: each block is looked through once. */
function rangesOf(map: TextMap, hits: readonly TextRange[]): Range[] {
	const ranges: Range[] = [];
	let index = 0;
	let points: BlockPoints | null = null;
	for (const hit of hits) {
		while (index < map.blocks.length && map.blocks[index].end <= hit.start) {
			index++;
			points = null;
		}
		const block = map.blocks[index];
		if (!block || hit.end > block.end) continue;
		points ??= new BlockPoints(map, block, map.elements[index]);
		const range = points.toRange(hit);
		if (range) ranges.push(range);
	}
	return ranges;
}

/** Where the units of one block stand on the page. */
class BlockPoints {
	#map: TextMap;
	#block: Block;
	#pieces: Piece[];
	/** Its text nodes are its text, unit for unit, as nearly all blocks are. */
	#isPlain: boolean;
	/** Of each piece, the units of the block's text before it. */
	#before: number[];

	constructor(map: TextMap, block: Block, element: HTMLElement) {
		this.#map = map;
		this.#block = block;
		this.#pieces = piecesOf(element);
		let length = 0;
		this.#before = this.#pieces.map(({ node }) => (length += node.length) - node.length);
		const data = this.#pieces.map(({ node }) => node.data).join('');
		this.#isPlain = data === map.text.slice(block.start, block.end);
	}

	toRange(hit: TextRange): Range | null {
		if (!this.#isPlain) return this.#map.toRange(hit);
		const range = document.createRange();
		const start = hit.start - this.#block.start;
		const last = hit.end - this.#block.start - 1;
		const first = this.#pieceAt(start);
		const behind = this.#pieceAt(last);
		range.setStart(this.#pieces[first].node, start - this.#before[first]);
		range.setEnd(this.#pieces[behind].node, last - this.#before[behind] + 1);
		return range;
	}

	#pieceAt(unit: number): number {
		let index = this.#pieces.length - 1;
		while (index > 0 && this.#before[index] > unit) index--;
		return index;
	}
}

/** Offsets of the text by turns, start and end, as ranges. */
export function toRanges(offsets: Uint32Array): TextRange[] {
	const ranges: TextRange[] = [];
	for (let index = 0; index < offsets.length; index += 2) {
		ranges.push({ start: offsets[index], end: offsets[index + 1] });
	}
	return ranges;
}
