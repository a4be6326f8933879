import { pageHeight, pageStart } from '$lib/dom/scroll-anchor';

/** Turns to the page on which a height of the screen stands, in px from its top; `false` where one scrolls. */
export function turnTo(top: number): boolean {
	const height = pageHeight();
	if (height === 0) return false;
	window.scrollTo({ top: pageStart(top, height), behavior: 'instant' });
	return true;
}
