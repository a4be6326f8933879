/** How far the reader is, measured on the page. */

/**
 * The share of `article` that is read, 0 to 1: all of it when the last line of its last paragraph
 * stands above the bottom bar. The footnotes below are looked up, not read on to.
 */
export function shareRead(article: HTMLElement): number {
	const bar = document.querySelector<HTMLElement>('[data-bar="bottom"]')?.offsetHeight ?? 0;
	const last = article.querySelector('[role="doc-endnotes"]')?.previousElementSibling;
	const { bottom } = (last ?? article).getBoundingClientRect();
	// Px scrolled when one is at the end.
	const end = window.scrollY + bottom - (window.innerHeight - bar);
	// A browser may stop a part of a pixel before the end.
	return end > 1 ? Math.min(1, Math.max(0, window.scrollY / (end - 1))) : 1;
}

/**
 * The number of the paragraph that `block` is; footnotes, which have none, count as the last of
 * all `paragraphs`. `undefined` stands for the top of the page.
 */
export function paragraphOf(block: HTMLElement | undefined, paragraphs: number): number {
	if (!block) return 1;
	return Number(block.id.match(/^p(\d+)$/)?.[1] ?? paragraphs);
}
