import { offsetAtPoint } from '$lib/dom/offset-at-point';
import type { CurrentChapter } from '../current-chapter';
import type { TextTap } from '../overlays.svelte';

/** The offset of the text that a tap means; `null` when no words are there, or they are off the screen by now. */
export function offsetOfTap({ map }: CurrentChapter, { x, y }: TextTap): number | null {
	return offsetAtPoint(map, x - window.scrollX, y - window.scrollY);
}
