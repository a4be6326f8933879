/**
 * In WebKit a document ends with its last column (ui/styles/pages.css): what is free below that on a page is
 * missing, and the last page could not be shown whole. So the style sheet is told how high all pages are.
 */
import { pageHeight } from '$lib/dom/scroll-anchor';

/**
 * Begins to tell it, whenever the text is laid out anew.
 *
 * @param main has the columns
 * @param oncomplete is called when the last page is whole
 * @returns the function that ends it
 */
export function completeLastPage(main: HTMLElement, oncomplete: () => void): () => void {
	const { style } = document.body;
	const complete = () => {
		const height = pageHeight();
		if (height === 0) return;
		const end = window.scrollY + main.lastElementChild!.getBoundingClientRect().bottom;
		style.setProperty('--pages-height', `${Math.ceil(end / height) * height}px`);
		oncomplete();
	};
	const resized = new ResizeObserver(complete);
	// In WebKit main is always as high as one page, and what is in it as high as all of its text.
	for (const element of [main, ...main.children]) resized.observe(element);
	return () => {
		resized.disconnect();
		style.removeProperty('--pages-height');
	};
}
