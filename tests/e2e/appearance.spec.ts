import type { Page } from '@playwright/test';
import { THEMES } from '../../src/lib/core/reading/theme-colours';
import { openChapter, stored, untilAwake } from './reader';
import { expect, testWithoutWorker as test } from './site';

const background = (page: Page) =>
	page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

async function openAppearance(page: Page) {
	await page.getByRole('button', { name: 'Appearance' }).click();
	return page.getByRole('dialog', { name: 'Appearance' });
}

/** Records the colour of the paper when the browser first paints, on every page from now on. */
async function recordFirstPaint(page: Page) {
	await page.addInitScript(() => {
		new PerformanceObserver(() => {
			const { backgroundColor } = getComputedStyle(document.documentElement);
			(window as never as { firstPaper: string }).firstPaper ??= backgroundColor;
		}).observe({ type: 'paint', buffered: true });
	});
	return () => page.waitForFunction(() => (window as never as { firstPaper?: string }).firstPaper);
}

const CHAPTER = 'my-life/43-the-exile/';

test('A theme is there at the first paint, on every page, and colours the browser’s bar; on paper there is the text alone, in ink', async ({
	page
}) => {
	await openChapter(page);
	const sheet = await openAppearance(page);
	await sheet.getByRole('radio', { name: 'Black' }).check();
	await expect.poll(() => background(page)).toBe('rgb(0, 0, 0)');
	await page.keyboard.press('Escape');
	await expect
		.poll(() => stored(page, 'preferences', 'appearance'))
		.toMatchObject({ theme: 'black' });
	const firstPaper = await recordFirstPaint(page);
	for (const path of ['', 'settings/', 'my-life/', 'notebook/', 'no/such/', CHAPTER]) {
		await page.goto(path);
		expect(await (await firstPaper()).jsonValue(), path).toBe('rgb(0, 0, 0)');
		await untilAwake(page);
		expect(await background(page), path).toBe('rgb(0, 0, 0)');
		const colors = await page
			.locator('meta[name="theme-color"]')
			.evaluateAll((metas) => metas.map((meta) => (meta as HTMLMetaElement).content));
		expect(new Set(colors), path).toEqual(new Set(['rgb(0, 0, 0)']));

		await page.emulateMedia({ media: 'print' });
		await expect.poll(() => background(page), path).toBe('rgb(255, 255, 255)');
		await expect(page.locator('.page > header'), path).toBeHidden();
		await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
		if (path !== CHAPTER) await page.emulateMedia({ media: null });
	}
	await expect(page.locator('#p1')).toHaveCSS('color', 'rgb(0, 0, 0)');
	for (const what of ['.skip', '[data-bar="top"]', '[data-bar="bottom"]', '.neighbours', '.rescue'])
		await expect(page.locator(what), what).toBeHidden();
	await expect(page.locator('[role="doc-backlink"]').first()).toBeHidden();
});

test('Every theme can be chosen, is kept, and Auto and Contrast follow the system', async ({
	page
}) => {
	await openChapter(page);
	let sheet = await openAppearance(page);
	const seen = new Set<string>();
	for (const theme of THEMES.filter((one) => one !== 'auto')) {
		await sheet.getByRole('radio', { name: theme }).check();
		seen.add(`${await background(page)}`);
		await expect(sheet.getByRole('radio', { name: theme })).toBeChecked();
	}
	expect(seen.size).toBe(6);
	await sheet.getByRole('radio', { name: 'auto' }).check();
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => background(page)).toBe('rgb(28, 27, 25)');
	await page.emulateMedia({ colorScheme: 'light' });
	await expect.poll(() => background(page)).toBe('rgb(253, 252, 250)');

	await sheet.getByRole('radio', { name: 'Contrast' }).check();
	await expect.poll(() => background(page)).toBe('rgb(255, 255, 255)');
	// What would stand in the browser's bar before the app is there, now that the system is dark.
	const colour = () =>
		page.evaluate(() => JSON.parse(localStorage.getItem('postil:appearance')!).color);
	await expect.poll(colour).toBeUndefined();
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect.poll(() => background(page)).toBe('rgb(0, 0, 0)');
	expect(await colour()).toBeUndefined();

	// The mirror lost, the database still knows.
	await page.emulateMedia({ colorScheme: 'light' });
	await sheet.getByRole('radio', { name: 'Black' }).check();
	await expect.poll(() => background(page)).toBe('rgb(0, 0, 0)');
	const saved = () => stored(page, 'preferences', 'appearance');
	await expect.poll(saved).toMatchObject({ theme: 'black' });
	await page.evaluate(() => localStorage.clear());
	await page.reload();
	await expect.poll(() => background(page)).toBe('rgb(0, 0, 0)');

	// Auto turns to Contrast where the system asks for more.
	await untilAwake(page);
	sheet = await openAppearance(page);
	await sheet.getByRole('radio', { name: 'auto' }).check();
	await expect.poll(saved).toMatchObject({ theme: 'auto' });
	await page.emulateMedia({ contrast: 'more' });
	await page.reload();
	await expect.poll(() => background(page)).toBe('rgb(255, 255, 255)');
	await expect(page.locator('#p1')).toHaveCSS('color', 'rgb(0, 0, 0)');
});

