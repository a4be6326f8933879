import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { epub, page as pageOf, PNG } from '../content/books/make-epub';
import { expectNoViolations } from './axe';
import { choose, doImport, download, numbersOf, openImport, openSettings } from './files';
import { highlight, marks } from './marking';
import { openSheet, stored, untilAwake } from './reader';
import { expect, test, testWithoutWorker, untilKept, WITHOUT_WORKER } from './site';

const sentence = (who: string, n: number) =>
	`${who} crossed bridge ${n} in the morning, and counted the ${n * 7} boats below it.`;

const chapter = (title: string, who: string, more = '') =>
	pageOf(
		`<h1>${title}</h1>${Array.from(
			{ length: 30 },
			(_, n) =>
				`<p>${sentence(who, 3 * n)} ${sentence(who, 3 * n + 1)} ${sentence(who, 3 * n + 2)}</p>`
		).join('')}${more}`
	);

/** What would run, or ask another site, if anything of a book's markup survived. */
const HOSTILE =
	'<p onclick="window.ran=1">Last <a href="javascript:window.ran=2">words</a>.</p><script>window.ran=3</script>' +
	'<p><img src="a.png" alt="A map" onload="window.ran=4"/> <img src="https://example.org/a.png" alt="x"/></p>';

/** A book; `edit` makes a newer file of it. */
function book(edit: (text: string) => string = (text) => text): Buffer {
	const documents = {
		'1.xhtml': edit(
			chapter('The Beginning', 'Anna', `<p>See <a href="2.xhtml">the end</a>.</p>${HOSTILE}`)
		),
		'2.xhtml': chapter('The End', 'Boris')
	};
	const items = '<item id="c" href="a.png" properties="cover-image" media-type="image/png"/>';
	return Buffer.from(epub(documents, { items }, { 'OEBPS/a.png': PNG }));
}

async function open(page: Page, name: string, buffer: Buffer): Promise<void> {
	await page.goto('');
	await untilAwake(page);
	await page.getByLabel('Open a file').setInputFiles({ name, mimeType: '', buffer });
}

/** Drops files on the page, as from a folder. */
async function drop(page: Page, names: readonly string[], content: string): Promise<void> {
	const dataTransfer = await page.evaluateHandle(
		({ names, content }) => {
			const data = new DataTransfer();
			for (const name of names) data.items.add(new File([content], name));
			return data;
		},
		{ names, content }
	);
	await page.locator('main').dispatchEvent('drop', { dataTransfer });
}

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Open a file' });

async function keep(page: Page): Promise<void> {
	await sheet(page).getByRole('button', { name: 'Keep' }).click();
	await page.waitForURL(/own\/\?work=own-[0-9a-f]{16}$/);
}

async function read(page: Page, title: string): Promise<void> {
	await page.getByRole('list').getByRole('link', { name: title }).click();
	await page.locator('#p1').waitFor();
	await untilAwake(page);
}

