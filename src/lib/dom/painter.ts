/**
 * Paints marks into the text: flat `<mark data-ids="a b">` elements that never
 * lie in one another, block by block, from offsets. Nothing of the text changes:
 * each text node that was cut is kept, and put back before a block is painted anew.
 */
import type { Colour, Style } from '$lib/core/annotation/annotation';
import type { TextRange } from '$lib/core/text/range';
import type { Block } from '$lib/core/text/chapter-text';
import { piecesOf, rawBefore, type TextMap } from './text-map';

/** A mark as the page shows it. */
export interface PaintedMark extends TextRange {
	id: string;
	/** `null`: nothing but the line of its note. */
	colour: Colour | null;
	style: Style;
	hasNote: boolean;
	/** Its place is not sure. */
	review: boolean;
}

/** More marks than this, and only the blocks near the screen are painted. */
const MANY = 50;
/** How far from the screen a block is near: a fling is painted before it is seen. */
const NEAR = '150% 0px';

/** White space between their children is no text, and no place for an element. */
const HOLDS_NO_WORDS = /^(TABLE|THEAD|TBODY|TFOOT|TR|COLGROUP|UL|OL|DL)$/;

/** A stretch of one block over which the same marks lie, the shortest first. */
interface Segment extends TextRange {
	marks: PaintedMark[];
}

/** A text node that was cut, and what stands in its place. */
interface Cut {
	node: Text;
	parts: ChildNode[];
}

export class Painter {
	#map: TextMap;
	/** What lies over each block, and what is painted there. */
	#wanted = new Map<Block, PaintedMark[]>();
	#painted = new Map<Block, { look: string; cuts: Cut[] }>();
	#blocks: Map<Element, Block>;
	/** The blocks near the screen; `null` while all are painted. */
	#near: Set<Block> | null = null;
	#observer: IntersectionObserver | null = null;
	#paintAll = () => this.#map.blocks.forEach((block) => this.#paintBlock(block));

