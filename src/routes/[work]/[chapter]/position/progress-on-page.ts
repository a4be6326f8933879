/** How far the reader is, measured on the page. */

/** The share of `article` that is read, 0 to 1: all of it when its last line stands above the bottom bar. */
export function shareRead(article: HTMLElement): number {
	const bar = document.querySelector<HTMLElement>('[data-bar="bottom"]')?.offsetHeight ?? 0;
	const { bottom } = article.getBoundingClientRect();
	// Px scrolled when one is at the end.
	const end = window.scrollY + bottom - (window.innerHeight - bar);
	return end > 0 ? Math.min(1, Math.max(0, window.scrollY / end)) : 1;
}

/**
 * The number of the paragraph that `block` is; footnotes, which have none, count as the last of
 * all `paragraphs`. `undefined` stands for the top of the page.
 */
export function paragraphOf(block: HTMLElement | undefined, paragraphs: number): number {
	if (!block) return 1;
	return Number(block.id.match(/^p(\d+)$/)?.[1] ?? paragraphs);
}
