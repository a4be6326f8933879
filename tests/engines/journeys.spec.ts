// The main journeys of a reader, in the engines that `npm test` does not run in.
import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { TYPO } from '../e2e/builds';
import { lostOf, markOn } from '../e2e/crash';
import { choose, doImport, download, openImport, openSettings, plan } from '../e2e/files';
import {
	card,
	closeCard,
	highlight,
	marks,
	noteSaved,
	openCard,
	openFresh,
	tapOn,
	toolbar,
	untilSaved,
	select
} from '../e2e/marking';
import {
	callBars,
	keptPosition,
	moveToNewVersion,
	openChapter,
	openSheet,
	painted,
	readTo,
	topLine,
	untilAwake
} from '../e2e/reader';
import { expect, untilKept } from '../e2e/site';
import { makeFolder, test } from './engine';
import { canReadPdf } from './engines.js';

const CHAPTER = 'my-life/43-the-exile/';
/** A file of the reader's own. */
const BOOK =
	'# Bridges\n\nThe first one is of wood.\n\nThe second one is of stone, and older than the town.\n';
const PAGES = ['', 'my-life/', CHAPTER, 'notebook/', 'settings/'];

/** Where the lines of the paragraphs up to this one begin: paragraph, and letters of it before the line. */
function linesUpTo(page: Page, paragraph: number): Promise<string[]> {
	return page.evaluate((last) => {
		const range = document.createRange();
		const lines: string[] = [];
		for (let n = 1; n <= last; n++) {
			const block = document.getElementById(`p${n}`)!;
			const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
			let bottom = -Infinity;
			for (let before = 0; walker.nextNode();) {
				const node = walker.currentNode as Text;
				for (const { index } of node.data.matchAll(/\S/g)) {
					range.setStart(node, index);
					range.setEnd(node, index + 1);
					const rect = range.getBoundingClientRect();
					if (rect.top < bottom - 4) continue;
					bottom = rect.bottom;
					lines.push(`p${n} ${before + index}`);
				}
				before += node.length;
			}
		}
		return lines;
	}, paragraph);
}

/** The faces that the text is set in, with how far each is. */
function fontsOf(page: Page): Promise<string> {
	return page.evaluate(() =>
		[...document.fonts]
			.filter(({ status }) => status !== 'unloaded')
			.map(({ family, status }) => `${family.replaceAll('"', '')} ${status}`)
			.join()
	);
}

function widths() {
	const { scrollWidth, clientWidth } = document.documentElement;
	return { scrollWidth, clientWidth };
}

test('a chapter opens, and says nothing in the console', async ({ page }) => {
	const said: string[] = [];
	page.on('console', (message) => said.push(message.text()));
	page.on('pageerror', ({ message }) => said.push(message));
	for (const path of PAGES) {
		await page.goto(path);
		await untilAwake(page);
	}
	expect(said).toEqual([]);
});

test('a kept text opens without a network', async ({ page, site }) => {
	await openChapter(page);
	await untilKept(page);
	await site.stop();
	await page.reload();
	await untilAwake(page);
	await expect(page.locator('#p67')).toBeAttached();
	await page.goto('notebook/');
	await untilAwake(page);
	await site.start();
});

test('a highlight is saved, and there after a reload', async ({ page }) => {
	await openFresh(page);
	await highlight(page, 'green', ['p1', 4], ['p1', 30]);
	await untilSaved(page);
	await page.reload();
	await untilAwake(page);
	await expect(marks(page).first()).toBeVisible();
});

test('the toolbar goes when the selection goes', async ({ page }) => {
	await openFresh(page);
	await select(page, ['p1', 4], ['p1', 30]);
	await expect(toolbar(page)).toBeVisible();
	await page.evaluate(() => getSelection()!.removeAllRanges());
	await expect(toolbar(page)).toBeHidden();
});

test('a note is written, saved, and there after a reload', async ({ page }) => {
	await openFresh(page);
	await highlight(page, 'yellow', ['p1', 4], ['p1', 30]);
	const words = (await marks(page).first().textContent())!;
	await openCard(page, words);
	await card(page).getByRole('textbox').first().fill('Why so early?');
	await expect(noteSaved(page)).toBeVisible();
	await closeCard(page);
	await page.reload();
	await untilAwake(page);
	await openCard(page, words);
	await expect(card(page).getByRole('textbox').first()).toHaveValue('Why so early?');
});

