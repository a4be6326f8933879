import type { Direction } from '$lib/core/text/work';
import { cleanLine } from '../../normal-form/clean-text';
import { BookStyles } from '../html/styles';
import { decodeText } from '../markup/decode-text';
import { addressOf, elementsIn, lineOf, textOf, type SourceElement } from '../markup/element';
import { parseMarkup } from '../markup/parse-markup';
import { BookReport } from '../report';
import type { SourceBook } from '../source-book';
import { resolvePath, sourceDocument, type SourceDocument } from '../source-document';
import { readContents } from './contents';
import { metaOf, readPackage, type Package } from './package';
import { markPages } from './page-list';
import { checkProtection } from './protection';
import type { Zip } from './zip';

/** The book in an EPUB 2 or 3. Throws a `BookError` when it cannot be opened. */
export function openEpub(zip: Zip): SourceBook {
	const report = new BookReport();
	checkProtection(zip);
	const book = readPackage(zip, report);
	const documents = readDocuments(zip, book, report);
	markPages(documents, zip, book);
	const contents = readContents(zip, book);
	report.count('refusedName', zip.refused);
	report.count('brokenPart', zip.damaged);
	return {
		format: `EPUB ${book.version.split('.')[0]}`,
		...describe(book),
		documents,
		contents,
		readImage: (path) => zip.read(path),
		cover: coverOf(book),
		report
	};
}

/** What the package says of the book. */
function describe({ metadata, spine }: Package) {
	const said = (name: string) =>
		metadata ? [...elementsIn(metadata, name)].map((element) => cleanLine(lineOf(element))) : [];
	const language = said('language')[0] ?? '';
	const dir = directionOfPages(spine, language);
	return {
		title: said('title')[0] ?? '',
		author: [...new Set(said('creator'))].filter((name) => name !== '').join(', '),
		language,
		dir,
		source: said('source')[0] ?? said('publisher')[0] ?? '',
		rights: said('rights')[0] ?? '',
		identifier: said('identifier').find((id) => id !== '') ?? null
	};
}

/** Languages of which books are set in columns from right to left, and read from left to right otherwise. */
const IN_COLUMNS = /^(ja|zh|ko|mn|yue)\b/i;

/** The direction of the text, as far as that of its pages tells it; `null` where it does not. */
function directionOfPages(spine: Package['spine'], language: string): Direction | null {
	const isTurned = spine?.attributes['page-progression-direction'] === 'rtl';
	return isTurned && !IN_COLUMNS.test(language) ? 'rtl' : null;
}

function coverOf({ items, metadata }: Package): string | null {
	const listed = [...items.values()].find(({ properties }) => /\bcover-image\b/.test(properties));
	return (listed ?? items.get(metadata ? metaOf(metadata, 'cover') : ''))?.path ?? null;
}

function readDocuments(zip: Zip, { order }: Package, report: BookReport): SourceDocument[] {
	const styles = new BookStyles();
	const sheets = new Map<string, string>();
	return order.flatMap(({ path, properties }) => {
		if (/\bnav\b/.test(properties)) {
			report.count('contents');
			return [];
		}
		const bytes = zip.read(path);
		if (!bytes) return [];
		const root = parseMarkup(decodeText(bytes).text, 'html', () => report.count('deep'));
		return [sourceDocument(path, root, styles.combine(sheetsOf(root, path, zip, sheets)))];
	});
}

/** The texts of the style sheets of a document; `sheets` has those that were read for others. */
function sheetsOf(
	root: SourceElement,
	path: string,
	zip: Zip,
	sheets: Map<string, string>
): string[] {
	const found: string[] = [];
	for (const element of elementsIn(root)) {
		if (element.name === 'body') break;
		if (element.name === 'style') found.push(textOf(element));
		const address = /stylesheet/i.test(element.attributes.rel ?? '') ? addressOf(element) : null;
		if (element.name !== 'link' || !address || /^[a-z]+:|^\/\//i.test(address)) continue;
		const sheet = resolvePath(path, address);
		if (!sheets.has(sheet)) {
			const bytes = zip.read(sheet);
			sheets.set(sheet, bytes ? decodeText(bytes).text : '');
		}
		found.push(sheets.get(sheet)!);
	}
	return found;
}
