import { expect, test } from 'vitest';
import { openBook } from '$lib/content/books/open-book';
import { epub, page } from './make-epub';

const svg = (inner: string, before = '') =>
	`${before}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inner}</svg>`;

const picturesOf = (source: string) => {
	const body = page('<p>Words. <img src="a.svg" alt="A drawing"/></p>');
	const book = openBook(epub({ '1.xhtml': body }, {}, { 'OEBPS/a.svg': source }), 'a.epub');
	return [...book.images.keys()];
};

test.each([
	['a drawing', svg('<path d="M0 0h9"/>')],
	['words that look like script', svg('<text>javascript: a set of onions = &lt;script</text>')],
	['a namespace of another site', svg('<g xmlns:i="http://ns.example/"/>')]
])('a picture in SVG is shown: %s', (_, source) => {
	expect(picturesOf(source)).toEqual(['images/a.svg']);
});

test.each([
	['a script', svg('<script>x()</script>')],
	['a style sheet of the file', svg('', '<?xml-stylesheet href="a.css"?>')],
	['another file', svg('<use href="b.svg#x"/>')],
	['a page in an address', svg('<image href="data:text/html,x"/>')],
	['no XML', svg('<g>')]
])('a picture in SVG is left out: %s', (_, source) => {
	expect(picturesOf(source)).toEqual([]);
});
