/** An EPUB's package document: what the book is, its files, and the order in which they are read. */
import { BookError } from '../book';
import { decodeText } from '../markup/decode-text';
import { addressOf, elementsIn, findElement, lineOf, type SourceElement } from '../markup/element';
import { parseMarkup } from '../markup/parse-markup';
import type { BookReport } from '../report';
import { resolvePath } from '../source-document';
import type { Zip } from './zip';

/** A file of the book, as its list says. */
export interface ManifestItem {
	path: string;
	type: string;
	/** Parted by spaces: `nav`, `cover-image`. */
	properties: string;
}

export interface Package {
	version: string;
	metadata: SourceElement | null;
	/** By their ids. */
	items: Map<string, ManifestItem>;
	spine: SourceElement | null;
	/** The documents in reading order; those beside the text last. */
	order: ManifestItem[];
}

/** Throws a `BookError` when there is no package, or its pages are pictures. */
export function readPackage(zip: Zip, report: BookReport): Package {
	const path = findPackage(zip, report);
	const root = readXml(zip, path);
	const metadata = findElement(root, 'metadata');
	const layout = metadata && metaOf(metadata, 'rendition:layout');
	if (layout === 'pre-paginated' || isFixedForApple(zip))
		throw new BookError(
			'This is a book of fixed pages, such as a comic or a picture book. Postil reads flowing text only.'
		);
	const items = readManifest(root, path);
	const spine = findElement(root, 'spine');
	const version = findElement(root, 'package')?.attributes.version ?? '2';
	return { version, metadata, items, spine, order: readOrder(spine, items, zip, report) };
}

/** The tree of an XML file; empty when it is not there. */
export function readXml(zip: Zip, path: string): SourceElement {
	const bytes = zip.read(path);
	return parseMarkup(bytes ? decodeText(bytes).text : '', 'xml');
}

/** What the package's metadata says by a property or by a name (EPUB 3 and 2); empty when nothing. */
export function metaOf(metadata: SourceElement, property: string): string {
	for (const meta of elementsIn(metadata, 'meta')) {
		if (meta.attributes.property === property) return lineOf(meta);
		if (meta.attributes.name === property) return meta.attributes.content ?? '';
	}
	return '';
}

function findPackage(zip: Zip, report: BookReport): string {
	const container = findElement(readXml(zip, 'META-INF/container.xml'), 'rootfile');
	const said = container?.attributes['full-path'];
	const path = said ? zip.find(resolvePath('', said)) : null;
	if (path) return path;
	const found = zip.names.find((name) => /\.opf$/i.test(name));
	if (!found)
		throw new BookError('The file is no EPUB, or is damaged: it does not say what it holds.');
	report.count('package');
	return found;
}

function isFixedForApple(zip: Zip): boolean {
	const options = readXml(zip, 'META-INF/com.apple.ibooks.display-options.xml');
	return [...elementsIn(options, 'option')].some(
		(option) => option.attributes.name === 'fixed-layout' && lineOf(option) === 'true'
	);
}

function readManifest(root: SourceElement, path: string): Map<string, ManifestItem> {
	const items = new Map<string, ManifestItem>();
	const manifest = findElement(root, 'manifest');
	for (const item of manifest ? elementsIn(manifest, 'item') : []) {
		const address = addressOf(item);
		if (!address) continue;
		items.set(item.attributes.id ?? address, {
			path: resolvePath(path, address),
			type: item.attributes['media-type'] ?? '',
			properties: item.attributes.properties ?? ''
		});
	}
	return items;
}

function isText({ path, type }: ManifestItem): boolean {
	return /\.x?html?$/i.test(path) || (/html|xml/.test(type) && !/ncx|svg|smil|package/.test(type));
}

/** The documents by the spine; without a usable one by the list of files, without that by their names. */
function readOrder(
	spine: SourceElement | null,
	items: Map<string, ManifestItem>,
	zip: Zip,
	report: BookReport
): ManifestItem[] {
	const references = spine ? [...elementsIn(spine, 'itemref')] : [];
	const isLinear = ({ attributes }: SourceElement) => attributes.linear !== 'no';
	const ordered = [...references.filter(isLinear), ...references.filter((ref) => !isLinear(ref))];
	const listed = new Set(ordered.flatMap(({ attributes }) => items.get(attributes.idref) ?? []));
	const texts = [...listed].filter(isText);
	const there = texts.filter(({ path }) => zip.find(path) !== null);
	report.count('missingPart', texts.length - there.length);
	if (there.length > 0) return there;
	report.count('order');
	const all = [...items.values()].filter((item) => isText(item) && zip.find(item.path) !== null);
	if (all.length > 0) return all;
	const names = zip.names.filter((name) => /\.x?html?$/i.test(name)).sort();
	return names.map((path) => ({ path, type: 'application/xhtml+xml', properties: '' }));
}
