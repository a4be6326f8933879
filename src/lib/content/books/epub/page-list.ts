/** Pages of the paper edition of which only a list tells: EPUB 3's page-list, or EPUB 2's pageList. */
import { decodeText } from '../markup/decode-text';
import {
	addressOf,
	createElement,
	elementsIn,
	findElement,
	isTyped,
	lineOf,
	type SourceElement
} from '../markup/element';
import { parseMarkup } from '../markup/parse-markup';
import { pageOf } from '../html/passed-over';
import { fragmentOf, resolvePath, type SourceDocument } from '../source-document';
import { readXml, type Package } from './package';
import type { Zip } from './zip';

/** Where a page begins. */
interface PageStart {
	number: string;
	path: string;
	fragment: string;
}

/** Elements that hold no words themselves, and so no number of a page. */
const WITHOUT_WORDS = /^(table|thead|tbody|tfoot|tr|ul|ol|dl|img|image|svg|br|hr|math)$/;

/** Puts the numbers of pages into the documents, where these do not say them. */
export function markPages(documents: readonly SourceDocument[], zip: Zip, book: Package): void {
	const pages = readPageList(zip, book);
	if (pages.length === 0) return;
	const saysThem = documents.some(({ body }) =>
		[...elementsIn(body)].some((element) => pageOf(element) !== null)
	);
	if (saysThem) return;
	const byPath = new Map(documents.map((document) => [document.path, document]));
	// Backwards: of several that begin at one place, each is put before those after it.
	for (const { number, path, fragment } of pages.reverse()) {
		const document = byPath.get(path);
		const start = fragment === '' ? document?.body : document?.ids.get(fragment);
		if (!start || WITHOUT_WORDS.test(start.name)) continue;
		const page = createElement('span', { 'epub:type': 'pagebreak', title: number }, start);
		start.children.unshift(page);
	}
}

function readPageList(zip: Zip, { items, spine }: Package): PageStart[] {
	const listed = [...items.values()];
	const nav = listed.find(({ properties }) => /\bnav\b/.test(properties));
	const bytes = nav && zip.read(nav.path);
	if (bytes) {
		const root = parseMarkup(decodeText(bytes).text, 'html');
		const list = [...elementsIn(root, 'nav')].find((each) => isTyped(each, /\bpage-list\b/));
		if (list) return [...elementsIn(list, 'a')].flatMap((link) => startOf(link, link, nav.path));
	}
	const ncx = items.get(spine?.attributes.toc ?? '') ?? listed.find(({ type }) => /ncx/.test(type));
	if (!ncx) return [];
	return [...elementsIn(readXml(zip, ncx.path), 'pagetarget')].flatMap((target) =>
		startOf(findElement(target, 'navlabel'), findElement(target, 'content'), ncx.path)
	);
}

function startOf(label: SourceElement | null, to: SourceElement | null, path: string): PageStart[] {
	const address = to && (to.attributes.src ?? addressOf(to));
	if (!address) return [];
	const target = { path: resolvePath(path, address), fragment: fragmentOf(address) };
	return [{ number: lineOf(label), ...target }];
}
