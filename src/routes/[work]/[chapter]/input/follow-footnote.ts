/** What a tap on a footnote's mark does, and on any other link within this chapter. */
import type { ReadingPage } from '../reading-page';

/**
 * Goes to `element`, which `link` leads to, and offers *Back*. From there the link at the end of
 * the footnote does what *Back* does, when it leads to where the reader came from.
 */
export function followFootnote(
	{ jumps, position }: ReadingPage,
	element: HTMLElement,
	link: HTMLElement
): void {
	if (element === jumps.latest?.link) return jumps.goBack();
	jumps.leave(link);
	position.goToElement(element);
	jumps.arriveAt(element, [element]);
	// A note, not the way back at its end: a screen reader reads on from here.
	const anchor = element.closest('a');
	if (!anchor) element.tabIndex = -1;
	(anchor ?? element).focus({ preventScroll: true });
}
