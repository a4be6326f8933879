import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBook } from '$lib/content/books/open-book';
import { textOfTree } from '$lib/content/markdown/text-of-tree';
import { readLibrary, type Library } from '$lib/server/library';
import { FIXTURES } from '../../content/books/fixtures';

/** The names that works get of their titles; a Russian title makes none. */
const SLUGS: Record<string, string> = {
	'the-road.epub': 'the-road-a-tale',
	'a-book.epub': 'a-book',
	'report.epub': 'report-2026',
	'split.epub': 'split',
	'yolka.fb2': 'yolka',
	'a-long-walk.txt': 'a-long-walk',
	'bruecke.html': 'uber-die-brucke'
};

describe('npm run add', () => {
	let folder: string;
	let library: Library;
	let said: string;
	let failed: string;

	const run = (...args: string[]) =>
		spawnSync(process.execPath, ['src/tools/publisher/add.js', ...args], {
			encoding: 'utf8',
			env: { ...process.env, CONTENT_DIR: join(folder, 'content') }
		});

	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'postil-add-'));
		for (const [name, make] of Object.entries(FIXTURES)) writeFileSync(join(folder, name), make());
		const files = [...Object.keys(FIXTURES), 'none.epub'].map((name) => join(folder, name));
		const all = run(...files, folder);
		const named = run('--name', 'yolka', join(folder, 'yolka.fb2'));
		expect([all.status, named.status, named.stderr]).toEqual([1, 0, '']);
		said = all.stdout;
		failed = all.stderr.replaceAll(folder, '');
		library = readLibrary(join(folder, 'content'));
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	test('writes works that the build reads, and nothing beside them', () => {
		expect(readdirSync(join(folder, 'content')).sort()).toEqual(Object.values(SLUGS).sort());
	});

	test.each(Object.keys(FIXTURES))(
		'%s has the text, blocks and edition of the file itself',
		(name) => {
			const book = openBook(readFileSync(join(folder, name)), name);
			const work = library.works.find(({ slug }) => slug === SLUGS[name])!;
			expect([work.language, work.dir]).toEqual([book.language, book.dir]);
			expect(work.chapters.map(({ slug, title }) => [slug, title])).toEqual(
				book.chapters.map(({ slug, title }) => [slug, title])
			);
			for (const [index, { tree }] of book.chapters.entries()) {
				const { text, blocks, edition } = work.chapters[index];
				expect({ text, blocks, edition }).toEqual(textOfTree(tree, book.language));
			}
		}
	);

	test('says what the book is, what it lacks and what was left out', () => {
		expect(said).toContain('“The Road: A Tale” by A. Writer, B. Writer (EPUB 2) is in ');
		expect(said).toContain('  - 1 passage that the book hides was left out');
		expect(said).toContain('  - the file does not name its author: work.yaml says “Unknown”');
	});

	test('goes on with the other files when one cannot be added', () => {
		expect(failed.trim().split('\n\n')).toEqual([
			'/yolka.fb2: The title “Ёлка” has no Latin letters to make an address of. Give one: --name my-life.',
			'/none.epub: There is no such file.',
			': This is a folder. Give the file of a book.'
		]);
	});

	test('writes the cover, and work.yaml names it', () => {
		const road = library.works.find(({ slug }) => slug === 'the-road-a-tale')!;
		expect(road.cover).toBe('images/cover.png');
		expect(readdirSync(join(folder, 'content/the-road-a-tale/images'))).toContain('cover.png');
	});

	test('says how it is used', () => {
		expect(run().stderr).toMatch(/^npm run add -- FILE/);
		expect(run('--nme', 'x').stderr).toContain('--name my-life');
		expect(run('--name', 'x', 'a', 'b').stderr).toMatch(/^A name or a title is of one book/);
	});
});
