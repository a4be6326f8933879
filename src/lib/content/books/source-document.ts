import { decodePercents } from '$lib/core/text/percent-decoding';
import { createElement, elementsIn, findElement, type SourceElement } from './markup/element';
import type { Styles } from './html/styles';

/** One document of a book: a file of an EPUB, a section of an FB2 file, a page. */
export interface SourceDocument {
	/** Within the book, composed (NFC), with `/`. */
	path: string;
	body: SourceElement;
	styles: Styles;
	/** By what a link calls them: `id`, and `name` of an anchor. */
	ids: ReadonlyMap<string, SourceElement>;
}

/** The document whose tree begins at `root`. Of several elements with the same id the first counts, as in a browser. */
export function sourceDocument(path: string, root: SourceElement, styles: Styles): SourceDocument {
	const ids = new Map<string, SourceElement>();
	for (const element of elementsIn(root)) {
		const id = idOf(element);
		if (id && !ids.has(id)) ids.set(id, element);
	}
	return { path, body: findElement(root, 'body') ?? root, styles, ids };
}

/** Lets go of all that a document holds. */
export function emptyDocument(document: SourceDocument): void {
	document.body = createElement('body');
	document.ids = new Map();
}

/** What links call an element; `undefined` when none can. */
export function idOf({ name, attributes }: SourceElement): string | undefined {
	return attributes.id ?? attributes['xml:id'] ?? (name === 'a' ? attributes.name : undefined);
}

/** The path of `address` as it stands in the document at `base`, without what follows `#` or `?`. */
export function resolvePath(base: string, address: string): string {
	const segments = base.split('/').slice(0, -1);
	for (const segment of decodePercents(address.split(/[?#]/, 1)[0]).split('/')) {
		if (segment === '..') segments.pop();
		else if (segment !== '' && segment !== '.') segments.push(segment);
	}
	return segments.join('/').normalize('NFC');
}

/** What follows `#` in an address; empty without it. */
export function fragmentOf(address: string): string {
	const hash = address.indexOf('#');
	return hash < 0 ? '' : decodePercents(address.slice(hash + 1));
}

/** The path and the fragment that an address leads to, from a document; `null` for one that leaves the book. */
export function targetOf(
	from: SourceDocument,
	address: string
): { path: string; fragment: string } | null {
	if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return null;
	const path = address.startsWith('#') ? from.path : resolvePath(from.path, address);
	return { path, fragment: fragmentOf(address) };
}
