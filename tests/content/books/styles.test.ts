import { expect, test } from 'vitest';
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { BookStyles } from '$lib/content/books/html/styles';
import { openBook } from '$lib/content/books/open-book';
import { emptyDocument, sourceDocument } from '$lib/content/books/source-document';
import { appendTo, createElement } from '$lib/content/books/markup/element';
import { expectLinear } from '../../growth';
import { epub, page } from './make-epub';

const TOO_LARGE =
	'the book’s style is too large to look through: some italics or bold may be missing';

/** The book of one document with a style sheet in its head. */
function open(css: string, body: string) {
	return openBook(epub({ '1.xhtml': page(body, `<style>${css}</style>`) }), 'a.epub');
}

/** Whether the first word of a document is in italics. */
function isItalic(css: string, body: string): boolean {
	return JSON.stringify(open(css, body).chapters[0].tree).includes('"emphasis"');
}

test.each<[string, string, string, boolean]>([
	['of two classes the later rule', '.a{font-style:italic}.b{font-style:normal}', 'b a', false],
	[
		'whatever their order in the element',
		'.b{font-style:normal}.a{font-style:italic}',
		'a b',
		true
	],
	[
		'a rule that is written again',
		'.a{font-style:italic}.b{font-style:normal}.a{font-style:italic}',
		'a b',
		true
	],
	['a class before an element’s name', '.a{font-style:italic}p{font-style:normal}', 'a', true],
	['both classes', '.a.b{font-style:italic}.b{font-style:normal}', 'a b', true],
	['only one of both', '.a.b{font-style:italic}', 'a', false],
	['a class within another', 'section.s .a{font-style:italic}', 'a', true],
	['a class not within another', 'section.t .a{font-style:italic}', 'a', false]
])('what counts is %s', (_, css, classes, italic) => {
	expect(isItalic(css, `<section class="s"><p class="${classes}">Words</p></section>`)).toBe(
		italic
	);
});

/** As many letters of rules, each for a class of its own within others. */
const rules = (letters: number) =>
	Array.from(
		{ length: letters / 50 },
		(_, n) => `.a${n % 7} div .b > .c${n}, p p p {font-style:italic}`
	);

test('a style sheet that never ends takes time by its length, and says so', () => {
	const body = (letters: number) =>
		`<div class="a0"><div class="b">${'<p class="c1 c2">Words.</p>'.repeat(letters / 100)}</div></div>`;
	expectLinear(
		(letters) => [rules(letters).join(''), body(letters)] as const,
		([css, text]) => open(css, text)
	);
	expect(open(rules(2_000_000).join(''), '<p class="c1">Words.</p>').report.lines()).toContain(
		TOO_LARGE
	);
});

test('a style sheet that a thousand documents have is read once', () => {
	// The sheet grows with the number of documents: to read it for each takes the square.
	const make = (letters: number) => {
		const documents = Array.from({ length: letters / 100 }, (_, n) => [
			`${n}.xhtml`,
			page(
				`<h1>Chapter ${n}</h1><p class="c1">Words of it.</p>`,
				'<link rel="stylesheet" href="a.css"/>'
			)
		]);
		const css = rules(letters).join('');
		const file = epub(Object.fromEntries(documents), {}, { 'OEBPS/a.css': css });
		return { file, chapters: documents.length };
	};
	expectLinear(make, ({ file, chapters }) => {
		expect(openBook(file, 'a.epub').chapters).toHaveLength(chapters);
	});
});

test.each([
	['of 9 MB is charged by the letters that are read of it', [9]],
	['that there is no more for is not charged', [...Array<number>(7).fill(1), 0.9, 0.5]]
])('a style sheet %s, and the next is read', (_, sizes) => {
	const styles = new BookStyles();
	for (const [index, millions] of sizes.entries())
		styles.combine([`.a${index}{}`.padEnd(millions * 2 ** 20)]);
	const element = createElement('p', { class: 'a' });
	expect(styles.combine(['.a{font-style:italic}']).lookOf(element)).toEqual({ italic: true });
});

/** A document whose styles were asked of its body, emptied since, and what its tree was. */
function emptiedDocument() {
	const root = createElement('html');
	appendTo(root, createElement('body', { class: 'a' }));
	const document = sourceDocument('a', root, new BookStyles().combine(['.a{font-style:italic}']));
	expect(document.styles.lookOf(document.body)).toEqual({ italic: true });
	emptyDocument(document);
	return { document, tree: new WeakRef(root) };
}

test('the tree of a document that was emptied is in memory no more, though its styles are', async () => {
	setFlagsFromString('--expose-gc');
	const collectGarbage = runInNewContext('gc') as () => void;
	const { document, tree } = emptiedDocument();
	await new Promise(setImmediate); // a `WeakRef` holds what it was made of until then
	collectGarbage();
	expect(tree.deref()).toBeUndefined();
	expect(document.styles.wasCut).toBe(false);
});
