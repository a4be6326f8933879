/**
 * Spoilt books by the hundred. `BOOKS=20000 BOOK_SEED=5 npx vitest run --project node fuzz` for a longer
 * run; a failure names the seed of its file, which `BOOKS=1 BOOK_SEED=…` repeats.
 */
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { BookError, type Book } from '$lib/content/books/book';
import { openBook } from '$lib/content/books/open-book';
import { textOfTree } from '$lib/content/markdown/text-of-tree';
import { seeded } from '../../core/anchoring/mutations/random';
import { processorTime } from '../../growth';
import { expectSound } from './expect-sound';
import { FIXTURES } from './fixtures';
import { epub, page, packageOf, zip, CONTAINER, PNG } from './make-epub';
import { spoilBook } from './spoil-book';

const COUNT = Number(process.env.BOOKS ?? 50);
const SEED = Number(process.env.BOOK_SEED ?? 1);
const HANG = 5_000; // ms of the processor: a busy machine is slow, not wrong

/** The book in a file; `null` for one that is refused, with a sentence. */
function openOrRefuse(bytes: Uint8Array, name: string): Book | null {
	const start = processorTime();
	try {
		return openBook(bytes, name);
	} catch (error) {
		if (!(error instanceof BookError)) throw error;
		expect(error.message).toMatch(/^[A-Z“][^]{15,}\.$/);
		return null;
	} finally {
		expect(processorTime() - start).toBeLessThan(HANG);
	}
}

// A long text is spoilt by its start alone: what is tested is the reading, not the length.
const files = Object.entries(FIXTURES).map(
	([name, make]) => [name, make().slice(0, 20_000)] as const
);

test(`${COUNT} spoilt files: each is read or refused, within the allow-list, and reads back the same`, () => {
	let read = 0;
	for (let seed = SEED; seed < SEED + COUNT; seed++) {
		const random = seeded(seed);
		const [name, bytes] = random.pick(files);
		try {
			const book = openOrRefuse(spoilBook(bytes, random), name);
			if (!book) continue;
			read++;
			expectSound(book);
		} catch (error) {
			throw new Error(`${name}, BOOKS=1 BOOK_SEED=${seed}`, { cause: error });
		}
	}
	// Most have something to read left, and that is read.
	expect(read).toBeGreaterThan(COUNT / 3);
}, 600_000);

const words = (book: Book) =>
	book.chapters.map(({ tree }) => textOfTree(tree, book.language).text).join('\n');

test('documents that were not spoilt are read whole, whatever one among them is', () => {
	const names = ['a', 'b', 'c', 'd'];
	for (let seed = SEED; seed < SEED + COUNT / 10; seed++) {
		const random = seeded(seed);
		const spoilt = random.pick(names);
		const documents = names.map((name) => {
			const body = page(`<h1>Title ${name}</h1><p>Words of ${name}, all of them.</p>`);
			return [`${name}.xhtml`, name === spoilt ? decode(spoilBook(strToU8(body), random)) : body];
		});
		const book = openOrRefuse(epub(Object.fromEntries(documents)), 'a.epub')!;
		for (const name of names)
			if (name !== spoilt)
				expect(words(book), `seed ${seed}`).toContain(`Words of ${name}, all of them.`);
		expectSound(book);
	}
});

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const many = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, index) => [`OEBPS/x${index}.txt`, 'x']));
const BOOK = { 'META-INF/container.xml': CONTAINER, 'OEBPS/book.opf': packageOf(['1.xhtml']) };
const bomb = (body: string, more = {}) => epub({ '1.xhtml': page(body) }, {}, more);
const entities = Array.from(
	{ length: 30 },
	(_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`
).join('');

test.each<[string, () => Uint8Array, string | null]>([
	['5,001 files', () => zip({ ...BOOK, ...many(5001) }), null],
	[
		'4,000 files',
		() => zip({ ...BOOK, 'OEBPS/1.xhtml': page('<p>Words.</p>'), ...many(4000) }),
		'Words.'
	],
	[
		'a bomb of entities',
		() =>
			zip({
				...BOOK,
				'OEBPS/1.xhtml': `<!DOCTYPE html [<!ENTITY e0 "boom">${entities}]><html><body><p>Words &e30;</p></body></html>`
			}),
		'Words'
	],
	['200,000 open elements', () => bomb(`${'<div>'.repeat(200_000)}<p>Words.</p>`), 'Words.'],
	['200,000 open marks', () => bomb(`<p>${'<i>'.repeat(200_000)}Words.</p>`), 'Words.'],
	['100,000 empty links', () => bomb(`<p>Words.${'<a id="x"/>'.repeat(100_000)}</p>`), 'Words.'],
	['50,000 marks in a line', () => bomb(`<p>Words.${'<em>a,</em>b'.repeat(50_000)}</p>`), 'Words.'],
	[
		'a table of 50,000 rows',
		() => bomb(`<p>Words.</p><table>${'<tr><td>a</td></tr>'.repeat(50_000)}</table>`),
		'Words.'
	],
	[
		'20,000 figures, and as many places that links lead to',
		() =>
			bomb(
				Array.from(
					{ length: 20_000 },
					(_, n) =>
						`<p id="p${n}">Words.</p><figure id="f${n}"><img src="a.png" alt="x"/><figcaption>C</figcaption></figure>`
				).join(''),
				{ 'OEBPS/a.png': PNG }
			),
		'Words.'
	],
	[
		'20,000 drawings in a line',
		() => {
			const drawing = (_: unknown, n: number) => `<svg viewBox="0 0 1 ${n + 1}"></svg>`;
			return bomb(`<p>Words.</p><p>${Array.from({ length: 20_000 }, drawing).join('')}</p>`);
		},
		'Words.'
	],
	[
		'contents of 20,000 levels',
		() =>
			epub({
				'nav.xhtml': page(`<nav epub:type="toc">${'<ol><li>'.repeat(20_000)}</nav>`),
				'1.xhtml': page('<p>Words.</p>')
			}),
		'Words.'
	],
	[
		'a style sheet of 100,000 rules',
		() =>
			epub({
				'1.xhtml': page(
					'<p class="a b c">Words.</p>'.repeat(500),
					`<style>${'.a .b > .c, p p p {font-style:italic}'.repeat(100_000)}</style>`
				)
			}),
		'Words.'
	],
	['brackets by the hundred thousand', () => strToU8(`Words.\n\n${'['.repeat(200_000)}`), 'Words.']
])('a file made to do harm is read or refused in time: %s', (_, make, found) => {
	const book = openOrRefuse(make(), 'a.epub');
	if (found === null) expect(book).toBeNull();
	else expect(words(book!)).toContain(found);
});
