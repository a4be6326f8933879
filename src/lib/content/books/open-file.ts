/**
 * A file of any kind that is known becomes a book; any other is refused with a sentence that says what
 * it is. What few files need is handed in: what reads Markdown is as large as all the rest.
 */
import { BookError, type Book } from './book';
import { openEpub } from './epub/open-epub';
import { Zip } from './epub/zip';
import { isFb2, openFb2 } from './fb2/open-fb2';
import { isHtml, openHtml } from './html/open-html';
import { kindOfImage } from './image-kind';
import { makeBook, type BookOptions } from './make-book';
import { decodeText } from './markup/decode-text';
import type { ChapterPattern } from './plain-text/chapter-titles';
import { openText } from './plain-text/open-text';
import { refuseByBytes, refuseZip } from './refuse';

export interface OpenOptions extends BookOptions {
	/** Of a text, where a person knows it better than the guess: a name of the Encoding standard. */
	encoding?: string;
	/** How a plain text tells its chapters; without it the likeliest way is taken. */
	chapters?: ChapterPattern;
}

/** Makes a book of the text of a Markdown file; `title` stands for one that it does not have. */
export type OpenMarkdown = (text: string, title: string) => Book;

/** What few files need. */
export interface RareReaders {
	openMarkdown: OpenMarkdown;
	/** Whether a picture in SVG holds nothing that a browser would run, or ask another site for. */
	isPassiveSvg: (file: Uint8Array) => boolean;
}

/** The book in a file; `name` is the file's. Throws a `BookError` when it is none that can be read. */
export function openFile(
	bytes: Uint8Array,
	name: string,
	{ canShow = () => true, ...given }: OpenOptions,
	{ openMarkdown, isPassiveSvg }: RareReaders
): Book {
	const isPassive = (bytes: Uint8Array) => kindOfImage(bytes) !== 'svg' || isPassiveSvg(bytes);
	const options: OpenOptions = {
		...given,
		canShow: (bytes, name) => isPassive(bytes) && canShow(bytes, name)
	};
	if (bytes.length === 0) throw new BookError('The file is empty.');
	refuseByBytes(bytes);
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return openZip(new Zip(bytes), options, openMarkdown);
	return openTextFile(bytes, name, options, openMarkdown);
}

function openZip(zip: Zip, options: OpenOptions, openMarkdown: OpenMarkdown): Book {
	const isEpub =
		zip.find('META-INF/container.xml') !== null || zip.names.some((name) => /\.opf$/i.test(name));
	if (isEpub) return makeBook(openEpub(zip), options);
	const inner = zip.names.find((name) => /\.(fb2|html?|xhtml|md|txt)$/i.test(name));
	const bytes = inner ? zip.read(inner) : null;
	if (!inner || !bytes || zip.find('word/document.xml')) refuseZip(zip.names);
	return openTextFile(bytes, inner, options, openMarkdown);
}

function openTextFile(
	bytes: Uint8Array,
	name: string,
	options: OpenOptions,
	openMarkdown: OpenMarkdown
): Book {
	const { text, encoding, isGuessed } = decodeText(bytes, options.encoding ?? null);
	const title = name.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '');
	if (isBinary(text)) throw new BookError('The file is no text, and of no kind that Postil knows.');
	const textFile = { encoding, isGuessed, pattern: null };
	if (/\.(md|markdown|mdown)$/i.test(name)) return { ...openMarkdown(text, title), textFile };
	const isPage = isHtml(text) || /\.x?html?$/i.test(name);
	const source = isFb2(text)
		? openFb2(text)
		: isPage
			? openHtml(text, title)
			: openText(text, title, options.chapters);
	if (isGuessed) source.report.count('encoding');
	const book = makeBook(source, options);
	return { ...book, textFile: { ...textFile, pattern: source.pattern ?? null } };
}

const SAMPLE = 4000; // letters

/** Whether a text has signs that no text has. */
function isBinary(text: string): boolean {
	const sample = text.slice(0, SAMPLE);
	// eslint-disable-next-line no-control-regex -- they are what is looked for
	const bad = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
	return bad > sample.length / 50;
}
