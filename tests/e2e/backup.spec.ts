import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectNoViolations } from './axe';
import {
	choose,
	doImport,
	download,
	everything,
	numbersOf,
	openImport,
	openSettings,
	plan,
	untilCompared,
	wipe
} from './files';
import { describe } from '../../src/lib/core/annotation/describe';
import { keep, makeAnnotation, readChapter, recordOf, type Made } from './made';
import { openChapter, readTo, stored, untilAwake } from './reader';
import { expect, heal, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

const MADE: Made[] = [
	{ quote: 'packing all morning', colour: 'yellow', day: 5, tags: ['journey'] },
	{ quote: 'He did not realize what our journey meant', note: 'Čapek?\n=1+1', day: 9 },
	{ quote: 'The train started', kind: 'bookmark', day: 3 },
	{ quote: 'The door remained locked', colour: 'pink', day: 1, deleted: true }
];

const FIXTURES = 'tests/core/formats/fixtures';

/** A reader who made these, on the page of Settings. */
async function openWith(page: Page, made: Made[]): Promise<void> {
	const chapter = await readChapter(page);
	await keep(
		page,
		made.map((one) => makeAnnotation(chapter, one)),
		chapter
	);
	await openSettings(page);
}

test('a backup brings everything back, byte for byte', async ({ page, site }) => {
	const strangers: string[] = [];
	page.on('request', (request) => {
		if (/^https?:/.test(request.url()) && !request.url().startsWith(site.url)) {
			strangers.push(request.url());
		}
	});
	await page.clock.setFixedTime(new Date('2026-11-24T12:00:00'));
	await openWith(page, MADE);
	await page.getByRole('radio', { name: 'Sepia' }).check();
	await expect.poll(() => stored(page, 'preferences', 'appearance')).toBeTruthy();
	await openChapter(page);
	await readTo(page, 12);
	await openSettings(page);
	await expect(page.getByText('none yet')).toBeVisible();
	const first = await download(page, 'Save a backup');
	expect(first.name).toBe('postil-2026-11-24.annotation');
	await expect(page.getByText('less than a day ago')).toBeVisible();

	await wipe(page);
	await openImport(page);
	await choose(page, first.text, first.name);
	expect(await numbersOf(page)).toEqual({ New: 3, 'Reading positions': 1, Settings: 1 });
	await expectNoViolations(page, 'the plan');
	await doImport(page);
	await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(238, 224, 198)');
	await expectNoViolations(page, 'the end');
	await openSettings(page);
	expect((await download(page, 'Save a backup')).text).toBe(first.text);
	expect(strangers).toEqual([]);
});

// Of the texts of these files, “The Exile” alone is on this site.
const FILES: [file: string, counts: Record<string, number>][] = [
	['w3c-page.json', { New: 2, 'Without a date': 2, 'Not placed': 1, 'Not understood': 1 }],
	['thorium.annotation', { New: 3, 'Not placed': 2 }],
	['hypothesis-export.json', { New: 2, 'Not understood': 1 }],
	['readwise-import.csv', { New: 4, 'Without a date': 1, 'Not placed': 3, 'Not understood': 1 }],
	['my-clippings-en.txt', { New: 4, 'Not placed': 3, 'Not understood': 2, 'Twice in the file': 1 }]
];

test('files of other apps are counted, and imported; undone, they are gone; what was replaced can be brought back for 30 days', async ({
	page
}) => {
	await page.clock.setFixedTime(new Date('2026-11-24T12:00:00'));
	await openImport(page);
	await expectNoViolations(page, 'the beginning');
	for (const [file, counts] of FILES) {
		await choose(page, readFileSync(`${FIXTURES}/${file}`), file);
		expect(await numbersOf(page), file).toEqual(counts);
		await plan(page).getByRole('button', { name: 'Cancel' }).click();
		await expect(page.getByText('Nothing was changed')).toBeVisible();
	}
	const [file] = FILES[2];
	await choose(page, readFileSync(`${FIXTURES}/${file}`), file);
	await doImport(page);
	await page.getByRole('link', { name: 'Notebook' }).click();
	await expect(page.getByText('2 marks')).toBeVisible();

	await openImport(page);
	await choose(page, readFileSync(`${FIXTURES}/${file}`), file);
	expect(await numbersOf(page)).toEqual({ 'Already here': 2, 'Not understood': 1 });
	await expect(page.getByText('You already have all of it.')).toBeVisible();
	await page.reload();
	await untilAwake(page);
	await expectNoViolations(page, 'the last import');
	await page.getByRole('button', { name: 'Undo import' }).click();
	await expect(page.getByRole('heading', { name: 'Import undone' })).toBeVisible();
	await page.goto('notebook/');
	await expect(page.getByText('Nothing here yet')).toBeVisible();

	await openImport(page);
	await choose(page, readFileSync(`${FIXTURES}/thorium.annotation`)); // nothing that was undone
	await doImport(page);
	const copies = async () => JSON.stringify((await everything(page)).preferences);
	expect(await copies()).toContain('"quote"');
	await openImport(page);
	await expect(page.getByText('It can be undone until 24 December 2026.')).toBeVisible();

	await page.clock.setFixedTime(new Date('2026-12-25T12:00:00'));
	await page.goto('');
	await expect.poll(copies).not.toContain('"quote"');
	await openImport(page);
	await expect(page.getByLabel('Choose a file')).toBeAttached();
	await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
	await page.goto('notebook/');
	await expect(page.getByText('3 marks')).toBeVisible();
});

// Others: tests/core/formats/hostile-files.test.ts.
const HOSTILE: [what: string, content: string | Buffer, says: RegExp][] = [
	['a file that breaks off', '{"items":[{"type":"Annotation"', /breaks off.*get it again/s],
	[
		'a picture',
		Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
		/is not a text, or not one in UTF-8/
	]
];

test('what needs a script that cannot be had says so, and can be tried again; a file that cannot be taken is refused, says why, and changes nothing', async ({
	page
}) => {
	await openWith(page, MADE);
	await untilCompared(page);
	const before = await everything(page);
	const cut = () => page.route('**/*.js', (route) => route.abort());
	await cut();
	const button = page.getByRole('button', { name: 'Save a backup' });
	await button.click();
	await expect(
		page.getByText(/not on this device yet.*Everything you made is still.*Go online/s)
	).toBeVisible();
	await expect(button).toBeEnabled();
	await expect(button).toBeFocused();
	await page.unrouteAll();

	await openImport(page);
	await cut();
	await choose(page, '[]');
	const alert = page.getByRole('alert');
	await expect(alert).toContainText(/not on this device yet.*Nothing was changed.*Go online/s);
	await page.unrouteAll();
	await alert.getByRole('button', { name: 'Choose the file again' }).click();

	for (const [what, content, says] of HOSTILE) {
		await choose(page, content, 'my <b>marks</b>.json');
		await expect(alert, what).toContainText('“my <b>marks</b>.json”');
		await expect(alert, what).toContainText(says);
		await expect(alert, what).toContainText('Nothing was changed.');
		await expect(page.getByRole('heading', { name: 'Not imported' }), what).toBeFocused();
		if (what === HOSTILE[0][0]) await expectNoViolations(page, what);
		await page.getByRole('button', { name: 'Choose another file' }).click();
	}
	// Nor is there a mark in this one.
	await choose(page, JSON.stringify({ type: 'AnnotationSet', items: [{ type: 'Nothing' }] }));
	expect(await numbersOf(page)).toEqual({ 'Not understood': 1 });
	await expect(page.getByText('There are no marks in this file')).toBeVisible();
	expect(await everything(page)).toEqual(before);
});

test('thousands are imported bit by bit, and can be ended on the way', async ({ page }) => {
	const chapter = await readChapter(page);
	const items = Array.from({ length: 3000 }, (_, index) => {
		const start = (index * 13) % (chapter.text.length - 100);
		const target = describe(chapter.text, { start, end: start + 60 }, chapter);
		return { 'x-postil': recordOf(target, { id: `one-of-many-${index}`, colour: 'blue' }) };
	});
	await openImport(page);
	const planMany = async () => {
		await choose(page, JSON.stringify({ type: 'AnnotationSet', items }));
		expect(await numbersOf(page)).toEqual({ New: 3000 });
	};
	await planMany();
	await page.evaluate(watchImport, 'Cancel');
	await page.getByRole('button', { name: 'Import' }).click();
	await expect(page.getByText('Cancelled. Nothing was changed.')).toBeVisible();
	expect((await everything(page)).annotations).toEqual([]);

	await planMany();
	const bits = await page.evaluateHandle(watchImport, null);
	await doImport(page);
	// Each is seen, and so a tap between two of them would be.
	expect((await bits.jsonValue()).length).toBeGreaterThan(10);
	expect((await everything(page)).annotations).toHaveLength(3000);
	await page.getByRole('button', { name: 'Undo import' }).click();
	await expect(page.getByRole('heading', { name: 'Import undone' })).toBeVisible();
	await page.goto('notebook/');
	await expect(page.getByText('Nothing here yet')).toBeVisible();
});

test('a backup that cannot be counted has left all the same; an import can be ended while it works; what cannot be written or undone says so, and all is as it was', async ({
	page,
	site
}) => {
	await openWith(page, MADE);
	const fill = () =>
		page.evaluate(() => {
			IDBObjectStore.prototype.put = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
		});
	await fill();
	const { text } = await download(page, 'Save a backup');
	expect(text).toContain('packing all morning');
	await expect(page.getByText('none yet')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Save a backup' })).toBeEnabled();

	await wipe(page);
	await openImport(page);
	// The text of the chapter never comes.
	site.intercept = ({ url, headers }) =>
		url === '/my-life/43-the-exile/' && headers['sec-fetch-dest'] === 'empty';
	await choose(page, text);
	await expect(page.getByRole('progressbar')).toBeVisible();
	await expect(page.getByText('Reading the texts')).toBeVisible();
	await expectNoViolations(page, 'at work');
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByText('Cancelled. Nothing was changed.')).toBeFocused();
	expect((await everything(page)).annotations).toEqual([]);

	heal(site);
	await choose(page, text);
	await fill();
	await page.getByRole('button', { name: 'Import' }).click();
	const alert = page.getByRole('alert').filter({ has: page.getByRole('heading') });
	await expect(alert).toContainText(
		/Not imported.*no space.*Nothing was imported.*Free some space/s
	);
	expect((await everything(page)).annotations).toEqual([]);

	await openImport(page);
	await choose(page, text);
	await doImport(page);
	const imported = (await everything(page)).annotations;
	await fill();
	await page.getByRole('button', { name: 'Undo import' }).click();
	await expect(alert).toContainText(/Not undone.*no space.*The import is as it was/s);
	await alert.getByRole('button', { name: 'Back' }).click();
	await expect(page.getByRole('button', { name: 'Undo import' })).toBeVisible();
	expect((await everything(page)).annotations).toEqual(imported);
});

test('ten changes in no backup are told of, until that is put off or a backup is made', async ({
	page
}) => {
	const chapter = await readChapter(page);
	const words = chapter.text.split(/\s+/).filter((word) => chapter.text.split(word).length === 2);
	const today = (id: string, quote: string) => ({
		...makeAnnotation(chapter, { quote, id }),
		created: new Date().toISOString()
	});
	const made = words.slice(0, 20).map((quote, index) => today(`made-${index}`, quote));
	await keep(page, made.slice(0, 9), chapter);
	await page.goto('notebook/');
	await expect(page.getByText('9 marks')).toBeVisible();
	const reminder = page.getByRole('complementary', { name: 'Backup' });
	await expect(reminder).toBeHidden();

	await keep(page, made.slice(0, 10), chapter);
	await page.goto('notebook/');
	await expect(reminder).toContainText('10 changes are not backed up');
	await expectNoViolations(page, 'the reminder');
	await reminder.getByRole('button', { name: 'Not now' }).click();
	await expect(reminder).toBeHidden();
	await expect.poll(() => stored(page, 'preferences', 'backup-put-off')).toBeTruthy();
	await page.goto('');
	await untilAwake(page);
	await expect(reminder).toBeHidden();

	await keep(page, made, chapter);
	await page.goto('');
	await reminder.getByRole('link', { name: 'Backup' }).click();
	await expect(page.getByRole('heading', { name: 'Backup' })).toBeInViewport();
	await untilAwake(page);
	await download(page, 'Save a backup');
	await expect.poll(() => stored(page, 'preferences', 'last-backup')).toBeTruthy();
	await page.goto('notebook/');
	await expect(page.getByText('20 marks')).toBeVisible();
	await expect(reminder).toBeHidden();
});

test('a backup is shared as this browser shares files; not shared, it is none', async ({
	page
}) => {
	await page.addInitScript(() => {
		const shared: string[] = [];
		Object.assign(window, { shared, refuses: true });
		Object.assign(navigator, {
			// As Chromium: it knows files by their ending.
			canShare: ({ files }: { files: File[] }) => files[0].name.endsWith('.json'),
			share: async ({ files }: { files: File[] }) => {
				shared.push(files[0].name);
				if ((window as never as { refuses: boolean }).refuses) {
					throw new DOMException('changed their mind', 'AbortError');
				}
			}
		});
	});
	await page.clock.setFixedTime(new Date('2026-11-24T12:00:00'));
	await openWith(page, MADE);
	const save = page.getByRole('button', { name: 'Save a backup' });
	await save.click();
	await expect(page.getByText('Not saved: sharing was cancelled.')).toBeVisible();
	await expect(page.getByText('none yet')).toBeVisible();
	await page.evaluate(() => Object.assign(window, { refuses: false }));
	await save.click();
	await expect(page.getByText('less than a day ago')).toBeVisible();
	expect(await page.evaluate(() => (window as never as { shared: string[] }).shared)).toEqual([
		'postil-2026-11-24.json',
		'postil-2026-11-24.json'
	]);
});

// In the page:

/** Notes how many are imported, each time that is shown; at the first time presses a button. */
function watchImport(press: string | null): number[] {
	const shown: number[] = [];
	const observer = new MutationObserver(() => {
		const value = document.querySelector('progress')?.value ?? 0;
		if (value === 0 || value === shown.at(-1)) return;
		shown.push(value);
		if (!press) return;
		observer.disconnect();
		const buttons = [...document.querySelectorAll('button')];
		buttons.find(({ textContent }) => textContent === press)!.click();
	});
	observer.observe(document.body, { subtree: true, childList: true, attributes: true });
	return shown;
}