test('a bookmark is set where one reads, and there after a reload', async ({ page }) => {
	await openFresh(page);
	await callBars(page);
	const button = page.getByRole('button', { name: 'Bookmark' });
	await button.click();
	await untilSaved(page);
	await page.reload();
	await untilAwake(page);
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await expect(page.locator('#p1')).toHaveClass(/bookmarked/);
});

test('Marker highlights the sentence that is tapped', async ({ page }) => {
	await openFresh(page);
	await page.getByRole('button', { name: 'Marker' }).click();
	await expect(page.getByRole('toolbar', { name: 'Marker' })).toBeVisible();
	await tapOn(page, 'I will quote');
	await expect(marks(page)).toHaveText(
		'I will quote in full my wife’s account of the exile to Central Asia:'
	);
});

test('the notebook lists what was marked', async ({ page }) => {
	await openFresh(page);
	await highlight(page, 'pink', ['p2', 0], ['p2', 24]);
	await untilSaved(page);
	const words = (await marks(page).first().textContent())!;
	await page.goto('notebook/');
	await untilAwake(page);
	await expect(page.getByText(words).first()).toBeVisible();
});

test('a backup is saved, and another browser imports it', async ({ page, engine }) => {
	await openFresh(page);
	await highlight(page, 'pink', ['p2', 0], ['p2', 24]);
	await untilSaved(page);
	const words = (await marks(page).first().textContent())!;
	await openSettings(page);
	const { name, text } = await download(page, 'Save a backup');

	const folder = await makeFolder();
	const other = await engine.start(folder.path);
	await openImport(other.page);
	await choose(other.page, text, name);
	await expect(plan(other.page).locator('dl div').first()).toHaveText(/^New\s*1$/);
	await doImport(other.page);
	await openChapter(other.page);
	await expect(marks(other.page).first()).toHaveText(words);
	await other.close();
	await folder.end();
});

test('the page comes back where one read, by the same words', async ({ page }) => {
	await openChapter(page);
	await readTo(page, 30);
	const line = await topLine(page);
	await page.reload();
	await untilAwake(page);
	expect(await topLine(page)).toBe(line);
	await page.goto('');
	await openChapter(page);
	expect(await topLine(page)).toBe(line);
});

test('a link to words that others made goes there, and not to where one read', async ({ page }) => {
	await openChapter(page);
	await readTo(page, 30);
	await page.goto('about:blank');
	await page.goto(`${CHAPTER}#:~:text=${encodeURIComponent('packing all morning')}`);
	await untilAwake(page);
	const passage = page.locator('p', { hasText: 'packing all morning' });
	await expect(passage).toBeInViewport();
	await expect.poll(() => keptPosition(page)).not.toMatchObject({ paragraph: 30 });
	await expect(passage).toBeInViewport();
});

test('a theme is chosen, and there before the app is after a reload', async ({ page }) => {
	await openChapter(page);
	const sheet = await openSheet(page, 'Appearance');
	await sheet.getByRole('radio', { name: 'Sepia' }).check();
	const paper = () =>
		page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	await expect.poll(paper).toBe('rgb(238, 224, 198)');
	await page.reload({ waitUntil: 'commit' });
	await expect.poll(paper).toBe('rgb(238, 224, 198)');
});

test('no page is wider than the screen, and marks break no line anew', async ({ page }) => {
	for (const path of PAGES) {
		await page.goto(path);
		await untilAwake(page);
		const { scrollWidth, clientWidth } = await page.evaluate(widths);
		expect(scrollWidth, path).toBe(clientWidth);
	}
	await openFresh(page);
	const lines = await linesUpTo(page, 4);
	for (const [block, letters] of [
		['p1', 4],
		['p2', 20],
		['p2', 70],
		['p3', 9],
		['p4', 40]
	] as const) {
		await highlight(page, 'orange', [block, letters], [block, letters + 25]);
	}
	await expect(marks(page)).not.toHaveCount(0);
	expect(await linesUpTo(page, 4)).toEqual(lines);
});

test('what is printed is the text, without the bars', async ({ page }, testInfo) => {
	test.skip(!canReadPdf(), 'pdftotext is not installed');
	await openFresh(page);
	const file = testInfo.outputPath('page.pdf');
	writeFileSync(file, await page.pdf());
	const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
	expect(text).toContain('I will quote in full my wife’s account');
	expect(text).toContain('The elder daughter.'); // the fourth of five notes
	for (const name of ['Skip to', 'Bookmark', 'Marker', 'Appearance']) {
		expect(text).not.toContain(name);
	}
});

