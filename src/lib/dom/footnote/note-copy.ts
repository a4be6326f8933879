/**
 * A copy of a footnote that is shown elsewhere on the page. The text stands in the page once: the copy
 * is a picture of it, and what is selected in it means the words of the note itself.
 */
import { isSpace } from '$lib/core/text/chapter-text';
import type { TextRange } from '$lib/core/text/range';
import { blockElements, rawBefore, type TextMap } from '../text-map';

/** The attribute of a copied block: the id of the block it shows. */
const COPY_OF = 'data-copy-of';
/** Our own interface inside the text, which has no letters: it is not copied. */
const OWN = '.block-button, .ribbon';

/**
 * What a footnote holds, as the page shows it now, marks too. `note` is its list item. The copy has no
 * ids; the links back to the text are taken out with the paragraph that holds nothing else, or hidden
 * where they stand in a block, whose letters count from its beginning.
 */
export function copyNote(note: HTMLElement): DocumentFragment {
	const copy = note.cloneNode(true) as HTMLElement;
	for (const element of copy.querySelectorAll(OWN)) element.remove();
	for (const block of [copy, ...blockElements(copy)]) {
		if (block.id) block.setAttribute(COPY_OF, block.id);
	}
	for (const link of copy.querySelectorAll<HTMLElement>('[role="doc-backlink"]')) {
		if (link.closest(`[${COPY_OF}]`)) link.hidden = true;
		else link.parentElement?.remove();
	}
	for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
	const whole = document.createElement('div');
	if (copy.hasAttribute(COPY_OF)) whole.setAttribute(COPY_OF, copy.getAttribute(COPY_OF)!);
	whole.append(...copy.childNodes);
	const fragment = document.createDocumentFragment();
	fragment.append(whole);
	return fragment;
}

/** The copied blocks within an element, in reading order. */
export function copiedBlocks(within: ParentNode): HTMLElement[] {
	return [...within.querySelectorAll<HTMLElement>(`[${COPY_OF}]`)];
}

/** The block of the text that a copied one shows. */
export function originalOf(copy: HTMLElement): HTMLElement {
	return document.getElementById(copy.getAttribute(COPY_OF)!)!;
}

/** The offset of the text that a point of the tree within copied blocks means; `null` outside of them. */
export function offsetInCopies(
	map: TextMap,
	copies: readonly HTMLElement[],
	node: Node,
	offset: number
): number | null {
	const copy = copies.find((copy) => copy.contains(node));
	return copy ? map.offsetAt(originalOf(copy), rawBefore(copy, node, offset)) : null;
}

/**
 * The passage of the text that a `Range` within copied blocks means, without the white space at its
 * ends; `null` when it holds no words of them.
 */
export function rangeInCopies(
	map: TextMap,
	copies: readonly HTMLElement[],
	range: Range
): TextRange | null {
	const touched = copies.filter((copy) => range.intersectsNode(copy));
	const [first, last] = [touched[0], touched.at(-1)];
	if (!first || !last) return null;
	const { startContainer, startOffset, endContainer, endOffset } = range;
	let start = map.offsetAt(originalOf(first), rawBefore(first, startContainer, startOffset));
	let end = map.offsetAt(originalOf(last), rawBefore(last, endContainer, endOffset));
	while (start < end && isSpace(map.text[start])) start++;
	while (start < end && isSpace(map.text[end - 1])) end--;
	return start < end ? { start, end } : null;
}
