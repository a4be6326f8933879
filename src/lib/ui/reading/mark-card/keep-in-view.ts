/** A card and the passage it is about: both are to be seen. */
import { pageHeight, type AnchorPoint } from '$lib/dom/scroll-anchor';
import type { PositionTracker } from '../position/position-tracker.svelte';

/** Px kept free around the passage. */
const MARGIN = 16;

/**
 * Scrolls the passage clear of the sheet that `content` stands in, once that is laid out and
 * whenever it grows or a keyboard comes. At the end of the page it adds space to scroll to.
 *
 * @returns the function that ends it: the text is where it was again, unless the reader has scrolled
 */
export function keepInView(
	content: HTMLElement,
	{ passage, position }: { passage: () => DOMRect | null; position: PositionTracker }
): () => void {
	let added = 0; // px below the page
	/** Where the text stood before it was scrolled here, and after. */
	let before: AnchorPoint | null = null;
	let after: AnchorPoint | null = null;
	/** What was read on the page that was scrolled, if the text stands in pages. */
	let page: AnchorPoint | null = null;
	const bringClear = () => {
		// At the side, it is beside the text.
		const sheet = content.closest('dialog:not(.at-side)')?.getBoundingClientRect();
		const text = passage();
		if (!sheet || !text) return;
		const hidden = text.bottom + MARGIN - (window.innerHeight - sheet.height);
		const by = Math.min(hidden, text.top - position.barBottom - MARGIN);
		if (by <= 0) return;
		const { scrollHeight } = document.documentElement;
		added += Math.max(0, window.scrollY + by + window.innerHeight - scrollHeight);
		document.body.style.paddingBlockEnd = `${added}px`;
		const now = position.currentPoint();
		if (pageHeight() > 0) {
			// To move to a point is to show its page. Nobody turns pages while a card is open.
			page ??= now;
			return window.scrollBy({ top: by, behavior: 'instant' });
		}
		if (now !== after) before = now;
		after = { ...now, top: now.top - by };
		position.moveTo(after);
	};
	const resized = new ResizeObserver(bringClear);
	resized.observe(content);
	window.addEventListener('resize', bringClear); // a keyboard has come
	return () => {
		resized.disconnect();
		window.removeEventListener('resize', bringClear);
		// The point is another one when the reader has scrolled.
		if (before && position.currentPoint() === after) position.moveTo(before);
		if (page) position.moveTo(page);
		document.body.style.paddingBlockEnd = '';
	};
}
