/** The HTML tree (hast) of an article: making its nodes, and telling blocks from what contains them. */
import type { Element, ElementContent, Nodes, Properties, Text } from 'hast';
import type { Options } from 'mdast-util-to-hast';

type Handlers = NonNullable<Options['handlers']>;
/** Turns one node of Markdown's tree into HTML; is called with a `State`, the node and its parent. */
export type Handler = NonNullable<Handlers[keyof Handlers]>;
/** What a handler is given: it renders a node's children, and finds the texts of footnotes. */
export type State = Parameters<Handler>[0];

/** An element of the article; `properties` have the names of hast (`className`), not those of HTML. */
export function element(
	tagName: string,
	properties: Properties,
	children: ElementContent[]
): Element {
	return { type: 'element', tagName, properties, children };
}

/** A text node; characters that HTML means something by are escaped when the tree is written. */
export function text(value: string): Text {
	return { type: 'text', value };
}

/** The elements among the children of a node, texts and comments left out. */
export function childElements(node: Nodes): Element[] {
	if (!('children' in node)) return [];
	return (node.children as Nodes[]).filter((child) => child.type === 'element');
}

const BLOCKS = new Set(['figcaption', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'p', 'pre', 'td', 'th']);
const CONTAINERS = new Set(['blockquote', 'div', 'figure', 'hr', 'ol', 'table', 'ul']);

/** Whether the words of a node stand in blocks of their own within it, and not directly in it. */
export function containsBlocks(node: Nodes): boolean {
	return childElements(node).some(({ tagName }) => BLOCKS.has(tagName) || CONTAINERS.has(tagName));
}

/** Whether an element is a block. A list item or a cell is one unless it contains blocks. */
export function isBlock(node: Element): boolean {
	return BLOCKS.has(node.tagName) && !containsBlocks(node);
}
