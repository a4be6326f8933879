import { expect, test } from 'vitest';
import { openBook } from '$lib/content/books/open-book';
import { writeMarkdown } from '$lib/content/markdown/write-markdown';
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

/** The drawings that stand in a page, as files, and what the report says. */
function drawn(body: string): { files: string[]; markdown: string; report: string[] } {
	const { images, chapters, report } = openBook(epub({ '1.xhtml': page(body) }), 'a.epub');
	return {
		files: [...images].map(([path, bytes]) => `${path}: ${new TextDecoder().decode(bytes)}`),
		markdown: writeMarkdown(chapters[0].tree).trimEnd(),
		report: report.lines()
	};
}

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"';

test('a drawing that stands in a page becomes a picture, the same one once', () => {
	const map =
		'<svg viewBox="0 0 9 9"><title>A map</title><linearGradient id="g"/><use xlink:href="#g"/></svg>';
	const { files, markdown, report } = drawn(
		`<p>a</p><figure>${map}<figcaption>Roads</figcaption></figure><p>${map}</p>`
	);
	expect(files).toEqual([
		`images/drawing.svg: ${map.replace('<svg', `<svg ${NAMESPACE} xmlns:xlink="http://www.w3.org/1999/xlink"`)}`
	]);
	expect(markdown).toBe(
		'a\n\n![A map](images/drawing.svg "Roads")\n\n![A map](images/drawing.svg)'
	);
	expect(report).toEqual([]);
});

test.each([
	['a script', `<svg viewBox="0 0 9 9"><script>x()</script></svg>`],
	['a handler', `<svg viewBox="0 0 9 9" onload="x()"/>`],
	[
		'a picture of another site',
		`<svg viewBox="0 0 9 9"><feImage href="https://example.org/a"/></svg>`
	],
	['looks of the book’s style sheet', '<svg viewBox="0 0 9 9"><path class="a" d="M0 0"/></svg>'],
	['a part of another drawing', '<svg viewBox="0 0 9 9"><use href="#b"/></svg>'],
	['no size', '<svg><path d="M0 0h9"/></svg>'],
	['no end', '<svg viewBox="0 0 9 9"><path d="M0 0h9">'],
	['words in its line', 'b <svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>']
])('a drawing that stands in a page is left out, and told: it has %s', (_, svg) => {
	const { files, report } = drawn(`<p>Words.</p><p>${svg}</p>`);
	expect(files).toEqual([]);
	expect(report).toEqual(['1 drawing within the text was left out']);
});
