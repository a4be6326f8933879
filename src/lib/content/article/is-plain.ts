import type { Element, Root as HtmlRoot, RootContent } from 'hast';

/** What plain paragraphs are made of, with emphasis, links, signatures and line breaks. */
const ELEMENTS = new Set(['p', 'a', 'em', 'strong', 'del', 'sup', 'br', 'span']);

/** Languages whose script has no italics, which the page has to know. */
const WITHOUT_ITALICS = /^(he|ar|fa|zh|ja|ko|und-Hebr|und-Arab)(-|$)/;

/**
 * Whether an article, in a language (BCP 47), holds nothing that `ui/styles/elements.css` is for:
 * headings, lists, tables, verse, code, pictures. The list of footnotes is none of them, but a
 * footnote may hold some.
 */
export function isPlain({ children }: HtmlRoot, language: string): boolean {
	if (WITHOUT_ITALICS.test(language)) return false;
	return children.flatMap((node) => footnotesIn(node) ?? node).every(isPlainNode);
}

/** What the footnotes hold, if `node` is the section of footnotes. */
function footnotesIn(node: RootContent): Element['children'] | null {
	if (node.type !== 'element' || node.properties.role !== 'doc-endnotes') return null;
	const list = node.children.filter((child) => child.type === 'element').at(-1)!;
	return list.children.flatMap((item) => (item.type === 'element' ? item.children : []));
}

function isPlainNode(node: RootContent): boolean {
	if (node.type !== 'element') return true;
	const { className, role, lang } = node.properties;
	// Small capitals, the number of a page, a passage in another script.
	if (node.tagName === 'span' && (className || role || WITHOUT_ITALICS.test(String(lang))))
		return false;
	return ELEMENTS.has(node.tagName) && node.children.every(isPlainNode);
}