test('a book of one’s own is opened, kept and read without a network; a newer file keeps the marks', async ({
	page,
	site
}) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await open(page, 'bridges.epub', book());
	await expect(sheet(page).getByRole('heading', { name: 'A Book' })).toBeVisible();
	await expect(sheet(page)).toContainText('EPUB 3 · 2 chapters');
	await expectNoViolations(page, 'preview');
	await untilKept(page);
	await site.stop();
	await keep(page);
	await expect(page.getByRole('heading', { level: 1, name: 'A Book' })).toBeVisible();
	await expectNoViolations(page, 'contents');
	await read(page, 'The Beginning');
	await expect(page).toHaveTitle('The Beginning · A Book');
	await expect(page.getByRole('img', { name: 'A map' })).toHaveJSProperty('naturalWidth', 1);
	await page.getByText('Last words').click();
	expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined();
	await expectNoViolations(page, 'reading');

	await highlight(page, 'yellow', ['p12', 0], ['p12', sentence('Anna', 33).length]);
	await expect(marks(page)).toHaveText([sentence('Anna', 33)]);
	await page.evaluate(() => document.getElementById('p20')!.scrollIntoView());
	await expect(page.getByText('¶ 20 of')).toBeVisible();
	await page.getByRole('button', { name: 'Bookmark' }).click();
	await (await openSheet(page, 'Appearance')).getByRole('button', { name: 'More size' }).click();
	await page.keyboard.press('Escape');
	await expect.poll(() => stored(page, 'preferences', 'appearance')).toMatchObject({ size: 20 });
	await page.reload();
	await expect(page.getByText('¶ 20 of')).toBeVisible();
	await expect(marks(page)).toHaveText([sentence('Anna', 33)]);
	await expect(page.locator('#p20')).toHaveClass(/bookmarked/);
	await expect(page.locator('#p20')).toHaveCSS('font-size', '20px');

	await page.keyboard.press('/');
	const search = page.getByRole('dialog', { name: 'Search' });
	await search.getByRole('radio', { name: 'This work' }).check();
	await search.getByRole('searchbox').fill('boris bridge 5 ');
	await expect(search.getByText('The End', { exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Contents' }).click();
	await expect(page.getByRole('dialog', { name: 'Contents' }).getByText('The End')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: /Next chapter/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'The End' })).toBeVisible();

	const edit = (text: string) =>
		text
			.replace('The Beginning', 'The Start')
			.replace('<p>', '<p>A sentence that is new.</p><p>')
			.replace('bridge 33 in the morning', 'bridge 33 in the mourning');
	await open(page, 'bridges-2.epub', book(edit));
	await expect(sheet(page)).toContainText('as a new edition: your marks move along');
	await keep(page);
	await read(page, 'The Start');
	await expect(marks(page)).toHaveText([sentence('Anna', 33).replace('morning', 'mourning')]);
	await expect(page.locator('#p13').locator('mark')).toHaveCount(1);

	await page.goto('notebook/');
	await page.getByRole('button', { name: 'Export' }).click();
	const { text } = await download(page, 'Markdown');
	expect(text).toContain(`> ${sentence('Anna', 33)}`);
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: /Anna crossed bridge 33/ }).click();
	await expect(page.locator('#p13')).toBeInViewport();
	await page.goto('');
	await expect(page.getByRole('link', { name: 'A Book' })).toBeVisible();
	expect(asked.filter((url) => !/^(blob:)?http:\/\/localhost/.test(url))).toEqual([]);
});

