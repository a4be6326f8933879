import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block } from '../../normal-form/blocks';
import type { BookChapter } from '../book';
import type { Anchors } from '../html/anchors';
import { BOOK_LINK } from '../html/marks';
import { numberBlocks } from './numbers';

/** A chapter, and what was in it when it was cut. */
export interface LinkedChapter extends BookChapter {
	/** Its blocks with their titles. */
	cut: readonly Block[];
	/** The numbers of its notes by their ids in the book. */
	notes: ReadonlyMap<string, number>;
}

/** What the links of a book lead to. */
export interface LinkTargets {
	/** By `path#id`, the node in which it stands. */
	anchors: Anchors;
	/** By path, a node of the document, or of the next that has any. */
	documents: ReadonlyMap<string, object>;
	/** The blocks of the book's notes by their ids. */
	notes: ReadonlyMap<string, readonly Block[]>;
}

/** Gives the links within a book, in place, the addresses of chapters and blocks. */
export function resolveBookLinks(chapters: readonly LinkedChapter[], targets: LinkTargets): void {
	const chapterOf = new Map<object, LinkedChapter>();
	const noteOf = new Map<object, string>();
	for (const chapter of chapters) forEachNode(chapter.cut, (node) => chapterOf.set(node, chapter));
	for (const [id, blocks] of targets.notes) forEachNode(blocks, (node) => noteOf.set(node, id));
	const numbersOf = new Map(
		chapters.map((chapter) => [chapter, numberBlocks(chapter.tree.children)])
	);

	const addressOf = (url: string, from: LinkedChapter): string => {
		const key = url.slice(BOOK_LINK.length);
		const node = targets.anchors.get(key) ?? targets.documents.get(key.split('#', 1)[0]);
		const note = node && noteOf.get(node);
		const to =
			note === undefined
				? (node && chapterOf.get(node)) || chapters[0]
				: ([from, ...chapters].find(({ notes }) => notes.has(note)) ?? chapters[0]);
		const number = node && numbersOf.get(to)!.get(node);
		const block =
			note !== undefined && to.notes.has(note) ? `note-${to.notes.get(note)}` : `p${number ?? 1}`;
		if (to === from) return `#${block}`;
		return block === 'p1' ? `${to.slug}.md` : `${to.slug}.md#${block}`;
	};
	for (const chapter of chapters)
		visit(chapter.tree, 'link', (link) => {
			if (link.url.startsWith(BOOK_LINK)) link.url = addressOf(link.url, chapter);
		});
}

function forEachNode(nodes: readonly Nodes[], call: (node: object) => void): void {
	for (const node of nodes) {
		call(node);
		if ('children' in node) forEachNode(node.children, call);
	}
}
