import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { splitLines } from '../../article/verse';
import { isSeen } from '../../normal-form/clean-text';

/**
 * The number of the block that each node is, or that comes next from it on, counted as the page counts
 * its `#p1`, `#p2`. Footnotes are counted by themselves and are not among them.
 */
export function numberBlocks(nodes: readonly RootContent[]): Map<object, number> {
	const numbers = new Map<object, number>();
	let count = 0;
	const visit = (node: Nodes) => {
		if (node.type === 'footnoteDefinition') return;
		numbers.set(node, count + 1);
		if (node.type === 'containerDirective') count += countLines(node.children);
		else if (node.type === 'code') count++;
		else if (LINES.has(node.type)) count += hasWords(node) ? 1 : 0;
		else if ('children' in node) node.children.forEach(visit);
	};
	nodes.forEach(visit);
	return numbers;
}

/** What is one block, if it has words. */
const LINES = new Set(['heading', 'leafDirective', 'paragraph', 'tableCell']);

function countLines(stanzas: readonly RootContent[]): number {
	const lines = stanzas.flatMap((stanza) =>
		stanza.type === 'paragraph' ? splitLines(stanza.children) : []
	);
	return lines.filter((line) => line.some(hasWords)).length;
}

/** The words of a node as a reader searches them: without the marks of notes and numbers of pages. */
export function wordsOf(node: Nodes): string {
	if (node.type === 'image') return node.title ?? '';
	if (node.type === 'textDirective' && node.name === 'page') return '';
	if ('value' in node) return node.value;
	if (node.type === 'break') return ' ';
	return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** Whether a node has words that a reader sees: neither spaces alone, nor invisible characters. */
export function hasWords(node: Nodes | PhrasingContent): boolean {
	return isSeen(wordsOf(node));
}

/** How many letters the words of nodes have. */
export function countLetters(nodes: readonly Nodes[]): number {
	return nodes.reduce((sum, node) => sum + wordsOf(node).length, 0);
}
