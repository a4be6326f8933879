/** Files that are books of another kind, or none: what a reader is told of them. */
import { BookError } from './book';

const PDF =
	'This is a PDF: its pages have a fixed form, and its text cannot flow. Look for the book as EPUB.';
const SOUND = 'This is a recording. Postil reads text only.';
const KINDLE = 'This is a Kindle file, which only Kindle opens. Look for the book as EPUB.';
const ARCHIVE = 'This is an archive of pictures or other files, not a book of text.';
const PICTURE = 'This is a picture. Postil reads text only.';
const WORD =
	'This is a document of a word processor. Save it there as EPUB or as HTML (a web page).';
const COMIC = 'This is a comic: its pages are pictures. Postil reads text only.';

/** How files begin, where, and what is said of them. */
const SIGNATURES: readonly [at: number, signature: string, sentence: string][] = [
	[0, '%PDF', PDF],
	[0, 'ID3', SOUND],
	[0, 'OggS', SOUND],
	[0, 'fLaC', SOUND],
	[4, 'ftyp', SOUND],
	[60, 'BOOKMOBI', KINDLE],
	[60, 'TEXtREAd', KINDLE],
	[0, 'TPZ', KINDLE],
	[0, '\xeaDRMION\xee', KINDLE],
	[0, 'Rar!', ARCHIVE],
	[0, '7z\xbc\xaf', ARCHIVE],
	[0, '\x1f\x8b', ARCHIVE],
	[0, 'AT&TFORM', 'This is a DjVu file: its pages are pictures. Postil reads text only.'],
	[0, 'ITSF', 'This is a Windows help file (CHM). Look for the book as EPUB.'],
	[0, '{\\rtf', WORD],
	[0, '\xd0\xcf\x11\xe0', WORD],
	[0, '\x89PNG', PICTURE],
	[0, '\xff\xd8\xff', PICTURE],
	[0, 'GIF8', PICTURE]
];

/** Throws a `BookError` for a file whose first bytes say that it is another kind. */
export function refuseByBytes(bytes: Uint8Array): void {
	for (const [at, signature, sentence] of SIGNATURES) {
		const begins = String.fromCharCode(...bytes.subarray(at, at + signature.length));
		if (begins === signature) throw new BookError(sentence);
	}
}

/** Throws a `BookError` for a zip file without a book, by the names of its files. */
export function refuseZip(names: readonly string[]): never {
	const share = (pattern: RegExp) =>
		names.filter((name) => pattern.test(name)).length / names.length;
	if (names.includes('word/document.xml') || names.includes('content.xml'))
		throw new BookError(WORD);
	if (share(/\.(jpe?g|png|gif|webp|avif|xml)$/i) > 0.8) throw new BookError(COMIC);
	if (share(/\.(mp3|m4a|ogg|opus|json)$/i) > 0.8) throw new BookError(SOUND);
	throw new BookError('There is no book in this archive that Postil can read.');
}
