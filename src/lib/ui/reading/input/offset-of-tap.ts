import { copiedBlocks, offsetInCopies } from '$lib/dom/footnote/note-copy';
import { offsetAtPoint } from '$lib/dom/offset-at-point';
import type { AnnotatedPage } from '../annotated-page';
import type { TextTap } from '../overlays.svelte';

/**
 * The offset of the text that a tap means, on the page or in the copy of a note that is open at its
 * mark; `null` when no words are there, or they are off the screen by now.
 */
export function offsetOfTap(
	{ chapter, footnote }: AnnotatedPage,
	{ x, y }: TextTap
): number | null {
	const { map } = chapter;
	const elements = footnote.card ? copiedBlocks(footnote.card) : [];
	const offsetOf = (node: Node, offset: number) => offsetInCopies(map, elements, node, offset);
	const at = [x - window.scrollX, y - window.scrollY] as const;
	return offsetAtPoint({ elements, offsetOf }, ...at) ?? offsetAtPoint(map, ...at);
}
