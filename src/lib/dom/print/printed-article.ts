/** A copy of a chapter's article for paper: without our interface, with marks of its own. */
import type { PrintedMark } from '$lib/core/notebook/printed-marks';
import { Painter } from '../painter';
import type { TextMap } from '../text-map';

/** Our interface within the text. */
const OWN = '.block-button, .ribbon';
/** Elements that are named from elsewhere, and name others. */
const NAMES = ['id', 'aria-labelledby', 'aria-describedby'];

/** A copy of an article as it stands on a page; `address` is that page's, which its pictures count from. */
export function copyArticle(article: HTMLElement, address: string): HTMLElement {
	const copy = document.importNode(article, true);
	for (const element of copy.querySelectorAll(OWN)) element.remove();
	for (const mark of copy.querySelectorAll('mark[data-ids]')) mark.replaceWith(...mark.childNodes);
	for (const element of copy.querySelectorAll('.flash')) element.classList.remove('flash');
	copy.normalize();
	for (const picture of copy.querySelectorAll('img')) {
		picture.loading = 'eager'; // on paper all of them are seen
		const source = picture.getAttribute('src');
		if (source) picture.src = new URL(source, address).href;
	}
	return copy;
}

/**
 * Paints marks into a copy, by the offsets of its own text, with their numbers.
 *
 * @returns the function that lets go of the copy: until then its painter listens to the window
 */
export function paintCopy(
	copy: HTMLElement,
	map: TextMap,
	marks: readonly PrintedMark[]
): () => void {
	const painter = new Painter(map);
	painter.paint(marks.map((mark) => ({ ...mark, hasNote: false, review: false })));
	painter.paintAt({ start: 0, end: map.text.length });
	for (const { id, number } of marks) {
		const elements = copy.querySelectorAll(`mark[data-ids~="${CSS.escape(id)}"]`);
		if (number !== null) elements[elements.length - 1]?.after(numberElement(number));
	}
	return () => painter.stop();
}

function numberElement(number: number): HTMLElement {
	const element = document.createElement('span');
	element.className = 'mark-number';
	element.textContent = String(number);
	return element;
}

/** Gives the elements of a copy names of its own: the page, and other chapters, have the same ones. */
export function renameElements(copy: HTMLElement, prefix: string): void {
	for (const name of NAMES)
		for (const element of copy.querySelectorAll(`[${name}]`))
			element.setAttribute(name, prefix + element.getAttribute(name));
	for (const link of copy.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
		link.setAttribute('href', `#${prefix}${link.getAttribute('href')!.slice(1)}`);
}
