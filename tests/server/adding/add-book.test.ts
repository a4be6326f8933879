import { strToU8 } from 'fflate';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addBook, type AddOptions } from '$lib/server/adding/add-book';
import { readLibrary } from '$lib/server/library';
import { epub, page, PNG } from '../../content/books/make-epub';
import { FIXTURES } from '../../content/books/fixtures';

function makeFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'postil-add-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

const add = (bytes: Uint8Array, folder: string, options: AddOptions = {}, name = 'a.epub') =>
	addBook({ name, bytes }, folder, options);

/** Why a book was not added. */
function refusalOf(...args: Parameters<typeof add>): string {
	try {
		add(...args);
	} catch (error) {
		if (error instanceof Error && error.name === 'AddError') return error.message;
		throw error;
	}
	throw new Error('it was added');
}

const chapter = (title: string, ...paragraphs: string[]) =>
	page(`<h1>${title}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}`);

const FIRST = epub(
	{
		'1.xhtml': chapter('One', 'The first words.', 'Some more of them, as they were.'),
		'2.xhtml': chapter('Two', 'See <a href="3.xhtml">three</a>.', '<img src="m.png" alt="A map"/>'),
		'3.xhtml': chapter('Three', 'The third words.', 'They end here.')
	},
	{},
	{ 'OEBPS/m.png': PNG }
);

describe('What is not added', () => {
	test.each<[string, Uint8Array, AddOptions, string]>([
		['a PDF', strToU8('%PDF-1.4'), {}, 'This is a PDF: its pages have a fixed form'],
		[
			'a protected book',
			epub({ 'a.xhtml': page('<p>x</p>') }, {}, { 'META-INF/rights.xml': '<x/>' }),
			{},
			'The book is protected against copying (DRM).'
		],
		[
			'a name with spaces',
			FIRST,
			{ name: 'My Book' },
			'lowercase letters, digits and hyphens: my-book.'
		],
		[
			'a name of ours',
			FIRST,
			{ name: 'notebook' },
			'one of Postil’s own pages. Give another: --name the-notebook.'
		],
		['no language', FIRST, { language: 'english' }, '“english” is not a language tag.']
	])('%s', (_, bytes, options, sentence) => {
		const folder = makeFolder();
		expect(refusalOf(bytes, folder, options)).toContain(sentence);
		expect(readdirSync(folder)).toEqual([]);
	});
});

test('two runs at once leave each other alone, and one that was stopped is tidied up after', () => {
	const folder = makeFolder();
	const running = `.adding-${process.ppid}`;
	const stopped = `.adding-${spawnSync(process.execPath, ['-v']).pid}`;
	for (const name of [running, stopped]) mkdirSync(join(folder, name));
	add(FIRST, folder, { name: 'first' });
	expect(readdirSync(folder)).toEqual([running, 'first']);
});

test('the contents keep their levels, whatever the publisher updates', () => {
	const folder = makeFolder();
	const item = (file: string, title: string, inner = '') =>
		`<li><a href="${file}">${title}</a>${inner && `<ol>${inner}</ol>`}</li>`;
	const contents =
		item('p.xhtml', 'Part One', item('1.xhtml', 'One') + item('2.xhtml', 'Two')) +
		item('3.xhtml', 'After');
	const long = (words: string) => `${words} ${'and more of it '.repeat(40)}.`;
	const book = (words: string) =>
		epub({
			'nav.xhtml': page(`<nav epub:type="toc"><ol>${contents}</ol></nav>`),
			'p.xhtml': chapter('Part One', long('A motto')),
			'1.xhtml': chapter('One', long('The first')),
			'2.xhtml': chapter('Two', long('The second')),
			'3.xhtml': chapter('After', long(words))
		});
	const levels = () =>
		readLibrary(folder).works[0].chapters.map(({ title, level }) => [title, level]);
	add(book('The third'), folder, { name: 'book' });
	const expected = [
		['Part One', undefined],
		['One', 2],
		['Two', 2],
		['After', undefined]
	];
	expect(levels()).toEqual(expected);
	add(book('The last'), folder, { name: 'book', update: true });
	expect(levels()).toEqual(expected);
});

