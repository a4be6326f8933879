import { expect, test } from 'vitest';
import { BookReader } from '$lib/content/books/book-reader';
import { openBook } from '$lib/content/books/open-book';
import type { BookPart } from '$lib/core/own-works/opened-book';
import type { OwnChapter, OwnWork } from '$lib/core/own-works/own-work';
import type { ArticleNode } from '$lib/core/text/article-node';
import { editionOf } from '$lib/core/text/edition';
import { epub, page, PNG } from './make-epub';

const NOW = '2026-11-27T10:00:00.000Z';
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Opens a file and keeps it, beside the chapters that are here. */
function keep(
	bytes: Uint8Array,
	{ name = 'a.epub', here = [] as OwnChapter[], choices = {} } = {}
) {
	const reader = new BookReader(openBook);
	const steps: [number, number][] = [];
	const preview = reader.open({ file: { name, bytes }, choices }, (...step) => steps.push(step));
	const work = reader.keep({ here, fileName: name, now: NOW });
	const parts: BookPart[] = [];
	for (let part; (part = reader.next()).chapters.length + part.pictures.length > 0;)
		parts.push(part);
	const chapters = parts.flatMap((part) => part.chapters);
	return { preview, steps, work, chapters, pictures: parts.flatMap((part) => part.pictures) };
}

const article = ({ article }: OwnChapter) => JSON.parse(article) as ArticleNode[];

const WORDS = (name: string) =>
	Array.from({ length: 40 }, (_, n) => `${name} said sentence ${n} of it.`).join(' ');

const book = (documents: Record<string, string>) => epub(documents);

test('a book: what is shown before it is kept, and what is kept', () => {
	const file = epub(
		{
			'1.xhtml': page(
				'<h1>One</h1><p>A <b>bold</b> word, <a href="2.xhtml#x">there</a>, <a href="https://example.org/">out</a>.</p><p><img src="a.png" alt="A map"/></p>'
			),
			'2.xhtml': page('<h1>Two</h1><h2>Part</h2><p id="x">B.</p>')
		},
		{},
		{ 'OEBPS/a.png': PNG }
	);
	const { preview, work, chapters, pictures, steps } = keep(file);
	expect(preview).toMatchObject({
		title: 'A Book',
		author: 'A. Writer',
		format: 'EPUB 3',
		cover: null,
		textFile: null,
		losses: []
	});
	expect(preview.chapters).toEqual([
		{ title: 'One', level: 1, minutes: 1 },
		{ title: 'Two', level: 1, minutes: 1 }
	]);
	expect(work).toMatchObject({ slug: preview.slug, fileName: 'a.epub', added: NOW });
	expect(work.chapters.map(({ slug, plain }) => [slug, plain])).toEqual([
		['1-one', false],
		['2-two', false]
	]);
	expect(article(chapters[0])).toEqual([
		[
			'p',
			{ id: 'p1' },
			'A ',
			['strong', {}, 'bold'],
			' word, ',
			['a', { href: 'chapter:2-two#p2' }, 'there'],
			', ',
			['a', { href: 'https://example.org/', rel: 'noopener noreferrer' }, 'out'],
			'.'
		],
		'\n',
		['p', {}, ['img', { src: 'picture:images/a.png', alt: 'A map' }]]
	]);
	for (const { text, edition } of chapters) expect(edition).toBe(editionOf(text));
	expect(pictures).toEqual([{ path: 'images/a.png', type: 'image/png', bytes: PNG }]);
	expect(steps[0]).toEqual([0, 4]);
	expect(steps.at(-1)).toEqual([3, 4]);
});

test('a newer file: chapters that are here keep their addresses, and links follow', () => {
	const one = page(`<h1>One</h1><p>${WORDS('Anna')}</p>`);
	const two = page(`<h1>Two</h1><p>${WORDS('Boris')}</p><p><a href="1.xhtml">one</a></p>`);
	const preface = page('<h1>Preface</h1><p>New words, and few.</p>');
	const older = keep(book({ '1.xhtml': one, '2.xhtml': two }));
	const corrected = one
		.replaceAll('sentence 1', 'sentense 1')
		.replace('<p>', '<p>“href":"chapter:2-two” ');
	const newer = keep(book({ '0.xhtml': preface, '2.xhtml': two, '1.xhtml': corrected }), {
		here: older.chapters
	});
	expect(newer.work.slug).toBe(older.work.slug);
	expect(newer.work.chapters.map(({ slug, title }) => [slug, title])).toEqual([
		['1-preface', 'Preface'],
		['2-two', 'Two'],
		['1-one', 'One']
	]);
	expect(newer.chapters.map(({ slug }) => slug)).toEqual(['1-preface', '2-two', '1-one']);
	expect(newer.chapters[1].edition).toBe(older.chapters[1].edition);
	expect(newer.chapters[1].article).toContain('chapter:1-one');
	expect(newer.chapters[2].article).toContain('chapter:2-two”');
});

