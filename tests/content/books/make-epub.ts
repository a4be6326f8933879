/** Small books of our own, as files of different making. */
import { strToU8, zipSync } from 'fflate';

/** Files by path; a text is UTF-8. */
export type Parts = Record<string, string | Uint8Array>;

export function zip(parts: Parts): Uint8Array {
	return zipSync(
		Object.fromEntries(
			Object.entries(parts).map(([path, part]) => [
				path,
				typeof part === 'string' ? strToU8(part) : part
			])
		)
	);
}

export const CONTAINER =
	'<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>';

/** A document of a book. */
export function page(body: string, head = ''): string {
	return `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title>${head}</head><body>${body}</body></html>`;
}

/** What a package says; `files` are its documents in reading order. */
export interface PackageOptions {
	version?: string;
	metadata?: string;
	/** Items of the manifest beside the documents. */
	items?: string;
	spine?: string;
}

export function packageOf(files: readonly string[], options: PackageOptions = {}): string {
	const { version = '3.0', metadata = METADATA, items = '', spine = '' } = options;
	const listed = files.map(
		(file, id) =>
			`<item id="d${id}" href="${file}" media-type="application/xhtml+xml"${file.startsWith('nav') ? ' properties="nav"' : ''}/>`
	);
	const references = files.map((_, id) => `<itemref idref="d${id}"/>`);
	return `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="${version}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata}</metadata><manifest>${listed.join('')}${items}</manifest><spine ${spine}>${references.join('')}</spine></package>`;
}

const METADATA =
	'<dc:title>A Book</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en</dc:language><dc:identifier>urn:uuid:1</dc:identifier>';

/** An EPUB of documents by their names, and of other files. */
export function epub(
	documents: Record<string, string>,
	options: PackageOptions = {},
	more: Parts = {}
): Uint8Array {
	const names = Object.keys(documents);
	const pages = names.map((name) => [`OEBPS/${name}`, documents[name]] as const);
	return zip({
		mimetype: 'application/epub+zip',
		'META-INF/container.xml': CONTAINER,
		'OEBPS/book.opf': packageOf(names, options),
		...Object.fromEntries(pages),
		...more
	});
}

/** A picture of one pixel. */
export const PNG = Uint8Array.from(
	atob(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
	),
	(letter) => letter.charCodeAt(0)
);
