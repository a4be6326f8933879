/** Which character of the text a point of the screen means. */
import type { Block } from '$lib/core/text/chapter-text';
import { piecesOf, type TextMap } from './text-map';

/** Px beside the words of a line that still mean them: a finger is not exact. */
const MARGIN = 10;

/** The offset of the text at a point of the screen; `null` where no words are: gutters, the rest of a short line. */
export function offsetAtPoint(
	map: Pick<TextMap, 'elements' | 'offsetOf'>,
	x: number,
	y: number
): number | null {
	const caret = document.caretPositionFromPoint?.(x, y);
	const old = caret ? null : document.caretRangeFromPoint?.(x, y); // Safari before 26.2
	const node = caret?.offsetNode ?? old?.startContainer;
	const block = map.elements.find((element) => node && element.contains(node));
	// Browsers give the nearest letter, however far it is.
	if (!node || !block || !isOnWords(block, x, y)) return null;
	return map.offsetOf(node, caret?.offset ?? old!.startOffset);
}

function isOnWords(block: HTMLElement, x: number, y: number): boolean {
	const range = document.createRange();
	const half = parseFloat(getComputedStyle(block).lineHeight) / 2;
	return piecesOf(block).some(({ node }) => {
		range.selectNodeContents(node);
		return [...range.getClientRects()].some(({ left, right, top, bottom }) => {
			// The space between two lines belongs to them.
			const middle = (top + bottom) / 2;
			const isInLine = y >= Math.min(top, middle - half) && y <= Math.max(bottom, middle + half);
			return isInLine && x >= left - MARGIN && x <= right + MARGIN;
		});
	});
}

/**
 * The offset of the text nearest to a point of the screen, wherever that is, also under a dialog, which
 * hides the text from the browser's own search. `from` is an offset near it.
 */
export function nearestOffset(map: TextMap, x: number, y: number, from: number): number {
	const { start, end } = nearestBlock(map, y, from);
	let [low, high] = [start, end];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBefore(map, middle, x, y)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The block at a height of the screen, or the next one to it, looked for from an offset's block on. */
function nearestBlock({ blocks, elements }: TextMap, y: number, from: number): Block {
	let index = Math.max(
		0,
		blocks.findIndex(({ end }) => from <= end)
	);
	const rectOf = (at: number) => elements[at].getBoundingClientRect();
	while (index > 0 && y < rectOf(index).top) index--;
	while (index < blocks.length - 1 && y >= rectOf(index + 1).top) index++;
	return blocks[index];
}

/** Whether a point lies behind the middle of a character, in reading order. */
function isBefore(map: TextMap, offset: number, x: number, y: number): boolean {
	const range = map.toRange({ start: offset, end: offset + 1 });
	const rects = range ? [...range.getClientRects()] : [];
	const rect = rects.at(-1);
	if (!rect || y < rect.top) return !rect;
	if (y > rect.bottom) return true;
	const middle = rect.left + rect.width / 2;
	const isRtl = getComputedStyle(range!.startContainer.parentElement!).direction === 'rtl';
	return isRtl ? x < middle : x > middle;
}
