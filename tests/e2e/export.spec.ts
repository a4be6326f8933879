import type { Page } from '@playwright/test';
import type { Annotation } from '../../src/lib/core/annotation/annotation';
import { expectNoViolations } from './axe';
import {
	choose,
	doImport,
	download,
	everything,
	numbersOf,
	openImport,
	wipe,
	type Downloaded
} from './files';
import { keep, makeAnnotation, readChapter, type Made } from './made';
import { untilAwake } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

const MADE: Made[] = [
	{ quote: 'packing all morning', id: 'a1', colour: 'yellow', day: 5, tags: ['on the way'] },
	{
		quote: 'He did not realize what our journey meant',
		id: 'a2',
		note: '=1+1 <b>Čapek</b>',
		day: 9
	},
	{ quote: 'The train started', id: 'a3', kind: 'bookmark', day: 3 },
	{ quote: 'The door remained locked', id: 'a4', note: 'Thrown away', day: 1, deleted: true }
];

/** What each format says of them, in its own way. */
const FORMATS: [name: string, file: RegExp, says: (string | RegExp)[]][] = [
	['Markdown', /\.md$/, ['> packing all morning', '#on-the-way', '^a1', /43-the-exile\/#p\d+/]],
	['Study packet', /\.html$/, ['<p>packing all morning</p>', '=1+1 &#60;b&#62;Čapek', 'ld+json']],
	[
		'Plain text',
		/\d\.txt$/,
		['“packing all morning”', '=1+1 <b>Čapek</b>', '(bookmark, 2026-11-03)']
	],
	['Web annotations', /\.jsonld$/, ['"motivation":"bookmarking"', '"TextQuoteSelector"']],
	['Hypothesis', /-hypothesis\.json$/, ['"text":"=1+1 <b>Čapek</b>"', '"bookmark"']],
	['Readwise', /-readwise\.csv$/, ['Highlight,Title,Author', '.on_the_way']],
	['Anki', /-anki\.tsv$/, ['#separator:tab', 'a1\tpacking all morning']],
	[
		'My Clippings',
		/-clippings\.txt$/,
		['My Life (Leon Trotsky)', 'packing all morning\r\n==========']
	]
];

async function openWith(page: Page): Promise<void> {
	const chapter = await readChapter(page);
	await keep(
		page,
		MADE.map((made) => makeAnnotation(chapter, made)),
		chapter
	);
	await page.goto('notebook/');
	await untilAwake(page);
	await expect(page.getByText('3 marks')).toBeVisible();
}

async function openExport(page: Page) {
	await page.getByRole('button', { name: 'Export' }).click();
	const sheet = page.getByRole('dialog', { name: 'Export' });
	await expect(sheet).toBeVisible();
	return sheet;
}

/** The live annotations in the database, as the app has them. */
async function live(page: Page): Promise<Annotation[]> {
	const records = (await everything(page)).annotations as (Annotation & { saved?: number })[];
	return records
		.filter(({ fields }) => !fields.deleted?.value)
		.map(({ saved, ...annotation }) => (void saved, annotation));
}

test('all that is live is saved in each format, and nothing deleted; through some it comes back field for field', async ({
	page
}) => {
	await openWith(page);
	const before = await live(page);
	expect(before).toHaveLength(3);
	const sheet = await openExport(page);
	await sheet.evaluate((node) =>
		Promise.all(node.getAnimations().map((animation) => animation.finished))
	);
	await expectNoViolations(page, 'the sheet');
	const saved = new Map<string, Downloaded>();
	for (const [format, file, says] of FORMATS) {
		const { name, text } = await download(page, format);
		saved.set(format, { name, text });
		expect(name).toMatch(file);
		for (const words of says)
			expect(text, format).toMatch(words instanceof RegExp ? words : escaped(words));
		expect(text, format).not.toContain('Thrown away');
	}
	await page.keyboard.press('Escape');
	// What is filtered can be saved alone.
	await page.getByRole('searchbox', { name: 'Search' }).fill('packing');
	await expect(page.getByText('1 of 3')).toBeVisible();
	await openExport(page);
	await expect(sheet.getByRole('radio', { name: 'Listed 1' })).toBeChecked();
	const { text } = await download(page, 'Plain text');
	expect(text).toContain('packing all morning');
	expect(text).not.toContain('journey');
	await sheet.getByRole('radio', { name: 'All 3' }).check();
	expect((await download(page, 'Plain text')).text).toContain('journey');

	for (const format of ['Study packet', 'Web annotations']) {
		const { name, text } = saved.get(format)!;
		await wipe(page);
		await openImport(page);
		await choose(page, text, name);
		expect(await numbersOf(page), name).toEqual({ New: 3 });
		await doImport(page);
		expect(await live(page), name).toEqual(before);
	}
});

function escaped(words: string): RegExp {
	return new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
