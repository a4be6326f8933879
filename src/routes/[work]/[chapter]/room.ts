/** Room for a card that must not lie over the passage it is about. */

/** Px kept free around the passage. */
const AIR = 16;

/** Px between the text and the right edge of a window that is `width` px wide. */
export function roomBeside(width: number): number {
	return width - document.querySelector('article')!.getBoundingClientRect().right;
}

/**
 * Scrolls the passage clear of the sheet that `content` stands in, once that is laid out. At the
 * end of the page there is room to do so only until the function it gives is called.
 * @param edge px of the bar above, which hides the text too
 */
export function keepInSight(
	content: HTMLElement,
	{ passage, edge }: { passage: () => DOMRect | null; edge: number }
): () => void {
	const frame = requestAnimationFrame(() => {
		const sheet = content.closest('dialog')?.getBoundingClientRect();
		const text = passage();
		if (!sheet || !text || sheet.left >= text.right) return;
		const hidden = text.bottom + AIR - (window.innerHeight - sheet.height);
		const by = Math.min(hidden, Math.max(0, text.top - edge - AIR));
		if (by <= 0) return;
		const root = document.documentElement;
		const missing = window.scrollY + by + window.innerHeight - root.scrollHeight;
		if (missing > 0) document.body.style.paddingBlockEnd = `${missing}px`;
		window.scrollBy({ top: by });
	});
	return () => {
		cancelAnimationFrame(frame);
		document.body.style.paddingBlockEnd = '';
	};
}