test('a book of one’s own is opened and kept, and read without a network', async ({
	page,
	site
}) => {
	await page.goto('');
	await untilAwake(page);
	await untilKept(page);
	await site.stop();
	const buffer = Buffer.from(BOOK);
	await page.getByLabel('Open a file').setInputFiles({ name: 'bridges.md', mimeType: '', buffer });
	await page
		.getByRole('dialog', { name: 'Open a file' })
		.getByRole('button', { name: 'Keep' })
		.click();
	await expect(page.getByRole('heading', { level: 1, name: 'Bridges' })).toBeVisible();
	await page.getByRole('list').getByRole('link', { name: 'Bridges' }).click();
	await expect(page.locator('#p2')).toHaveText(
		'The second one is of stone, and older than the town.'
	);
	await untilAwake(page);
	await highlight(page, 'blue', ['p2', 4], ['p2', 14]);
	await untilSaved(page);
	await page.reload();
	await untilAwake(page);
	await expect(marks(page).first()).toHaveText('second one');
	await site.start();
});

test('a chosen font is there after a reload, and every hit of a search is painted', async ({
	page
}) => {
	await openChapter(page);
	const sheet = await openSheet(page, 'Appearance');
	await sheet.getByRole('radio', { name: 'Literata' }).check();
	await expect.poll(() => fontsOf(page)).toMatch(/^(Literata Variable loaded,?)+$/);
	await page.reload();
	await untilAwake(page);
	await expect.poll(() => fontsOf(page)).toMatch(/^(Literata Variable loaded,?)+$/);
	await expect(page.locator('#p1')).toHaveCSS('font-family', /Literata Variable/);

	await callBars(page);
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	const search = page.getByRole('dialog', { name: 'Search' });
	await search.getByRole('searchbox', { name: 'Search' }).fill('“packing all morning”');
	await expect(search.getByRole('status')).toHaveText('1 found');
	await expect.poll(() => painted(page, 'search')).toEqual(['packing all morning']);
	await search.getByRole('button', { name: 'Next' }).click();
	await expect.poll(() => painted(page, 'search-current')).toEqual(['packing all morning']);
});

test('a new version waits until it is asked for, and comes', async ({ page, site }) => {
	await openChapter(page);
	await untilKept(page);
	await highlight(page, 'pink', ['p2', 0], ['p2', 24]);
	await untilSaved(page);
	site.deploy('typo');
	await moveToNewVersion(page);
	await expect(page.getByText(TYPO.is)).toBeAttached();
	await expect(marks(page).first()).toBeAttached();
});

test('what was called Saved is there after each of ten kills', async ({ engine, site }) => {
	test.slow(); // eleven browsers, one after the other
	const saved = new Set<string>();
	const folder = await makeFolder();
	let lost: string[] = [];
	for (let kill = 0; kill < 10; kill++) {
		const browser = await engine.start(folder.path);
		await openChapter(browser.page, `${site.url}${CHAPTER}`);
		if (kill > 0) lost = await lostOf(browser.page, saved);
		expect(lost).toEqual([]);
		await markOn(browser.page, saved.size + kill, saved, 1);
		await browser.kill();
	}
	const last = await engine.start(folder.path);
	await openChapter(last.page, `${site.url}${CHAPTER}`);
	expect(saved.size).toBeGreaterThanOrEqual(10);
	expect(await lostOf(last.page, saved)).toEqual([]);
	await last.close();
	await folder.end();
});

test('Settings says that the second copy is kept', async ({ page, engine }) => {
	test.skip(engine.name === 'WebKit', 'WebKitGTK refuses sync access handles, which Safari has');
	await openFresh(page);
	await highlight(page, 'blue', ['p1', 4], ['p1', 30]);
	await untilSaved(page);
	await page.goto('settings/');
	await expect(page.getByText('Every mark is saved twice.')).toBeAttached();
});

test('a private window is called that, and marks are saved in it as long as it is open', async ({
	engine
}) => {
	const { page, close } = await engine.start();
	await openChapter(page);
	await highlight(page, 'blue', ['p1', 4], ['p1', 30]);
	await untilSaved(page);
	await page.goto('settings/');
	await expect(page.getByText('this looks like a private window')).toBeAttached();
	await close();
});