	constructor(map: TextMap) {
		this.#map = map;
		this.#blocks = new Map(map.blocks.map((block) => [map.elementOf(block), block]));
		window.addEventListener('beforeprint', this.#paintAll);
	}

	/** Makes the page show these marks and no others. */
	paint(marks: readonly PaintedMark[]): void {
		this.#wanted = this.#spread(marks);
		if (marks.length > MANY && !this.#observer) this.#watchScreen();
		for (const block of this.#map.blocks) {
			if (!this.#near || this.#near.has(block)) this.#paintBlock(block);
		}
	}

	/** Paints the blocks of a passage now, wherever it is: one is about to go there. */
	paintAt({ start, end }: TextRange): void {
		for (const block of this.#map.blocks) {
			if (block.start < end && block.end > start) this.#paintBlock(block);
		}
	}

	/** The elements of a mark, in reading order; none while it is not painted. */
	elementsOf(id: string): HTMLElement[] {
		return [...document.querySelectorAll<HTMLElement>(`mark[data-ids~="${CSS.escape(id)}"]`)];
	}

	/** Takes every mark off the page. */
	stop(): void {
		this.#observer?.disconnect();
		window.removeEventListener('beforeprint', this.#paintAll);
		this.#wanted.clear();
		this.#paintAll();
	}

	/** The marks over each block. */
	#spread(marks: readonly PaintedMark[]): Map<Block, PaintedMark[]> {
		const { blocks } = this.#map;
		const over = new Map<Block, PaintedMark[]>();
		let index = 0;
		for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
			while (index < blocks.length && blocks[index].end <= mark.start) index++;
			for (let i = index; i < blocks.length && blocks[i].start < mark.end; i++) {
				const there = over.get(blocks[i]);
				if (there) there.push(mark);
				else over.set(blocks[i], [mark]);
			}
		}
		return over;
	}

	#watchScreen(): void {
		const near = (this.#near = new Set<Block>());
		// The observer speaks up after the next frame; what is seen now is not left to it.
		const { innerHeight } = window;
		for (const [element, block] of this.#blocks) {
			const { top, bottom } = element.getBoundingClientRect();
			if (bottom > -innerHeight && top < 2 * innerHeight) near.add(block);
		}
		this.#observer = new IntersectionObserver(
			(entries) => {
				for (const { target, isIntersecting } of entries) {
					const block = this.#blocks.get(target)!;
					if (!isIntersecting) near.delete(block);
					else {
						near.add(block);
						this.#paintBlock(block);
					}
				}
			},
			{ rootMargin: NEAR }
		);
		for (const element of this.#blocks.keys()) this.#observer.observe(element);
	}

	#paintBlock(block: Block): void {
		const marks = this.#wanted.get(block) ?? [];
		const painted = this.#painted.get(block);
		const look = marks.map(lookOf).join();
		if (look === (painted?.look ?? '')) return;
		const element = this.#map.elementOf(block);
		const selection = keepSelection(element);
		for (const cut of painted?.cuts ?? []) restore(cut);
		const segments = segmentsOf(marks, block).map((segment) => ({
			...segment,
			...this.#map.rawRange(block, segment)
		}));
		this.#painted.set(block, { look, cuts: wrap(element, segments) });
		selection();
	}
}

/** All that a mark's elements say, in one string. */
function lookOf(mark: PaintedMark): string {
	return Object.values(mark).join(' ');
}

/** The stretches of a block that lie between the ends of marks, where there are marks. */
function segmentsOf(marks: readonly PaintedMark[], block: Block): Segment[] {
	const inside = (offset: number) => Math.min(block.end, Math.max(block.start, offset));
	const ends = marks.flatMap(({ start, end }) => [inside(start), inside(end)]);
	const cuts = [...new Set(ends)].sort((a, b) => a - b);
	const shortest = [...marks].sort((a, b) => a.end - a.start - (b.end - b.start));
	return cuts
		.slice(0, -1)
		.map((start, index) => ({ start, end: cuts[index + 1] }))
		.map(({ start, end }) => ({
			start,
			end,
			marks: shortest.filter((mark) => mark.start <= start && mark.end >= end)
		}))
		.filter((segment) => segment.marks.length > 0);
}

/** Puts elements around segments, which count raw units here; gives what it takes to undo it. */
function wrap(block: Element, segments: readonly Segment[]): Cut[] {
	const cuts: Cut[] = [];
	let next = 0;
	for (const { node, raw } of piecesOf(block)) {
		const { data } = node;
		while (next < segments.length && segments[next].end <= raw) next++;
		if (next >= segments.length) break;
		if (segments[next].start >= raw + data.length || isFiller(node)) continue;
		const parts: ChildNode[] = [];
		const add = (from: number, to: number, segment?: Segment) => {
			if (from >= to) return;
			const text = document.createTextNode(data.slice(from, to));
			parts.push(segment ? markElement(segment, text) : text);
		};
		let at = 0;
		for (let i = next; i < segments.length && segments[i].start < raw + data.length; i++) {
			const from = Math.max(at, segments[i].start - raw);
			const to = Math.min(data.length, segments[i].end - raw);
			add(at, from);
			add(from, to, segments[i]);
			at = Math.max(at, to);
		}
		add(at, data.length);
		node.replaceWith(...parts);
		cuts.push({ node, parts });
	}
	return cuts;
}

function restore({ node, parts }: Cut): void {
	parts[0].before(node);
	for (const part of parts) part.remove();
}

function isFiller(node: Text): boolean {
	return HOLDS_NO_WORDS.test(node.parentElement!.nodeName) && node.data.trim() === '';
}

function markElement({ marks }: Segment, text: Text): HTMLElement {
	const element = document.createElement('mark');
	element.dataset.ids = marks.map(({ id }) => id).join(' ');
	const filled = marks.filter(({ colour, style }) => colour && style === 'fill');
	const lined = marks.find(({ colour, style }) => colour && style === 'underline');
	if (filled[0]) element.dataset.colour = filled[0].colour!;
	// Of more than two the longest shows least: its ends are elsewhere.
	if (filled[1]) element.dataset.under = filled[1].colour!;
	if (lined) element.dataset.line = lined.colour!;
	if (marks.some(({ hasNote }) => hasNote)) element.classList.add('noted');
	if (marks.some(({ review }) => review)) element.classList.add('review');
	element.append(text);
	return element;
}

/** Remembers which ends of the selection stand in `block`; gives what puts them back there. */
function keepSelection(block: Element): () => void {
	const selection = getSelection();
	const { anchorNode, focusNode } = selection ?? {};
	if (!selection || !anchorNode || !focusNode || selection.isCollapsed) return () => {};
	const ends = [
		{ node: anchorNode, offset: selection.anchorOffset },
		{ node: focusNode, offset: selection.focusOffset }
	].map(({ node, offset }) => ({
		node,
		offset,
		raw: block.contains(node) ? rawBefore(block, node, offset) : null
	}));
	if (ends.every(({ raw }) => raw === null)) return () => {};
	return () => {
		const pieces = piecesOf(block);
		const [anchor, focus] = ends.map(({ node, offset, raw }) => {
			const piece = raw === null ? null : pieces.findLast((piece) => piece.raw <= raw);
			if (!piece) return { node, offset };
			return { node: piece.node, offset: Math.min(raw! - piece.raw, piece.node.length) };
		});
		selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
	};
}