testWithoutWorker(
	'a text in another encoding is read as the reader says; another kind of file is refused in words',
	async ({ page }) => {
		const russian = 'Глава 1\n\nКак это было.\n\nГлава 2\n\nИ стало так.\n';
		const letters = [...russian].map((letter) => {
			const code = letter.charCodeAt(0);
			return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
		});
		await open(page, 'a.txt', Buffer.from(letters));
		await expect(sheet(page).getByLabel('Encoding (guessed)')).toHaveValue('windows-1251');
		await expect(sheet(page).getByRole('list')).toContainText('Глава 2');
		await sheet(page).getByLabel('Chapters').selectOption('none');
		await expect(sheet(page)).toContainText('1 chapter');
		await sheet(page)
			.getByLabel(/^Encoding/)
			.selectOption('koi8-r');
		await expect(sheet(page).getByLabel(/^Encoding(?! \(guessed)/)).toHaveValue('koi8-r');
		await sheet(page).getByRole('button', { name: 'Cancel' }).click();

		await open(page, 'notes.md', Buffer.from('# Notes\n\nOf *one* kind.\n'));
		await keep(page);
		await read(page, 'Notes');
		await expect(page.locator('#p1 em')).toHaveText('one');

		await page.goto('');
		await untilAwake(page);
		await drop(page, ['a.pdf', 'b.pdf'], '%PDF-1.7');
		for (const name of ['a.pdf', 'b.pdf']) {
			const alert = sheet(page)
				.getByRole('alert')
				.filter({ hasText: `“${name}” was not opened` });
			await expect(alert).toContainText('This is a PDF');
			await page.keyboard.press('Escape');
		}
		await expect(sheet(page)).toHaveCount(0);
	}
);

/** What a backup holds, but for the place one has just read at. */
function heldBy(backup: string) {
	const { items, 'x-postil': held } = JSON.parse(backup);
	return { items, ...held, positions: held.positions.length };
}

test('A title is put right, a file given back; with a book its marks go, and can come back; a backup brings both back, or marks that say what they lack', async ({
	page,
	site,
	browser
}) => {
	const file = book();
	await open(page, 'bridges.epub', file);
	await keep(page);
	await read(page, 'The Beginning');
	await highlight(page, 'yellow', ['p12', 0], ['p12', sentence('Anna', 33).length]);
	await untilKept(page);
	await site.stop();
	await page.goBack();

	const tools = page.getByRole('region', { name: 'This book' });
	await tools.getByRole('button', { name: 'Change title or author' }).click();
	const renaming = page.getByRole('dialog', { name: 'Change title or author' });
	await renaming.getByLabel('Title').fill('Bridges');
	await expectNoViolations(page, 'renaming');
	await renaming.getByLabel('Author').press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Bridges' })).toBeVisible();
	const [saved] = await Promise.all([
		page.waitForEvent('download'),
		tools.getByRole('button', { name: 'Save its file' }).click()
	]);
	expect(saved.suggestedFilename()).toBe('bridges.epub');
	expect(readFileSync(await saved.path())).toEqual(file);

	await page.goto('settings/');
	await page.getByText('1 book of your own, ').click();
	await page.getByRole('link', { name: 'Bridges' }).click();
	await tools.getByRole('button', { name: 'Remove' }).click();
	const removing = page.getByRole('dialog', { name: 'Remove' });
	await expectNoViolations(page, 'removing');
	await removing.getByRole('radio', { name: /^Delete it too/ }).check();
	await removing.getByRole('button', { name: 'Remove the book' }).click();
	await expect(page.getByText('was deleted, and can be brought back')).toBeVisible();
	await expectNoViolations(page, 'removed');
	await page.getByRole('button', { name: 'Undo' }).click();
	await page.getByRole('link', { name: 'Notebook' }).click();
	await expect(page.getByRole('heading', { name: 'Bridges' })).toBeVisible();
	await page.getByRole('link', { name: 'Open its file' }).click();
	await page
		.getByLabel('Open a file')
		.setInputFiles({ name: 'bridges.epub', mimeType: '', buffer: book() });
	await keep(page);
	await read(page, 'The Beginning');
	await expect(marks(page)).toHaveText([sentence('Anna', 33)]);

	await openSettings(page);
	const whole = await download(page, 'Save a backup');
	await page.getByRole('switch', { name: 'With your book' }).uncheck();
	await expectNoViolations(page, 'backup');
	const small = await download(page, 'Save a backup');
	await site.start();

	// In another browser, first without the book.
	const other = await (await browser.newContext(WITHOUT_WORKER)).newPage();
	await openImport(other);
	await choose(other, small.text, small.name);
	expect(await numbersOf(other)).toMatchObject({ New: 1, 'Without their book': 1 });
	await doImport(other);
	await other.goto('notebook/');
	await expect(other.getByRole('heading', { name: 'Bridges' })).toBeVisible();
	await expect(other.getByRole('link', { name: 'Open its file' })).toBeVisible();

	await openImport(other);
	await choose(other, whole.text, whole.name);
	expect(await numbersOf(other)).toMatchObject({ Books: 1, 'Already here': 1 });
	await expectNoViolations(other, 'plan');
	await doImport(other);
	await other.goto('');
	await other.getByRole('link', { name: 'Bridges' }).click();
	await read(other, 'The Beginning');
	await expect(marks(other)).toHaveText([sentence('Anna', 33)]);
	await expect(other.getByRole('img', { name: 'A map' })).toHaveJSProperty('naturalWidth', 1);

	await openSettings(other);
	expect(heldBy((await download(other, 'Save a backup')).text)).toEqual(heldBy(whole.text));
	await openImport(other);
	await other.getByRole('button', { name: 'Undo import' }).click();
	await expect(other.getByRole('heading', { name: 'Import undone' })).toBeVisible();
	await other.goto('');
	await expect(other.getByRole('link', { name: 'My Life' })).toBeVisible();
	await expect(other.getByRole('link', { name: 'Bridges' })).toBeHidden();
	await other.context().close();
});

testWithoutWorker(
	'A book that is not here asks for its file; two hundred works are sorted, filtered and found, in a list and a grid with covers',
	async ({ page }) => {
		await page.goto('own/?work=own-0123456789abcdef&chapter=1-a');
		await expect(page.getByText('This book is not on this device.')).toBeVisible();
		await expectNoViolations(page, 'not here');
		await page
			.getByLabel('Open a file')
			.setInputFiles({ name: 'bridges.epub', mimeType: '', buffer: book() });
		await keep(page);
		await expect(page.getByRole('heading', { level: 1, name: 'A Book' })).toBeVisible();

		await page.goto('');
		await expect(page.getByRole('link', { name: 'A Book' })).toBeVisible();
		await expect(page.getByLabel('Find a work')).toBeHidden(); // two works need no tools
		await page.evaluate(fillShelf, 198);
		await page.reload();
		await expect(page.locator('[data-work]')).toHaveCount(200);
		await expectNoViolations(page, 'list');
		await page.getByRole('button', { name: 'Tags and status of Work 007' }).click();
		await page.getByRole('button', { name: 'Mark as done' }).click();
		await expect(page.getByRole('button', { name: 'Mark as new' })).toBeVisible();
		await expectNoViolations(page, 'tags and status');
		await page.getByLabel(/^Tags, with commas/).fill('rivers');
		await page.keyboard.press('Enter');
		await page.getByRole('checkbox', { name: 'Done' }).check();
		await expect(page.getByText('1 of 200 works')).toBeVisible();
		await page.getByRole('checkbox', { name: 'Done' }).uncheck();
		await page.getByRole('checkbox', { name: 'rivers' }).check();
		await expect(page.getByText('1 of 200 works')).toBeVisible();
		await page.getByRole('checkbox', { name: 'rivers' }).uncheck();

		await page.getByLabel('Sort by').selectOption('title');
		await page.getByRole('radio', { name: 'Grid' }).check();
		await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('A Book');
		const cover = page.locator('[data-work] img').first();
		await expect(cover).toHaveJSProperty('naturalWidth', 1);
		expect(await cover.getAttribute('src')).toMatch(/^blob:/);
		await page.reload(); // both were saved
		await expect(page.getByRole('radio', { name: 'Grid' })).toBeChecked();
		await expect(page.locator('[data-work]')).toHaveCount(200);
		await page.getByLabel('Find a work').fill('WORK 19');
		await expect(page.getByText('10 of 200 works')).toBeVisible();
		await page.getByRole('button', { name: 'Tags and status of Work 190' }).click();
		await page.getByRole('button', { name: 'Mark as done' }).click();
		await page.keyboard.press('Escape');
		await expect(page.locator('[data-work]', { hasText: 'Work 190' })).toContainText('Done');
		await expectNoViolations(page, 'grid');
	}
);

/** Puts copies of the one work that is there under other names, without their texts. */
function fillShelf(count: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const opened = indexedDB.open('postil');
		opened.onsuccess = () => {
			const tx = opened.result.transaction('works', 'readwrite');
			const works = tx.objectStore('works');
			const all = works.getAll();
			all.onsuccess = () => {
				for (let n = 0; n < count; n++) {
					const slug = `own-${String(n).padStart(16, '0')}`;
					const title = `Work ${String(n).padStart(3, '0')}`;
					works.put({ ...all.result[0], slug, title, cover: null });
				}
			};
			tx.onabort = () => reject(tx.error);
			tx.oncomplete = () => {
				opened.result.close();
				resolve();
			};
		};
	});
}
