import type { Element } from 'hast';
import type { FootnoteDefinition, ListItem } from 'mdast';
import { element, type State } from './elements';

/**
 * Renders a list item, or the text of a footnote as one. The words of a single
 * paragraph stand directly in the item, so that the item is the block. Several
 * paragraphs, or a list within the item, are blocks of their own.
 */
export function renderItem(state: State, node: ListItem | FootnoteDefinition): Element {
	const [only, ...others] = node.children;
	const isOneParagraph = only?.type === 'paragraph' && others.length === 0;
	return element('li', {}, isOneParagraph ? state.all(only) : state.wrap(state.all(node)));
}
