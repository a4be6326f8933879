/**
 * What stands beside the text of a chapter on a screen that has room there: a sheet, or the notes in the
 * margin. Where half of the free width is not enough, the column of the text is moved aside; its lines
 * stay as they are. All in px.
 */

/** The sides of the column of a text, as it is laid out, from the left edge of the window. */
export interface TextColumn {
	left: number;
	right: number;
}

/** Between the edge of the window and a text that is moved aside. */
const EDGE = 16;

/** How wide a sheet is at least and at most, and what is free on both sides of it. */
const SHEET = { narrowest: 272, widest: 376, margins: 32 };

/** How wide a note is at least and at most, and what is free on both sides of it: at best, and at least. */
const NOTE = { narrowest: 170, widest: 240, margins: { best: 64, least: 48 } };

export interface MarginPlace {
	width: number;
	/** By how much the text is moved away from what stands beside it. */
	shift: number;
}

/** Where a sheet stands to the right of the text; `null`: it would lie over the lines. */
export function placeSheet(windowWidth: number, { left, right }: TextColumn): MarginPlace | null {
	const { narrowest, widest, margins } = SHEET;
	const free = windowWidth - right;
	if (free >= narrowest + margins) return { width: Math.min(widest, free - margins), shift: 0 };
	const shift = Math.min(widest + margins - free, Math.max(0, left - EDGE));
	const width = free + shift - margins;
	return width >= narrowest ? { width, shift } : null;
}

/** How the notes in the margin stand; `null`: there is no room for them. `isRtl`: they are to the left of the text. */
export function placeMarginNotes(
	windowWidth: number,
	{ left, right }: TextColumn,
	isRtl: boolean
): MarginPlace | null {
	const { narrowest, widest, margins } = NOTE;
	const [free, other] = isRtl ? [left, windowWidth - right] : [windowWidth - right, left];
	if (free >= narrowest + margins.best)
		return { width: Math.min(widest, free - margins.best), shift: 0 };
	const shift = Math.max(0, narrowest + margins.least - free);
	return shift <= other - EDGE ? { width: free + shift - margins.least, shift } : null;
}
