import type { Element, ElementContent, Nodes, Properties } from 'hast';
import type { Options } from 'remark-rehype';

type Handlers = NonNullable<Options['handlers']>;
/** Turns one node of Markdown's tree into HTML's; takes a `State`, the node, its parent. */
export type Handler = NonNullable<Handlers[keyof Handlers]>;
/** What a handler is given to turn a node's children, and to find footnotes. */
export type State = Parameters<Handler>[0];

/** A node of HTML's tree. */
export function element(
	tagName: string,
	properties: Properties,
	children: ElementContent[]
): Element {
	return { type: 'element', tagName, properties, children };
}

/** A text in HTML's tree. */
export function text(value: string): ElementContent {
	return { type: 'text', value };
}

/** The elements that stand directly in a node, without texts. */
export function childElements(node: Nodes): Element[] {
	if (!('children' in node)) return [];
	return (node.children as Nodes[]).filter((child) => child.type === 'element');
}

const BLOCKS = new Set(['figcaption', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'p', 'pre', 'td', 'th']);
const BOXES = new Set(['blockquote', 'div', 'figure', 'hr', 'ol', 'table', 'ul']);

/** Whether a node's words stand in blocks of their own, and not bare in it. */
export function holdsBlocks(node: Nodes): boolean {
	return childElements(node).some(({ tagName }) => BLOCKS.has(tagName) || BOXES.has(tagName));
}

/** Whether an element is a block: a list item is one unless it holds some. */
export function isBlock(node: Element): boolean {
	return BLOCKS.has(node.tagName) && !holdsBlocks(node);
}
