import type { Element, Root as HtmlRoot, RootContent } from 'hast';

/** What a chapter of plain paragraphs is made of, with emphasis, links, signatures and line breaks. */
const PLAIN = new Set(['p', 'a', 'em', 'strong', 'del', 'sup', 'br', 'span']);

/**
 * Whether an article holds elements that `ui/styles/elements.css` is for: headings, lists, tables,
 * verse, code, pictures. The list of footnotes is none of them, but a footnote may hold some.
 */
export function needsElementsSheet({ children }: HtmlRoot): boolean {
	return children.flatMap((node) => footnotesIn(node) ?? node).some(holdsMoreThanPlain);
}

/** What the footnotes hold, if `node` is the section of footnotes. */
function footnotesIn(node: RootContent): Element['children'] | null {
	if (node.type !== 'element' || node.properties.role !== 'doc-endnotes') return null;
	const list = node.children.filter((child) => child.type === 'element').at(-1)!;
	return list.children.flatMap((item) => (item.type === 'element' ? item.children : []));
}

function holdsMoreThanPlain(node: RootContent): boolean {
	if (node.type !== 'element') return false;
	return !PLAIN.has(node.tagName) || node.children.some(holdsMoreThanPlain);
}
