import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
	chapterSummary,
	findChapter,
	findWork,
	workSummaries,
	library,
	readLibrary,
	workSummary
} from '$lib/server/library';
import { chapterFile, writeContent } from './content-folder';

describe('the fixtures', () => {
	const fixtures = readLibrary('tests/fixtures/content');

	test('are read without a fault, works by name, chapters by number', () => {
		const shelf = fixtures.works.map(({ slug, language, dir, chapters }) => [
			slug,
			language,
			dir,
			chapters.length
		]);
		expect(shelf).toEqual([
			['bereshit', 'he', 'rtl', 2],
			['daodejing', 'zh-Hant', 'ltr', 3],
			['lighthouse-year', 'en-GB', 'ltr', 12],
			['sonnets', 'en', 'ltr', 4]
		]);
		const slugs = findWork(fixtures, 'daodejing')!.chapters.map(({ slug }) => slug);
		expect(slugs).toEqual(['01-dao', '08-shui', '33-ming']);
	});

	const chapters = fixtures.works.flatMap((work) =>
		work.chapters.map((chapter) => ({
			name: `${work.slug}/${chapter.slug}`,
			language: work.language,
			...chapter
		}))
	);

	test.each(chapters)('$name has ids that are unique and stand in its HTML in order', (chapter) => {
		const ids = [...chapter.html.matchAll(/ id="((?:p|note-)[\d-]+)"/g)].map(([, id]) => id);
		expect(ids).toEqual(chapter.blocks.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
	});

	test.each(chapters)('$name has blocks that cover its text', ({ text, blocks }) => {
		let end = -1;
		for (const block of blocks) {
			expect(block.start).toBe(end + 1);
			expect(text.slice(block.start, block.end)).toMatch(/^\S[^\n]*$/);
			end = block.end;
		}
		expect(end).toBe(text.length);
	});

	test.each(chapters)('$name needs no style, no script, no other site', ({ html }) => {
		expect(html).not.toMatch(/<!--|<script|<style| style=| on\w+=|src="(?!\.\.\/)/);
	});

	test.each(chapters)('$name tells its words from English ones of ours', ({ html, language }) => {
		for (const { tag, lang } of languagesIn(html, language)) {
			const isEnglish = /aria-label|^h2 data-noanchor/.test(tag);
			expect(lang, tag).toMatch(isEnglish ? /^en(-|$)/ : / id="/.test(tag) ? language : /./);
		}
	});

	test.each(chapters)('$name links to ids that are there', ({ html }) => {
		for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(` id="${id}"`);
	});
});

describe('a library', () => {
	test('gains a work with a folder and its files', () => {
		const folder = writeContent({
			'x/work.yaml':
				'title: 1984\nauthor: Yes\nlanguage: fa\nsource: |\n  Two\n  lines\nrights: >-\n  One\n  line\n',
			'x/10-last.md': chapterFile('Last.'),
			'x/2-middle.md': '---\ntitle: "On: Colons"\nnumber: 007\n---\nMiddle.',
			'x/0-first.md': '\ufeff---\r\ntitle: First\r\n---\r\nFirst\r\nline.\r\n',
			'x/.DS_Store': 'not ours',
			'README.md': 'How to add a text.'
		});
		const { works } = readLibrary(folder);
		expect(works.map(({ slug }) => slug)).toEqual(['w', 'x']);
		expect(workSummary(works[1])).toEqual({
			slug: 'x',
			title: '1984',
			author: 'Yes',
			language: 'fa',
			dir: 'rtl',
			source: 'Two\nlines',
			rights: 'One line',
			chapters: [
				{ slug: '0-first', title: 'First', number: null, minutes: 1 },
				{ slug: '2-middle', title: 'On: Colons', number: '007', minutes: 1 },
				{ slug: '10-last', title: 'A Chapter', number: null, minutes: 1 }
			]
		});
		expect(works[1].chapters[0].text).toBe('First line.');
	});

	test('lets a work name its direction', () => {
		const work = 'title: T\nauthor: A\nlanguage: he-Latn\nsource: S\nrights: R\n';
		const dirOf = (yaml: string) => readLibrary(writeContent({ 'w/work.yaml': yaml })).works[0].dir;
		expect(dirOf(work)).toBe('ltr');
		expect(dirOf(`${work}dir: rtl\n`)).toBe('rtl');
	});

	test('is asked for works and chapters, and says null for what it has not', () => {
		const library = readLibrary(writeContent());
		const [work] = library.works;
		expect(findWork(library, 'w')).toBe(work);
		expect(findWork(library, 'v')).toBeNull();
		expect(findChapter(library, 'w', '1-a')).toBe(work.chapters[0]);
		expect(findChapter(library, 'w', '2-a')).toBeNull();
		expect(findChapter(library, 'v', '1-a')).toBeNull();
	});

	test('tells of itself without its texts', () => {
		const library = readLibrary(writeContent());
		const [chapter] = library.works[0].chapters;
		expect(workSummaries(library)).toEqual([workSummary(library.works[0])]);
		expect(JSON.stringify(workSummaries(library))).not.toContain('Some words.');
		expect(chapterSummary(chapter)).toEqual({
			slug: '1-a',
			title: 'A Chapter',
			number: null,
			minutes: 1
		});
	});
});

describe('the library of this process', () => {
	test('is read from CONTENT_DIR, once, and again when a file has changed', () => {
		const folder = writeContent();
		vi.stubEnv('CONTENT_DIR', folder);
		const first = library();
		expect(first.works.map(({ slug }) => slug)).toEqual(['w']);
		expect(library()).toBe(first);

		const file = join(folder, 'w/1-a.md');
		writeFileSync(file, chapterFile('Other words'));
		utimesSync(file, 2_000_000_000, 2_000_000_000); // clocks of file systems are coarse
		expect(library().works[0].chapters[0].text).toBe('Other words');

		mkdirSync(join(folder, 'x'));
		expect(library).toThrow('is missing');
		vi.unstubAllEnvs();
	});

	test('is that of content/ when nothing else is named', () => {
		vi.stubEnv('CONTENT_DIR', '');
		expect(findWork(library(), 'my-life')).not.toBeNull();
		vi.unstubAllEnvs();
	});
});

/** Every start tag of some HTML, in order, and the language of what is in it. */
function languagesIn(html: string, language: string): { tag: string; lang: string }[] {
	const open = [language];
	return [...html.matchAll(/<([^>]+)>/g)].flatMap(([, tag]) => {
		if (tag.startsWith('/')) {
			open.pop();
			return [];
		}
		const lang = / lang="([^"]*)"/.exec(tag)?.[1] ?? open.at(-1)!;
		if (!/^(br|hr|img)\b/.test(tag)) open.push(lang);
		return [{ tag, lang }];
	});
}
