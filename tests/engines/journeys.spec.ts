// The main journeys of a reader, in the engines that `npm test` does not run in.
import { firefox } from '@playwright/test';
import {
	card,
	closeCard,
	highlight,
	marks,
	noteSaved,
	openCard,
	openFresh,
	untilSaved
} from '../e2e/marking';
import { keptPosition, openChapter, openSheet, readTo, topLine, untilAwake } from '../e2e/reader';
import { expect, test, untilKept } from '../e2e/site';
import './bidi';
import { findFirefox } from './install.js';

const CHAPTER = 'my-life/43-the-exile/';

test('a chapter opens, and says nothing in the console', async ({ page }) => {
	const said: string[] = [];
	page.on('console', (message) => said.push(message.text()));
	page.on('pageerror', ({ message }) => said.push(message));
	for (const path of ['', CHAPTER, 'notebook/', 'settings/']) {
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

test('Marker highlights the sentence that is tapped', async ({ page }) => {
	await openFresh(page);
	await page.getByRole('button', { name: 'Marker' }).click();
	await expect(page.getByRole('toolbar', { name: 'Marker' })).toBeVisible();
	await page.locator('#p1').click();
	await expect(marks(page).first()).toBeVisible();
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

test('Settings says that the second copy is kept', async ({ page }) => {
	await openFresh(page);
	await highlight(page, 'blue', ['p1', 4], ['p1', 30]);
	await untilSaved(page);
	await page.goto('settings/');
	await expect(page.getByText('Kept, beside the database.')).toBeAttached();
});

test('a private window is called that, and marks are saved in it as long as it is open', async ({
	site
}) => {
	const browser = await firefox.launch({
		channel: 'moz-firefox',
		executablePath: findFirefox(),
		firefoxUserPrefs: { 'browser.privatebrowsing.autostart': true }
	});
	const page = await browser.newPage({ baseURL: site.url });
	await openChapter(page);
	await highlight(page, 'blue', ['p1', 4], ['p1', 30]);
	await untilSaved(page);
	await page.goto('settings/');
	await expect(page.getByText('this looks like a private window')).toBeAttached();
	await browser.close();
});
