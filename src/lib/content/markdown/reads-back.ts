import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import { splitLines } from '../article/verse';
import { parseMarkdown } from './parse-markdown';
import { textOfTree } from './text-of-tree';

/**
 * What of a chapter is another when `markdown`, which was written of `tree`, is read again; `null`
 * when it is the same tree, text and blocks, and so the same edition. `language` is BCP 47.
 */
export function findDifference(tree: Root, markdown: string, language: string): string | null {
	const again = parseMarkdown(markdown);
	if (JSON.stringify(outline(again)) !== JSON.stringify(outline(tree))) return 'tree';
	const before = textOfTree(tree, language);
	const after = textOfTree(again, language);
	if (before.text !== after.text) return 'text';
	return JSON.stringify(before.blocks) === JSON.stringify(after.blocks) ? null : 'blocks';
}

/** What says what a node shows; whether a list is loose does not. */
const FIELDS = ['value', 'depth', 'ordered', 'start', 'url', 'alt', 'name', 'identifier'] as const;

/** A tree without positions and with one form for what means the same. */
function outline(node: Nodes, isInVerse = false): unknown[] {
	const fields = FIELDS.map((field) => (node as unknown as Record<string, unknown>)[field] ?? null);
	const title = ('title' in node && node.title) || null;
	const attributes = 'attributes' in node ? Object.keys(node.attributes ?? {}) : [];
	return [node.type, fields, title, attributes, outlineChildren(node, isInVerse)];
}

function outlineChildren(node: Nodes, isInVerse: boolean): unknown[] {
	if (!('children' in node)) return [];
	if (isInVerse && node.type === 'paragraph') return outlineLines(node);
	return node.children.map((child) => outline(child, node.type === 'containerDirective'));
}

function outlineLines({ children, data }: Paragraph): unknown[] {
	return splitLines(children).map((line, index) => [
		data?.indents?.[index] ?? 0,
		withoutIndent(line).map((node) => outline(node))
	]);
}

/** The content of a line without the spaces of its indent, and what a line end left behind. */
function withoutIndent([first, ...rest]: PhrasingContent[]): PhrasingContent[] {
	const begin = first?.type === 'text' ? { ...first, value: first.value.trimStart() } : first;
	return (begin ? [begin, ...rest] : rest).filter(
		(node) => node.type !== 'text' || node.value !== ''
	);
}
