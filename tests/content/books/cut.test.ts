import { expect, test } from 'vitest';
import { openBook } from '$lib/content/books/open-book';
import { epub, page } from './make-epub';

const NAV = (lines: string) => page(`<nav epub:type="toc"><ol>${lines}</ol></nav>`);
const line = (address: string, title: string, inner = '') =>
	`<li><a href="${address}">${title}</a>${inner && `<ol>${inner}</ol>`}</li>`;
const words = (letters: number) => `<p>${'word '.repeat(letters / 5)}</p>`;

/** The chapters of a book of documents, as `title|level`. */
function chaptersOf(nav: string, documents: Record<string, string>): string[] {
	const pages = Object.entries(documents).map(([name, body]) => [name, page(body)]);
	const book = openBook(epub({ 'nav.xhtml': NAV(nav), ...Object.fromEntries(pages) }), 'a.epub');
	return book.chapters.map(({ title, level }) => `${title}|${level}`);
}

const section = (id: string) => `<h2 id="${id}">Section ${id}</h2>${words(500)}`;

test('sections of documents that stand beside their chapters in the contents are part of these', () => {
	const lines = (name: string) =>
		line(`${name}.html`, `Chapter ${name}`) +
		line(`${name}.html#${name}1`, `Section ${name}1`) +
		line(`${name}.html#${name}2`, `Section ${name}2`);
	const body = (name: string) =>
		`<h1>Chapter ${name}</h1>${section(`${name}1`)}${section(`${name}2`)}`;
	expect(chaptersOf(lines('a') + lines('b'), { 'a.html': body('a'), 'b.html': body('b') })).toEqual(
		['Chapter a|1', 'Chapter b|1']
	);
});

test('a book in one document is cut wherever its contents lead', () => {
	const nav =
		line('a.html', 'The Book') + line('a.html#1', 'Section 1') + line('a.html#2', 'Section 2');
	expect(
		chaptersOf(nav, { 'a.html': `<h1>The Book</h1><p>By me.</p>${section('1')}${section('2')}` })
	).toEqual(['The Book|1', 'Section 1|1', 'Section 2|1']);
});

test('documents that hold several chapters each, as converters cut them by size, are cut', () => {
	const nav = [
		line('a.html', 'The Book'),
		...['1', '2'].map((id) => line(`a.html#${id}`, `Section ${id}`)),
		...['3', '4'].map((id) => line(`b.html#${id}`, `Section ${id}`)),
		...['5', '6'].map((id) => line(`c.html#${id}`, `Section ${id}`))
	];
	const documents = {
		'a.html': `<h1>The Book</h1><p>By me.</p>${section('1')}${section('2')}`,
		'b.html': section('3') + section('4'),
		'c.html': section('5') + section('6')
	};
	expect(chaptersOf(nav.join(''), documents)).toEqual([
		'The Book|1',
		...['1', '2', '3', '4', '5', '6'].map((id) => `Section ${id}|1`)
	]);
});

test('a long document is cut at the outermost lines within it, and at inner ones where it is long still', () => {
	const inner = (id: string) => line(`a.html#${id}1`, `${id}1`) + line(`a.html#${id}2`, `${id}2`);
	const nav = line(
		'a.html',
		'A',
		line('a.html#b', 'B', inner('b')) + line('a.html#c', 'C', inner('c'))
	);
	const part = (id: string, letters: number) =>
		`<h2 id="${id}">${id.toUpperCase()}</h2>${words(letters)}<h3 id="${id}1">${id}1</h3>${words(letters)}<h3 id="${id}2">${id}2</h3>${words(letters)}`;
	expect(
		chaptersOf(nav + line('d.html', 'D'), {
			'a.html': `<h1>A</h1>${words(500)}${part('b', 5000)}${part('c', 25_000)}`,
			'd.html': '<h1>D</h1><p>End.</p>'
		})
	).toEqual(['A|1', 'B|2', 'C|2', 'c1|3', 'c2|3', 'D|1']);
});

test('many short documents of a lower level are sections of the chapters above them', () => {
	const numbers = Array.from({ length: 12 }, (_, index) => index);
	const nav = ['a', 'b'].map((name) =>
		line(
			`${name}.html`,
			`Chapter ${name}`,
			numbers.map((number) => line(`${name}${number}.html`, `${name}.${number}`)).join('')
		)
	);
	const documents = (letters: number) =>
		Object.fromEntries(
			['a', 'b'].flatMap((name) => [
				[`${name}.html`, `<h1>Chapter ${name}</h1>`],
				...numbers.map((number) => [
					`${name}${number}.html`,
					`<h2>${name}.${number}</h2>${words(letters)}`
				])
			])
		);
	expect(chaptersOf(nav.join(''), documents(500))).toEqual(['Chapter a|1', 'Chapter b|1']);
	expect(chaptersOf(nav.join(''), documents(4000))).toHaveLength(26);
});

test('short parts of a long document stay with what is before them', () => {
	const inner = ['1', '2', '3', '4'];
	const nav = line(
		'a.html',
		'A',
		inner.map((id) => line(`a.html#${id}`, `Section ${id}`)).join('')
	);
	const part = (id: string, letters: number) =>
		`<h2 id="${id}">Section ${id}</h2>${words(letters)}`;
	const body = `<h1>A</h1>${words(500)}${part('1', 500)}${part('2', 40_000)}${part('3', 500)}${part('4', 30_000)}`;
	expect(chaptersOf(nav + line('b.html', 'B'), { 'a.html': body, 'b.html': '<h1>B</h1>' })).toEqual(
		['A|1', 'Section 2|2', 'Section 4|2', 'B|1']
	);
});
