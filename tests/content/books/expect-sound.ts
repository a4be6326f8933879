/** What must hold of every book that is opened, whatever its file was. */
import type { Root as Article } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';
import { renderArticle } from '$lib/content/article/render-article';
import type { Book } from '$lib/content/books/book';
import { kindOfImage } from '$lib/content/books/image-kind';
import { readChapter } from '$lib/content/markdown/read-chapter';
import { textOfTree } from '$lib/content/markdown/text-of-tree';
import { writeMarkdown } from '$lib/content/markdown/write-markdown';
import { chapterOrder, isSlug } from '$lib/content/publishing/addresses';
import { canonicalLanguage } from '$lib/content/publishing/language';

const NODES =
	'root paragraph heading thematicBreak blockquote list listItem code table tableRow tableCell footnoteDefinition footnoteReference ' +
	'containerDirective leafDirective textDirective text inlineCode emphasis strong delete link image break';

const ELEMENTS =
	'p h2 h3 h4 h5 h6 hr blockquote ul ol li pre code table thead tbody tr th td figure figcaption div section ' +
	'a img em strong del br sup sub span';
const PROPERTIES =
	'id href src alt title lang dir role start className dataNoanchor dataLabel ariaLabel ariaDescribedBy ariaLabelledBy ariaHidden dataFootnoteRef ' +
	'dataFootnoteBackref dataFootnotes dataIds align width height loading decoding tabIndex';

const [nodes, elements, properties] = [NODES, ELEMENTS, PROPERTIES].map(
	(names) => new Set(names.split(' '))
);

/** An address within the work, or of a site or a mailbox that a reader may choose to go to. */
const ADDRESS =
	/^(?:#(?:p|note-)\d+(?:-\d+)?|[a-z0-9-]+\.md(?:#(?:p|note-)\d+)?|https?:\/\/.|mailto:.)/i;

/** Fails when a book breaks the allow-list, or its chapters are not read back as they are. */
export function expectSound(book: Book): void {
	const { chapters, images, language } = book;
	const slugs = chapters.map(({ slug }) => slug);
	expect(slugs.length).toBeGreaterThan(0);
	expect(new Set(slugs).size).toBe(slugs.length);
	expect(slugs.every((slug) => isSlug(slug) && chapterOrder(slug) !== null)).toBe(true);
	expect(canonicalLanguage(language)).toBe(language);
	for (const [path, bytes] of images) {
		expect(path).toMatch(/^images\/[a-z0-9-]+\.(png|jpg|gif|webp|svg)$/);
		expect(kindOfImage(bytes)).not.toBeNull();
	}
	expect(book.cover === null || images.has(book.cover)).toBe(true);
	for (const { title, tree } of chapters) {
		expect(title.trim()).not.toBe('');
		expectAllowed(tree, images);
		expectAllowedArticle(renderArticle(structuredClone(tree), language));
		expectReadBack(tree, book);
	}
}

function expectAllowed(tree: Root, images: Book['images']): void {
	visit(tree, (node) => {
		expect(nodes).toContain(node.type);
		if (node.type === 'link') expect(node.url).toMatch(ADDRESS);
		if (node.type === 'image') expect(images.has(node.url), node.url).toBe(true);
		if (node.type === 'textDirective') expect(node.name).toMatch(/^(sc|sup|sub|lang|page)$/);
	});
}

function expectAllowedArticle(article: Article): void {
	visit(article, (node) => {
		expect(['root', 'element', 'text']).toContain(node.type);
		if (node.type !== 'element') return;
		expect(elements).toContain(node.tagName);
		for (const name of Object.keys(node.properties)) expect(properties).toContain(name);
		const { href } = node.properties;
		if (href !== undefined) expect(href).toMatch(/^(?:#|https?:|mailto:|[a-z0-9-]+\.md)/i);
	});
}

/** As Markdown a chapter has no fault for the build, and the same text, blocks and edition. */
function expectReadBack(tree: Root, { language, chapters, images }: Book): void {
	const faults: string[] = [];
	const context = {
		language,
		chapters: new Set(chapters.map(({ slug }) => slug)),
		images: { paths: new Set(images.keys()), sizeOf: () => ({ width: 1, height: 1 }) }
	};
	const { text, blocks, edition } = readChapter(writeMarkdown(tree), context, (_, fault) =>
		faults.push(fault)
	);
	expect(faults).toEqual([]);
	expect({ text, blocks, edition }).toEqual(textOfTree(tree, language));
}
