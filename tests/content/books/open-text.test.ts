import { expect, test } from 'vitest';
import { openBook } from '$lib/content/books/open-book';
import { decodeText } from '$lib/content/books/markup/decode-text';
import { findPattern } from '$lib/content/books/plain-text/chapter-titles';
import { writeMarkdown } from '$lib/content/markdown/write-markdown';

const bytes = (text: string) => new TextEncoder().encode(text);
const LONG =
	'A line of words that is broken where it is full, as in\nmany plain texts that one finds, and it goes on here.';

test('a plain text: chapters by their titles, paragraphs of wrapped lines, verse', () => {
	const text = `Before.\n\nCHAPTER I\n\n${LONG}\n\n  One\n    two\n  three\n\nCHAPTER II. The End\n\n${LONG}\n`;
	const { chapters, title } = openBook(bytes(text), 'dir/A Book.txt');
	const joined = LONG.replace('\n', ' ');
	expect(title).toBe('A Book');
	expect(chapters.map((chapter) => [chapter.title, writeMarkdown(chapter.tree).trimEnd()])).toEqual(
		[
			['Before.', 'Before.'],
			['CHAPTER I', `${joined}\n\n:::verse\nOne\n\u2003two\nthree\n:::`],
			['CHAPTER II. The End', joined]
		]
	);
});

test('the way in which chapters are found can be chosen', () => {
	const text = bytes(`I\n\n${LONG}\n\nII\n\n${LONG}`);
	expect(openBook(text, 'a.txt').chapters.map(({ title }) => title)).toEqual(['I', 'II']);
	expect(openBook(text, 'a.txt', { chapters: 'none' }).chapters).toHaveLength(1);
});

test.each([
	['Chapter 1', 'Chapter 2', 'words'],
	['Глава первая', 'Глава вторая', 'words'],
	['第一章 开始', '第二章', 'chinese'],
	['I.', 'II. The Way', 'roman'],
	['1', '2. Home', 'numbers'],
	['Chapter 1', 'and then, of course, chapter two was', 'none']
])('chapters called “%s” and “%s” are found: %s', (one, two, pattern) => {
	expect(findPattern([[one], [LONG], [two]])).toBe(pattern);
});

test('numbers of lists, which begin again and again, are no chapters', () => {
	const list = ['1. One', '2. Two', '3. Three'].map((item) => [item]);
	expect(findPattern([...list, [LONG], ...list.slice(0, 2), [LONG], ...list])).toBe('none');
});

const RUSSIAN = Uint8Array.from('Он вышел из дома рано утром и пошёл к реке', (letter) => {
	const code = letter.charCodeAt(0);
	return code < 128 ? code : letter === 'ё' ? 0xb8 : code - 0x410 + 0xc0;
});

test.each([
	['UTF-8', bytes('“é”'), 'utf-8', false],
	['UTF-16 by its mark', Uint8Array.of(0xff, 0xfe, 0x41, 0), 'utf-16le', false],
	[
		'what XML declares',
		bytes('<?xml encoding="koi8-r"?>')
			.map((byte) => byte)
			.with(3, 0xc1),
		'koi8-r',
		false
	],
	[
		'Western, guessed',
		Uint8Array.of(...bytes('caf'), 0xe9, ...bytes(' au lait, d'), 0xe9, ...bytes('cid')),
		'windows-1252',
		true
	],
	['Russian, guessed', RUSSIAN, 'windows-1251', true]
])('the encoding of a text is told: %s', (_, file, encoding, isGuessed) => {
	expect(decodeText(file)).toMatchObject({ encoding, isGuessed });
});

test('a Markdown file is read in the normal form', () => {
	const text =
		'---\ntitle: A Text\nauthor: B\nlanguage: fr\n---\n# One\n\nA\nline[^x] <br> [l](b.md) ![p](c.png).\n\n[^x]: N.';
	const book = openBook(bytes(text), 'a.md');
	expect(book).toMatchObject({ title: 'A Text', author: 'B', language: 'fr' });
	expect(writeMarkdown(book.chapters[0].tree)).toBe('# One\n\nA line[^1] l .\n\n[^1]: N.\n');
	expect(book.report.lines()).toEqual([
		'1 piece of HTML was left out',
		'1 link leads to nothing and became text',
		'1 picture is not in the file'
	]);
});
