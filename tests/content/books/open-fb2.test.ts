import { expect, test } from 'vitest';
import { openBook } from '$lib/content/books/open-book';
import { writeMarkdown } from '$lib/content/markdown/write-markdown';
import { PNG } from './make-epub';

const FB2 = `<?xml version="1.0" encoding="windows-1251"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><author><first-name>Лев</first-name><last-name>Троцкий</last-name></author><book-title>Моя жизнь</book-title><lang>ru</lang><coverpage><image l:href="#c.png"/></coverpage></title-info><document-info><id>fb-1</id></document-info></description>
<body><title><p>Моя жизнь</p></title><epigraph><p>Эпиграф</p><text-author>Кто-то</text-author></epigraph>
<section><title><p>Глава 1</p><p>Ссылка</p></title><p>Слово<a l:href="#n1" type="note">[1]</a> и <emphasis>ещё</emphasis>.</p><poem><stanza><v>Строка</v><v>Другая</v></stanza></poem><p>См. <a l:href="#s2">дальше</a>.</p></section>
<section id="s2"><title><p>Глава 2</p></title><p>Конец.</p><image l:href="#c.png"/></section></body>
<body name="notes"><title><p>Примечания</p></title><section id="n1"><title><p>1</p></title><p>Заметка.</p></section></body>
<binary id="c.png" content-type="image/png">${btoa(String.fromCharCode(...PNG))}</binary></FictionBook>`;

/** A text in windows-1251; letters beyond ASCII are Russian. */
function encode(text: string): Uint8Array {
	return Uint8Array.from(text, (letter) => {
		const code = letter.charCodeAt(0);
		if (letter === 'ё') return 0xb8;
		return code < 128 ? code : code - 0x410 + 0xc0;
	});
}

test('an FB2 file in windows-1251: chapters, verse, notes, pictures, links', () => {
	const book = openBook(encode(FB2), 'a.fb2');
	expect(book).toMatchObject({
		format: 'FictionBook',
		title: 'Моя жизнь',
		author: 'Лев Троцкий',
		language: 'ru',
		identifier: 'fb-1',
		cover: 'images/c.png'
	});
	expect(book.images.get('images/c.png')).toEqual(PNG);
	expect(book.chapters.map(({ title, tree }) => [title, writeMarkdown(tree).trimEnd()])).toEqual([
		['Моя жизнь', '> Эпиграф\n>\n> ::signature[Кто-то]'],
		[
			'Глава 1 Ссылка',
			'Слово[^1] и *ещё*.\n\n:::verse\nСтрока\nДругая\n:::\n\nСм. [дальше](3-2.md).\n\n[^1]: Заметка.'
		],
		['Глава 2', 'Конец.\n\n![ ](images/c.png)']
	]);
});

test('a title with a note’s mark stays in the text, and is the title all the same', () => {
	const title =
		'<title><p>Надстрочные и подстрочные знаки в книге<a l:href="#n1" type="note">[1]</a></p></title>';
	const { chapters, report } = openBook(
		encode(FB2.replace('<title><p>Глава 2</p></title>', title)),
		'a.fb2'
	);
	expect(chapters[2].title).toBe('Надстрочные и подстрочные знаки в книге');
	expect(writeMarkdown(chapters[2].tree)).toContain('знаки в книге[^1]');
	expect(report.lines().join()).not.toContain('no title');
});
