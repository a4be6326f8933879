import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { shuffledParagraphs } from '../million.js';

const TEXT = resolve(import.meta.dirname, '../../../content/my-life/43-the-exile.md');
const XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';

/** As converters write it: classes for all that there is, some of which say how words look. */
const STYLE = [
	'.chapter { display: block; margin: 0 5pt } .body { text-indent: 1em; text-align: justify }',
	'.it { font-style: italic } .sc { font-variant: small-caps } h1 .first { font-weight: bold }',
	...Array.from({ length: 100 }, (_, n) => `.calibre${n} { display: block; font-weight: normal }`)
].join('\n');

/**
 * An EPUB 3 of so many words in so many files: sentences of the first text in another order, with
 * italics by classes, a note in each file, links, and contents.
 *
 * @param {{ words: number, files: number }} size
 * @returns {Uint8Array}
 */
export function makeBook({ words, files }) {
	const shuffled = shuffledParagraphs(readFileSync(TEXT, 'utf8').replace(/^---[^]*?\n---\n/, ''));
	const numbers = Array.from({ length: files }, (_, index) => index + 1);
	const documents = numbers.map((number) => [
		`OEBPS/c${number}.xhtml`,
		strToU8(documentOf(number, shuffled(words / files)))
	]);
	return zipSync({
		mimetype: [strToU8('application/epub+zip'), { level: 0 }],
		'META-INF/container.xml': strToU8(
			'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
		),
		'OEBPS/book.opf': strToU8(packageOf(numbers)),
		'OEBPS/nav.xhtml': strToU8(contentsOf(numbers)),
		'OEBPS/style.css': strToU8(STYLE),
		...Object.fromEntries(documents)
	});
}

/**
 * @param {number} number
 * @param {string[]} paragraphs
 */
function documentOf(number, paragraphs) {
	const rendered = paragraphs.map((paragraph, index) => {
		const words = paragraph.split(' ');
		words[3] = `<span class="it calibre${index % 100}">${words[3]}</span>`;
		if (index === 0) words[8] += '<a epub:type="noteref" href="#n">1</a>';
		return `<p class="body calibre${index % 100}">${words.join(' ')}</p>`;
	});
	return `<html ${XHTML}><head><title>Part ${number}</title><link rel="stylesheet" href="style.css"/></head>
<body class="calibre"><div class="chapter"><h1>Part ${number}</h1>
${rendered.join('\n')}
<p>See <a href="c1.xhtml">the beginning</a>.</p><aside epub:type="footnote" id="n"><p>A note of part ${number}.</p></aside></div></body></html>`;
}

/** @param {number[]} numbers */
function packageOf(numbers) {
	const items = numbers.map(
		(number) => `<item id="c${number}" href="c${number}.xhtml" media-type="application/xhtml+xml"/>`
	);
	const references = numbers.map((number) => `<itemref idref="c${number}"/>`);
	return `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A large book</dc:title><dc:creator>Nobody</dc:creator><dc:language>en</dc:language><dc:identifier>urn:postil:large-${numbers.length}</dc:identifier></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="css" href="style.css" media-type="text/css"/>${items.join('')}</manifest><spine>${references.join('')}</spine></package>`;
}

/** @param {number[]} numbers */
function contentsOf(numbers) {
	const lines = numbers.map((number) => `<li><a href="c${number}.xhtml">Part ${number}</a></li>`);
	return `<html ${XHTML}><head><title>Contents</title></head><body><nav epub:type="toc"><ol>${lines.join('')}</ol></nav></body></html>`;
}
