import type { Element, Nodes, Root } from 'hast';
import { joinBlocks, normalize, type ChapterText } from '$lib/core/text/chapter-text';
import { childElements, isBlock } from './elements';

/**
 * Gives an article's blocks their ids, in place, and tells its text. A block
 * without text gets no id. Ids are `p1`, `p2`, … in reading order; in the
 * notes at the end `note-3` and, for a note's further blocks, `note-3-2`.
 */
export function nameBlocks(article: Root): ChapterText {
	const named: { id: string; text: string }[] = [];
	const nameWithin = (node: Nodes, idOf: (count: number) => string) => {
		let count = 0;
		for (const block of findBlocks(node)) {
			const text = normalize(rawText(block));
			if (text === '') continue;
			const id = idOf(++count);
			block.properties = { id, ...block.properties };
			named.push({ id, text });
		}
	};
	const isNotes = (node: Nodes) => 'properties' in node && node.properties.role === 'doc-endnotes';
	const body = article.children.filter((child) => !isNotes(child));
	const notes = article.children.filter(isNotes);

	nameWithin({ type: 'root', children: body }, (count) => `p${count}`);
	notes.flatMap(findNotes).forEach((note, index) => {
		const id = `note-${index + 1}`;
		nameWithin(note, (count) => (count === 1 ? id : `${id}-${count}`));
	});
	return joinBlocks(named);
}

/** Every id in an article: its blocks', and its footnote references'. */
export function collectIds(article: Root): Set<string> {
	const ids = new Set<string>();
	const collect = (node: Nodes) => {
		if ('properties' in node && node.properties.id) ids.add(String(node.properties.id));
		if ('children' in node) node.children.forEach(collect);
	};
	collect(article);
	return ids;
}

/** The items of the notes' own list, not of lists inside a note. */
function findNotes(section: Nodes): Element[] {
	return childElements(section)
		.filter(({ tagName }) => tagName === 'ol')
		.flatMap(childElements);
}

function findBlocks(node: Nodes): Element[] {
	if (node.type === 'element' && isBlock(node)) return [node];
	return childElements(node).flatMap(findBlocks);
}

function rawText(node: Nodes): string {
	if (node.type === 'text') return node.value;
	if (!('children' in node)) return '';
	if (node.type === 'element') {
		if (node.tagName === 'br') return '\n';
		if ('dataNoanchor' in node.properties) return '';
	}
	return node.children.map(rawText).join('');
}
