/** An EPUB's contents: EPUB 3's navigation document, else EPUB 2's NCX. */
import { cleanLine } from '../../normal-form/clean-text';
import { decodeText } from '../markup/decode-text';
import {
	addressOf,
	childElements,
	elementsIn,
	findElement,
	isTyped,
	textOf,
	type SourceElement
} from '../markup/element';
import { parseMarkup } from '../markup/parse-markup';
import type { ContentsEntry } from '../source-book';
import { fragmentOf, resolvePath } from '../source-document';
import { readXml, type Package } from './package';
import type { Zip } from './zip';

/** The lines of the contents in their order; empty when the book has none. */
export function readContents(zip: Zip, { items, spine }: Package): ContentsEntry[] {
	const listed = [...items.values()];
	const nav = listed.find(({ properties }) => /\bnav\b/.test(properties));
	const bytes = nav && zip.read(nav.path);
	const entries = bytes ? readNav(parseMarkup(decodeText(bytes).text, 'html'), nav.path) : [];
	if (entries.length > 0) return entries;
	const ncx = items.get(spine?.attributes.toc ?? '') ?? listed.find(({ type }) => /ncx/.test(type));
	return ncx ? readNcx(readXml(zip, ncx.path), ncx.path) : [];
}

function readNav(root: SourceElement, path: string): ContentsEntry[] {
	const navs = [...elementsIn(root, 'nav')];
	const nav = navs.find((element) => isTyped(element, /(^|\s|doc-)toc(\s|$)/)) ?? navs[0];
	const entries: ContentsEntry[] = [];
	const walk = (element: SourceElement, level: number) => {
		for (const child of childElements(element)) {
			const address = child.name === 'a' ? addressOf(child) : null;
			if (address) entries.push(entry(textOf(child), address, path, level));
			else walk(child, child.name === 'ol' ? level + 1 : level);
		}
	};
	if (nav) walk(nav, 0);
	return entries;
}

function readNcx(root: SourceElement, path: string): ContentsEntry[] {
	const entries: ContentsEntry[] = [];
	const walk = (element: SourceElement, level: number) => {
		for (const child of childElements(element)) {
			const isPoint = child.name === 'navpoint';
			const address = isPoint ? findElement(child, 'content')?.attributes.src : undefined;
			const title = textOf(findElement(child, 'navlabel'));
			if (address) entries.push(entry(title, address, path, level + 1));
			walk(child, isPoint ? level + 1 : level);
		}
	};
	walk(root, 0);
	return entries;
}

function entry(title: string, address: string, path: string, level: number): ContentsEntry {
	const to = { path: resolvePath(path, address), fragment: fragmentOf(address) };
	return { title: cleanLine(title), ...to, level: Math.max(1, level) };
}
