/** Where the blocks of an article get their ids, and the chapter its text. */
import type { Element, Nodes, Root } from 'hast';
import { joinBlocks, normalize, type ChapterText } from '$lib/core/text/chapter-text';
import { childElements, isBlock } from './elements';

/**
 * Gives each block of an article its id, in place, and returns the chapter's
 * text with its blocks. Ids are `p1`, `p2`, … in reading order; among the
 * footnotes at the end `note-3`, and `note-3-2` for the second block of a
 * footnote. A block without text gets no id.
 */
export function assignBlockIds(article: Root): ChapterText {
	const named: { id: string; text: string }[] = [];
	const assignWithin = (node: Nodes, idOf: (count: number) => string) => {
		let count = 0;
		for (const block of findBlocks(node)) {
			const text = normalize(rawText(block));
			if (text === '') continue;
			const id = idOf(++count);
			block.properties = { id, ...block.properties };
			named.push({ id, text });
		}
	};
	const isFootnotes = (node: Nodes) =>
		'properties' in node && node.properties.role === 'doc-endnotes';
	const body = article.children.filter((child) => !isFootnotes(child));
	const footnotes = article.children.filter(isFootnotes);

	assignWithin({ type: 'root', children: body }, (count) => `p${count}`);
	footnotes.flatMap(findNotes).forEach((note, index) => {
		const id = `note-${index + 1}`;
		assignWithin(note, (count) => (count === 1 ? id : `${id}-${count}`));
	});
	return joinBlocks(named);
}

/** Every id in an article: those of its blocks, of its references to footnotes, and of its headings. */
export function collectIds(article: Root): Set<string> {
	const ids = new Set<string>();
	const collect = (node: Nodes) => {
		if ('properties' in node && node.properties.id) ids.add(String(node.properties.id));
		if ('children' in node) node.children.forEach(collect);
	};
	collect(article);
	return ids;
}

/** The items of the list of footnotes, without the items of lists inside a footnote. */
function findNotes(section: Nodes): Element[] {
	return childElements(section)
		.filter(({ tagName }) => tagName === 'ol')
		.flatMap(childElements);
}

function findBlocks(node: Nodes): Element[] {
	if (node.type === 'element' && isBlock(node)) return [node];
	return childElements(node).flatMap(findBlocks);
}

/** The text of a node as the browser would gather it, before it is normalized. */
function rawText(node: Nodes): string {
	if (node.type === 'text') return node.value;
	if (!('children' in node)) return '';
	if (node.type === 'element') {
		if (node.tagName === 'br') return '\n';
		if ('dataNoanchor' in node.properties) return '';
	}
	return node.children.map(rawText).join('');
}