test('Every choice acts at once, is kept, and is reset; numbers of paragraphs stand in the margin, by a switch that keys reach', async ({
	page
}) => {
	await openChapter(page);
	const article = page.getByRole('article');
	const number = () =>
		page.locator('#p12').evaluate((block) => getComputedStyle(block, '::before').content);
	let sheet = await openAppearance(page);
	expect(await number()).toBe('none');
	await sheet.getByRole('switch', { name: 'Paragraph numbers' }).focus();
	await page.keyboard.press('Space');
	expect(await number()).toContain('counter(paragraph)');
	await sheet.getByRole('button', { name: 'More size' }).click();
	await expect(article).toHaveCSS('font-size', '20px');
	await sheet.getByRole('button', { name: 'More line height' }).click();
	await expect(article).toHaveCSS('line-height', '32px');
	await sheet.getByLabel('Justified').check();
	await expect(article).toHaveCSS('text-align', 'justify');
	await sheet.getByLabel('Paragraphs').selectOption('Spaced');
	await expect(page.locator('#p2')).toHaveCSS('text-indent', '0px');
	await sheet.getByRole('radio', { name: 'Source Serif' }).check();
	await expect(article).toHaveCSS('font-family', /Source Serif 4 Variable/);

	await expect
		.poll(() => stored(page, 'preferences', 'appearance'))
		.toMatchObject({ numbered: true, font: 'source-serif' });
	await page.reload();
	await untilAwake(page);
	expect(await number()).toContain('counter(paragraph)');
	await expect(article).toHaveCSS('font-size', '20px');
	await expect(article).toHaveCSS('text-align', 'justify');
	sheet = await openAppearance(page);
	await expect(sheet.getByRole('radio', { name: 'Source Serif' })).toBeChecked();
	await sheet.getByRole('button', { name: 'Reset' }).click();
	await expect(article).toHaveCSS('font-size', '19px');
	await expect(article).toHaveCSS('text-align', 'start');
	await expect(sheet.getByRole('button', { name: 'Reset' })).toBeDisabled();
	await page.reload();
	await untilAwake(page);
	await expect(article).toHaveCSS('font-size', '19px');
});

test.describe('works of other kinds', () => {
	test.use({ builds: ['fixtures'] });

	test('Spaced parts paragraphs, not the lines of a stanza, and takes the indent of Chinese', async ({
		page
	}) => {
		await page.goto('settings/');
		await untilAwake(page);
		await page.getByLabel('Paragraphs').selectOption('Spaced');
		// On the disk: no reader leaves the page in the millisecond in which they chose.
		const saved = () => stored(page, 'preferences', 'appearance');
		await expect.poll(saved).toMatchObject({ paragraphs: 'spaced' });
		await openChapter(page, 'sonnets/018-summers-day/');
		for (const line of await page.locator('.line + .line').all()) {
			await expect(line).toHaveCSS('margin-top', '0px');
		}
		await openChapter(page, 'daodejing/08-shui/');
		await expect(page.locator('#p2')).toHaveCSS('text-indent', '0px');
		await expect(page.locator('#p2')).toHaveCSS('margin-top', '14.25px');
	});
});

test('Line length is offered where it does something, margins where not, and titles grow', async ({
	page
}) => {
	await openChapter(page);
	const sheet = await openAppearance(page);
	const [lineLength, margins] = ['Line length', 'Margins'].map((name) =>
		sheet.getByRole('group', { name })
	);
	const width = () => page.locator('#p1').evaluate((p) => p.getBoundingClientRect().width);
	await page.setViewportSize({ width: 360, height: 800 });
	await expect(margins).toBeVisible();
	await expect(lineLength).toBeHidden();
	const narrow = await width();
	await margins.getByRole('button', { name: 'More margins' }).click();
	await expect.poll(width).toBe(narrow - 16);

	await page.setViewportSize({ width: 1280, height: 800 });
	await expect(lineLength).toContainText('62 letters');
	await expect(margins).toBeHidden();
	const wide = await width();
	await lineLength.getByRole('button', { name: 'Less line length' }).click();
	await expect.poll(width).toBeLessThan(wide);

	const title = page.getByRole('heading', { level: 1 });
	const size = () => title.evaluate((h1) => Number.parseFloat(getComputedStyle(h1).fontSize));
	const small = await size();
	await sheet.getByRole('button', { name: 'More size' }).click();
	await expect.poll(size).toBeGreaterThan(small);
});

test('Settings has the same choices, and tells what is kept where', async ({ page }) => {
	await page.goto('settings/');
	await untilAwake(page);
	await page.getByRole('button', { name: 'More size' }).click();
	await expect(page.locator('.sample')).toHaveCSS('font-size', '20px');
	// In the order of worry.
	await expect(page.getByRole('heading', { level: 2 })).toHaveText([
		'Backup',
		'Offline',
		'Reading',
		'Appearance',
		'About'
	]);
	await page.getByText('What is stored where').click();
	await expect(page.getByText(/database “postil”/).first()).toBeVisible();
	await expect(page.getByText(/Postil \d+\.\d+\.\d+/)).toBeVisible();
	await page.getByText(/^Built with \d+ packages$/).click();
	await expect(page.getByText('workbox-precaching')).toBeVisible();
});
