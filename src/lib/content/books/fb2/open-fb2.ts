import { cleanLine } from '../../normal-form/clean-text';
import { NO_STYLES } from '../html/styles';
import {
	addressOf,
	appendTo,
	childElements,
	createElement,
	elementsIn,
	findElement,
	lineOf,
	textOf,
	type SourceElement,
	type SourceNode
} from '../markup/element';
import { parseMarkup } from '../markup/parse-markup';
import { BookReport } from '../report';
import type { SourceBook } from '../source-book';
import { sourceDocument, type SourceDocument } from '../source-document';
import { decodeBase64 } from './base64';
import { IMAGES, partsOf, toHtml } from './fb2-to-html';

/** Whether a text begins as an FB2 file does. */
export function isFb2(text: string): boolean {
	return /<FictionBook[\s>]/i.test(text.slice(0, 2000));
}

/** The book in the text of an FB2 file. */
export function openFb2(text: string): SourceBook {
	const report = new BookReport();
	const root = parseMarkup(text, 'xml', () => report.count('deep'));
	const binaries = new Map(
		[...elementsIn(root, 'binary')].map((each) => [each.attributes.id, each])
	);
	const info = findElement(root, 'title-info');
	const cover = findElement(findElement(info, 'coverpage'), 'image');
	return {
		format: 'FictionBook',
		...describe(info, findElement(root, 'document-info')),
		dir: null,
		documents: readDocuments(root),
		contents: [],
		readImage: (path) => {
			const binary = binaries.get(path.slice(IMAGES.length + 1));
			return binary ? decodeBase64(textOf(binary)) : null;
		},
		cover: cover ? (addressOf(cover)?.replace(/^#/, `${IMAGES}/`) ?? null) : null,
		report
	};
}

/** What the file says of the book: `title-info`, and `document-info` with its id. */
function describe(info: SourceElement | null, document: SourceElement | null) {
	const said = (name: string, within = info) => cleanLine(lineOf(findElement(within, name)));
	const authors = info ? childElements(info).filter(({ name }) => name === 'author') : [];
	return {
		title: said('book-title'),
		author: authors
			.map(nameOf)
			.filter((name) => name !== '')
			.join(', '),
		language: said('lang'),
		source: '',
		rights: '',
		identifier: said('id', document) || null
	};
}

function nameOf(author: SourceElement): string {
	const parts = ['first-name', 'middle-name', 'last-name'].map((name) =>
		lineOf(findElement(author, name))
	);
	const name = cleanLine(parts.filter((part) => part !== '').join(' '));
	return name || cleanLine(lineOf(findElement(author, 'nickname')));
}

/** Each section is a document; links, which know ids alone, are told in which one theirs is. */
function readDocuments(root: SourceElement): SourceDocument[] {
	const bodies = [...elementsIn(root, 'body')];
	const documents = bodies.flatMap((body, index) => {
		const isNotes = index > 0 && /notes|comments/i.test(body.attributes.name ?? '');
		const parts = isNotes ? [notesIn(body)] : partsOf(body);
		return parts.map((part, number) => {
			const html = createElement('body');
			appendTo(html, ...part.map((node) => toHtml(node, 1, isNotes)));
			return sourceDocument(`${index}/${number}`, html, NO_STYLES);
		});
	});
	const pathOf = new Map<string, string>();
	for (const { ids, path } of documents) for (const id of ids.keys()) pathOf.set(id, path);
	for (const { body } of documents) for (const link of elementsIn(body, 'a')) addPath(link, pathOf);
	return documents;
}

/** What a body of notes holds beside its title. */
function notesIn(body: SourceElement): SourceNode[] {
	return body.children.filter((child) => typeof child === 'string' || child.name !== 'title');
}

function addPath(link: SourceElement, pathOf: ReadonlyMap<string, string>): void {
	const { href = '' } = link.attributes;
	const path = href.startsWith('#') ? pathOf.get(href.slice(1)) : undefined;
	if (path) link.attributes = { ...link.attributes, href: `../${path}${href}` };
}
