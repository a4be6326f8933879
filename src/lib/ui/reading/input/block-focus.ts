/** The focus on a block of the text, by which keyboards go through it. */
import type { Block } from '$lib/core/text/chapter-text';
import { turnTo } from '../position/turn-to';
import type { ReadingPage } from '../reading-page';

/** The block that has the focus; `null` when none has. */
export function focusedBlock({ chapter }: ReadingPage): Block | null {
	const { elements, blocks } = chapter.map;
	return blocks[elements.indexOf(document.activeElement as HTMLElement)] ?? null;
}

/** Puts the focus on a block; the page is not scrolled. */
export function focusBlock({ chapter }: ReadingPage, block: Block): HTMLElement {
	const element = chapter.map.elementOf(block);
	element.tabIndex = -1;
	element.focus({ preventScroll: true });
	return element;
}

/** Moves the focus to the next (`1`) or previous (`-1`) block; first to the one that is read. */
export function stepFocus(page: ReadingPage, direction: 1 | -1): void {
	const { blocks } = page.chapter.map;
	const focused = focusedBlock(page);
	const index = focused
		? blocks.indexOf(focused) + direction
		: blocks.indexOf(page.position.currentBlock());
	const element = focusBlock(page, blocks[Math.min(blocks.length - 1, Math.max(0, index))]);
	const [first] = element.getClientRects();
	if (!first || !turnTo(first.top)) element.scrollIntoView({ block: 'nearest' });
}
