/** A card and the passage it is about: both are to be seen. */

/** Px kept free around the passage. */
const MARGIN = 16;

/** Px between the text and the right edge of a window that is `width` px wide: a card may stand there. */
export function widthBesideText(width: number): number {
	return width - document.querySelector('article')!.getBoundingClientRect().right;
}

/**
 * Scrolls the passage clear of the sheet that `content` stands in, once that is laid out and
 * whenever it grows. At the end of the page it adds space to scroll to.
 *
 * @param barBottom px at the top of the screen that the bar covers
 * @returns the function that ends it, and takes the space away
 */
export function keepInView(
	content: HTMLElement,
	{ passage, barBottom }: { passage: () => DOMRect | null; barBottom: number }
): () => void {
	let added = 0; // px below the page
	const resized = new ResizeObserver(() => {
		const sheet = content.closest('dialog')?.getBoundingClientRect();
		const text = passage();
		if (!sheet || !text || sheet.left >= text.right) return;
		const hidden = text.bottom + MARGIN - (window.innerHeight - sheet.height);
		const by = Math.min(hidden, text.top - barBottom - MARGIN);
		if (by <= 0) return;
		const { scrollHeight } = document.documentElement;
		added += Math.max(0, window.scrollY + by + window.innerHeight - scrollHeight);
		document.body.style.paddingBlockEnd = `${added}px`;
		window.scrollBy({ top: by });
	});
	resized.observe(content);
	return () => {
		resized.disconnect();
		document.body.style.paddingBlockEnd = '';
	};
}