test('a new chapter does not take the address of one that is gone', () => {
	const older = keep(book({ '1.xhtml': page(`<h1>One</h1><p>${WORDS('Anna')}</p>`) }));
	const newer = keep(
		book({
			'1.xhtml': page(`<h1>One</h1><p>${WORDS('Clara')}</p>`),
			'2.xhtml': page(`<h1>Two</h1><p>${WORDS('Anna')}</p>`)
		}),
		{ here: older.chapters }
	);
	expect(newer.work.chapters.map(({ slug }) => slug)).toEqual(['1-one-2', '1-one']);
});

test.each([
	['script', '<p><a href="javascript:alert(1)">x</a></p>'],
	['data', '<p><a href="data:text/html,x">x</a></p>'],
	['a file', '<p><a href="file:///etc/passwd">x</a></p>'],
	['a handler', '<p onclick="alert(1)" style="color:red">x</p><script>alert(1)</script>'],
	[
		'another site’s picture',
		'<p>x<img src="https://example.org/a.png" alt="y" onerror="alert(1)"/></p>'
	]
])('nothing of %s is in an article', (_, body) => {
	const { chapters } = keep(book({ '1.xhtml': page(`<h1>One</h1>${body}`) }));
	expect(chapters[0].text).toMatch(/^x/);
	expect(chapters[0].article).not.toMatch(/javascript|data:|file:|alert|example|style|onclick/);
});

test('a text in another encoding: it is said, and can be chosen, and the chapters too', () => {
	const russian = 'Глава 1\n\nКак это было.\n\nГлава 2\n\nИ стало.\n';
	const bytes = Uint8Array.from(russian, (letter) => {
		const code = letter.charCodeAt(0);
		return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
	});
	const { preview } = keep(bytes, { name: 'a.txt' });
	expect(preview.textFile).toEqual({
		encoding: 'windows-1251',
		isGuessed: true,
		pattern: 'words'
	});
	expect(preview.chapters).toHaveLength(2);
	const chosen = keep(bytes, { name: 'a.txt', choices: { encoding: 'koi8-r', pattern: 'none' } });
	expect(chosen.preview.textFile).toEqual({
		encoding: 'koi8-r',
		isGuessed: false,
		pattern: 'none'
	});
	expect(chosen.preview.chapters).toHaveLength(1);
	expect(chosen.chapters[0].text).not.toContain('Как');
});

test('Markdown is read as well, and a book of another kind is refused in words', () => {
	const { work } = keep(bytesOf('# One\n\nA.\n'), { name: 'a.md' });
	expect(work.chapters.map(({ title }) => title)).toEqual(['One']);
	expect(() => keep(bytesOf('%PDF-1.7'), { name: 'a.pdf' })).toThrow('This is a PDF');
});

test('a long book is handed over in parts, and its size is told', () => {
	const documents = Object.fromEntries(
		Array.from({ length: 12 }, (_, n) => [
			`${n}.xhtml`,
			page(`<h1>Chapter ${n}</h1>${`<p>${WORDS(`Anna ${n}`)}</p>`.repeat(100)}`)
		])
	);
	const reader = new BookReader(openBook);
	reader.open({ file: { name: 'a.epub', bytes: book(documents) }, choices: {} });
	const work: OwnWork = reader.keep({ here: [], fileName: 'a.epub', now: NOW });
	const sizes = [reader.next(), reader.next(), reader.next()].map(
		({ chapters }) => chapters.length
	);
	expect(sizes.every((size) => size > 0 && size < 12)).toBe(true);
	expect(work.size).toBeGreaterThan(2_000_000);
});
