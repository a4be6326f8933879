/** Room for a card that must not lie over the passage it is about. */

/** Px kept free around the passage. */
const AIR = 16;

/** Px between the text and the right edge of a window that is `width` px wide. */
export function widthBesideText(width: number): number {
	return width - document.querySelector('article')!.getBoundingClientRect().right;
}

/**
 * Scrolls the passage clear of the sheet that `content` stands in, once that is laid out and
 * whenever it grows. At the end of the page there is room to do so until the function it gives
 * is called.
 * @param edge px of the bar above, which hides the text too
 */
export function keepInView(
	content: HTMLElement,
	{ passage, edge }: { passage: () => DOMRect | null; edge: number }
): () => void {
	let added = 0; // px of room below the page
	const resized = new ResizeObserver(() => {
		const sheet = content.closest('dialog')?.getBoundingClientRect();
		const text = passage();
		if (!sheet || !text || sheet.left >= text.right) return;
		const hidden = text.bottom + AIR - (window.innerHeight - sheet.height);
		const by = Math.min(hidden, text.top - edge - AIR);
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