test('what the publisher says of a book stands before what its file says', () => {
	const folder = makeFolder();
	const said = { title: 'Die Straße', author: 'N. N.', language: 'de' };
	add(FIXTURES['the-road.epub'](), folder, said);
	const [work] = readLibrary(folder).works;
	expect(work).toMatchObject({ ...said, slug: 'die-stra-e' });
});

describe('A newer file of a book', () => {
	const second = epub({
		'0.xhtml': chapter('Zero', 'A new chapter.'),
		'1.xhtml': chapter('One', 'The first word.', 'Some more of them, as they were.'),
		'2.xhtml': chapter('Two', 'See <a href="3.xhtml">three</a>.'),
		'3.xhtml': chapter('Three, corrected', 'The third words.', 'They end here.')
	});
	const corrected = epub({
		'1.xhtml': chapter('One', 'The first word.', 'Some more of them, as they were.'),
		'2.xhtml': chapter('Two', 'See <a href="3.xhtml">three</a>.'),
		'3.xhtml': chapter('Three, corrected', 'The third words.', 'They end here.')
	});

	test('changes nothing unasked, and says what it would', () => {
		const folder = makeFolder();
		add(FIRST, folder);
		const before = readFileSync(join(folder, 'a-book/1-one.md'), 'utf8');
		expect(refusalOf(corrected, folder).split('\n').slice(1)).toEqual([
			`In ${folder}/a-book:`,
			'  changed  1-one.md  (blocks: 1 changed)',
			'  changed  2-two.md  (its text stays the same)',
			'  changed  3-three.md  (its text stays the same)',
			'  removed  images/m.png'
		]);
		expect(readFileSync(join(folder, 'a-book/1-one.md'), 'utf8')).toBe(before);
		expect(readdirSync(folder)).toEqual(['a-book']);
	});

	test('keeps addresses, what the publisher wrote, and files that are none of the book’s', () => {
		const folder = makeFolder();
		add(FIRST, folder);
		writeFileSync(join(folder, 'a-book/README.md'), 'Mine.');
		const yaml =
			'# Mine\ntitle: A Book, Revised\nauthor: A. W.\nlanguage: en\nsource: S\nrights: R\n';
		writeFileSync(join(folder, 'a-book/work.yaml'), yaml);
		const said = add(corrected, folder, { update: true });
		expect(said).toContain('  changed  1-one.md  (blocks: 1 changed)');
		expect(readdirSync(join(folder, 'a-book')).sort()).toEqual([
			'1-one.md',
			'2-two.md',
			'3-three.md',
			'README.md',
			'images',
			'work.yaml'
		]);
		expect(readFileSync(join(folder, 'a-book/work.yaml'), 'utf8')).toBe(yaml);
		const [work] = readLibrary(folder).works;
		expect(work.chapters.map(({ title }) => title)).toEqual(['One', 'Two', 'Three, corrected']);
		expect(add(corrected, folder, { update: true })).toEqual([
			`${folder}/a-book has all of it already: nothing is changed.`
		]);
	});

	test('keeps the address of a chapter of one sentence of which a word was corrected', () => {
		const folder = makeFolder();
		const book = (title: string, dedication: string) =>
			epub({
				'1.xhtml': chapter(title, dedication),
				'2.xhtml': chapter('Two', 'The first word.', 'Some more of them, as they were.')
			});
		add(book('Dedicaton', 'To the memroy of my father, Henry James Walker.'), folder);
		const newer = book('Dedication', 'To the memory of my father, Henry James Walker.');
		add(newer, folder, { update: true });
		const [work] = readLibrary(folder).works;
		expect(work.chapters.map(({ slug }) => slug)).toEqual(['1-dedicaton', '2-two']);
	});

	test('says which chapters get another address, under which readers’ marks would not be found', () => {
		const folder = makeFolder();
		add(FIRST, folder);
		const said = add(second, folder, { update: true }).join('\n');
		expect(said).toContain('The address of 3 chapters changes');
		expect(said).toContain('1-one → 2-one');
		expect(readLibrary(folder).works[0].chapters).toHaveLength(4);
	});
});
