/** Which way a key, a tap or a swipe turns a page: `1` on, `-1` back, `null` not at all. */

export type Turn = 1 | -1;

/** A key without Ctrl, Alt or Meta. `isRtl`: a text from right to left goes on to the left. */
export function turnOfKey(
	{ key, shiftKey }: { key: string; shiftKey: boolean },
	isRtl: boolean
): Turn | null {
	if (key === ' ') return shiftKey ? -1 : 1;
	if (shiftKey) return null; // extends a selection
	if (key === 'PageDown' || key === 'ArrowDown') return 1;
	if (key === 'PageUp' || key === 'ArrowUp') return -1;
	if (key === 'ArrowRight') return isRtl ? -1 : 1;
	if (key === 'ArrowLeft') return isRtl ? 1 : -1;
	return null;
}

/** A tap `x` px from the left edge of a screen that is `width` px wide: the outer fifths turn. */
export function turnOfTap(x: number, width: number, isRtl: boolean): Turn | null {
	if (x < width / 5) return isRtl ? 1 : -1;
	if (x >= (width * 4) / 5) return isRtl ? -1 : 1;
	return null;
}

/** Px a finger moves sideways at least; less is a tap, or a hand that shakes. */
const FAR = 40;
/** A swipe is so many times wider than high at least. */
const FLAT = 1.5;
/** Ms that a swipe takes at most. */
const SHORT = 800;

/** A finger that moved by px to the right and down, in ms. */
export function turnOfSwipe(
	{ right, down, time }: { right: number; down: number; time: number },
	isRtl: boolean
): Turn | null {
	if (Math.abs(right) < FAR || Math.abs(right) < FLAT * Math.abs(down) || time > SHORT) return null;
	return right < 0 === !isRtl ? 1 : -1;
}
