/** Which character of the text a tap on the screen means. */
import { piecesOf, type TextMap } from './text-map';

/** Px beside the words of a line that still mean them: a finger is not exact. */
const MARGIN = 10;

/** The offset of the text at a point of the screen; `null` where no words are: gutters, the rest of a short line. */
export function offsetAtPoint(map: TextMap, x: number, y: number): number | null {
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
