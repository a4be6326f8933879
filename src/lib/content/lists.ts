import type { Element } from 'hast';
import type { FootnoteDefinition, ListItem } from 'mdast';
import { element, type State } from './elements';

/**
 * A list item, or a footnote's text as one. A single paragraph stands in it
 * bare, so that the item is the block; several, or a list inside, are blocks
 * of their own.
 */
export function renderItem(state: State, node: ListItem | FootnoteDefinition): Element {
	const [only, ...others] = node.children;
	const bare = only?.type === 'paragraph' && others.length === 0;
	return element('li', {}, bare ? state.all(only) : state.wrap(state.all(node)));
}
