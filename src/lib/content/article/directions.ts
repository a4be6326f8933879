/** The direction of blocks whose words run the other way than the text around them. */
import type { Nodes } from 'hast';
import type { Direction } from '$lib/core/text/work';

const TURNED = /^(p|h[2-6]|td|th|figcaption)$/;

/**
 * Gives `dir`, in place, to each block all whose words stand in passages of the other direction than that
 * of the text: its lines begin at the other side then, and its signs stand where they belong. Items of
 * lists stay, since their bullets stand where the list has space for them.
 *
 * @param direction of the text
 */
export function turnBlocks(node: Nodes, direction: Direction): void {
	if (!('children' in node)) return;
	const other = direction === 'rtl' ? 'ltr' : 'rtl';
	if (node.type === 'element' && TURNED.test(node.tagName) && holdsOnly(node, other) === true)
		node.properties.dir = other;
	else for (const child of node.children) turnBlocks(child, direction);
}

/** Whether all words of a node stand in passages of a direction; `null` when it has no words. */
function holdsOnly(node: Nodes, direction: Direction): boolean | null {
	if (node.type === 'text') return node.value.trim() === '' ? null : false;
	if (node.type !== 'element' || 'dataNoanchor' in node.properties) return null;
	if (node.properties.dir) return node.properties.dir === direction;
	const found = node.children.map((child) => holdsOnly(child, direction));
	return found.includes(false) ? false : found.includes(true) || null;
}
