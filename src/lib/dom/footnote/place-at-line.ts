/** Puts a card above or below a line of the text, wherever there is more space. */

/** Px between the card and the line. */
const GAP = 6;
/** Px between the card and the sides of the screen. */
const MARGIN = 10;

interface Surroundings {
	/** What stands in the line. */
	anchor: Element;
	/** Px of the screen, from its top, in which the card may stand. */
	top: number;
	bottom: number;
	/** The text, to whose sides the card keeps; in columns, to those of the one with the line. */
	text: Element;
	/** Px that the card is wide, if the text and the screen are. */
	width: number;
}

/**
 * Places `card`, which is positioned in the page, so that it scrolls with the line: as wide as the text
 * at most, and as high as there is space. To be called again when one of them changes its size.
 */
export function placeAtLine(
	card: HTMLElement,
	{ anchor, top, bottom, text, width }: Surroundings
): void {
	const line = lineOf(anchor);
	const screen = document.documentElement.clientWidth;
	const column = columnOf(text, line);
	const left = Math.max(MARGIN, column.left - MARGIN);
	const right = Math.min(screen - MARGIN, column.right + MARGIN);
	const wide = Math.min(width, right - left);
	const above = line.top - GAP - top;
	const below = bottom - line.bottom - GAP;
	card.style.width = `${wide}px`;
	card.style.maxHeight = `${Math.max(above, below, line.height * 3)}px`;
	const height = card.offsetHeight;
	const isBelow = below >= height || below >= above;
	const y = isBelow ? line.bottom + GAP : line.top - GAP - height;
	card.style.top = `${y + window.scrollY}px`;
	const middle = (line.left + line.right) / 2 - wide / 2;
	card.style.left = `${Math.min(Math.max(left, middle), right - wide) + window.scrollX}px`;
}

/** The box of the line in which an element stands: a raised figure reaches out of its own line's middle. */
function lineOf(element: Element): DOMRect {
	const { left, width, top, height } = element.getClientRects()[0] ?? new DOMRect();
	const block = element.closest('p, li, td, th, dd, h2, h3, h4, figcaption, div') ?? element;
	const line = parseFloat(getComputedStyle(block).lineHeight) || height;
	// It stands in the upper half of its line.
	return new DOMRect(left, top + height / 2 - line * 0.4, width, line);
}

/** The part of a text that stands in the same column as a line; the whole of it where there is one column. */
function columnOf(text: Element, line: DOMRect): DOMRect {
	const [x, y] = [line.left + line.width / 2, line.top + line.height / 2];
	const isAround = ({ left, right, top, bottom }: DOMRect) =>
		left <= x && x <= right && top <= y && y <= bottom;
	return [...text.getClientRects()].find(isAround) ?? text.getBoundingClientRect();
}
