import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from './browser-process';
import { keptPosition, openChapter, openSheet, readTo, topLine, untilAwake } from './reader';
import { expect, testWithoutWorker as test, untilKept } from './site';

/** A stretch of the top line's start: enough to know it by, short enough to fit a narrower line. */
async function firstWord(page: Page): Promise<string> {
	return (await topLine(page)).split(' ')[0];
}

/** The words at the top are still those: a reflowed line may begin earlier, but holds them. */
async function expectOnTop(page: Page, word: string): Promise<void> {
	await expect.poll(async () => (await topLine(page)).split(' ')).toContain(word);
}

async function choose(page: Page, control: 'Size' | 'Line height', times: number) {
	const button = page.getByRole('button', { name: `More ${control.toLowerCase()}` });
	for (let i = 0; i < times; i++) await button.click();
}

test('The same words stay on top when the screen is turned, there and back, at a reload, before anything is painted, and through every change of appearance; an address beats them @screen', async ({
	page
}) => {
	await openChapter(page);
	await readTo(page, 30);
	const before = await topLine(page);
	const { width, height } = page.viewportSize()!;
	await page.setViewportSize({ width: height, height: width });
	await expectOnTop(page, before.split(' ')[0]);
	await page.setViewportSize({ width, height });
	await expect.poll(() => topLine(page)).toBe(before);

	await page.addInitScript(() => {
		new PerformanceObserver(() => {
			(window as never as { paintedAt: number }).paintedAt ??= window.scrollY;
		}).observe({ type: 'paint', buffered: true });
	});
	await page.reload();
	await untilAwake(page);
	expect(await topLine(page)).toBe(before);
	const paintedAt = () =>
		page.evaluate(() => (window as never as { paintedAt?: number }).paintedAt ?? null);
	await expect.poll(paintedAt).not.toBeNull(); // it is told of a moment after
	const now = await page.evaluate(() => window.scrollY);
	expect(Math.abs((await paintedAt())! - now)).toBeLessThan(2);

	const sheet = await openSheet(page, 'Appearance');
	const word = await firstWord(page);

	await choose(page, 'Size', 8);
	await expectOnTop(page, word);
	await choose(page, 'Line height', 3);
	await expectOnTop(page, word);
	await sheet.getByLabel('Justified').check();
	await expectOnTop(page, word);
	await sheet.getByLabel('Paragraphs').selectOption('Spaced');
	await expectOnTop(page, word);
	for (const font of ['Literata', 'OpenDyslexic']) {
		const loaded = page.waitForResponse(/woff/);
		await sheet.getByRole('radio', { name: font }).check();
		await loaded;
		await page.evaluate(() => document.fonts.ready.then(() => {}));
		await expectOnTop(page, word);
	}
	await sheet.getByRole('radio', { name: 'Sepia' }).check();
	await expectOnTop(page, word);
	await page.getByRole('button', { name: 'Reset' }).click();
	await expectOnTop(page, word);

	// The margins where the screen has no room for a longer line than the shortest.
	const narrower = page.getByRole('button', { name: /^(Less line length|More margins)$/ });
	for (let i = 0; i < 30 && (await narrower.isEnabled()); i++) await narrower.click();
	await expect(narrower).toBeDisabled();
	await expectOnTop(page, word);

	// An address that names a place beats the kept one.
	await page.goto('about:blank');
	await openChapter(page, 'my-life/43-the-exile/#p12');
	await expect(page.locator('#p12')).toBeInViewport();
	await expect(page.locator('[data-bar="bottom"]')).toContainText('¶ 12 of 67');
	await expect.poll(() => keptPosition(page)).toMatchObject({ paragraph: 12 });
	await expect(page.locator('[data-bar].away')).toHaveCount(0); // nobody has read on
});

test('A chapter that was only opened is there to be continued; left in the middle of a scroll, the place is on the disk', async ({
	page
}) => {
	await openChapter(page);
	await expect.poll(() => keptPosition(page)).toMatchObject({ paragraph: 1 });
	await page.goto('');
	await page.getByRole('link', { name: /Continue/ }).click();
	await untilAwake(page);
	await readTo(page, 10);
	await page.evaluate(() => {
		document.getElementById('p39')!.scrollIntoView();
		// Before the place is written at rest: with the next frame, when the scroll has been told.
		requestAnimationFrame(() => requestAnimationFrame(() => location.assign('../../settings/')));
	});
	await page.waitForURL('**/settings/');
	await expect.poll(() => keptPosition(page)).toMatchObject({ paragraph: 38 });
	await page.evaluate(() => localStorage.clear());
	await page.goto('');
	await page.getByRole('link', { name: /Continue/ }).click();
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
});

test('Left before it was found again, the place is where it was; paragraphs that an update inserts above move nothing', async ({
	page,
	site
}) => {
	await openChapter(page);
	await readTo(page, 30);
	const line = await topLine(page);
	await page.goto('about:blank');
	await page.addInitScript(() => {
		localStorage.clear(); // no mirror: the database alone knows, and does not answer
		sessionStorage.clear();
		IDBFactory.prototype.open = () => new EventTarget() as never;
	});
	await openChapter(page);
	const mirrors = () =>
		page.evaluate(() => {
			Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
			document.dispatchEvent(new Event('visibilitychange'));
			return Object.keys(localStorage).filter((key) => key.includes('position'));
		});
	expect(await mirrors()).toEqual([]);
	// Nor when the database is given up.
	await expect(page.getByText('Your marks cannot be read')).toBeVisible();
	expect(await mirrors()).toEqual([]);
	const elsewhere = await page.context().newPage();
	await openChapter(elsewhere);
	// Opened again, it is kept anew.
	await expect.poll(() => topLine(elsewhere)).toBe(line);
	expect(await keptPosition(elsewhere)).toMatchObject({ paragraph: 30 });

	site.deploy('edited-again');
	await elsewhere.reload();
	await expect(elsewhere.locator('#p1')).toHaveText(/was not there before/);
	await expect.poll(() => topLine(elsewhere)).toBe(line);
	await expect.poll(() => keptPosition(elsewhere)).toMatchObject({ paragraph: 33 });
});

test('Two tabs each return to their own place, a new one to the latest', async ({ context }) => {
	const [one, two] = [await context.newPage(), await context.newPage()];
	await openChapter(one);
	await openChapter(two);
	await readTo(one, 20);
	await readTo(two, 40);
	const lines = [await topLine(one), await topLine(two)];
	await one.reload();
	await untilAwake(one);
	await expect.poll(() => topLine(one)).toBe(lines[0]);
	await readTo(two, 30);
	const latest = await topLine(two);
	const three = await context.newPage();
	await openChapter(three);
	await expect.poll(() => topLine(three)).toBe(latest);
});

test('The browser is killed and started again without a network: a page opens that it never visited, and the text where it was', async ({
	site,
	viewport
}) => {
	const profile = await mkdtemp(join(tmpdir(), 'postil-'));
	const first = await startBrowser(profile, viewport!);
	await openChapter(first.page, `${site.url}my-life/43-the-exile/`);
	await untilKept(first.page);
	await readTo(first.page, 30);
	const before = await topLine(first.page);
	await first.kill();
	await site.stop();

	const second = await startBrowser(profile, viewport!);
	await second.page.goto(site.url);
	await second.page.getByRole('link', { name: /Continue/ }).click();
	await untilAwake(second.page);
	await expect.poll(() => topLine(second.page)).toBe(before);
	await second.kill();
	await rm(profile, { recursive: true });
	await site.start();
});
