import type { Page } from '@playwright/test';
import { expectNoViolationsInThemes } from './axe';
import { openChapter, TIMES, topLine } from './reader';
import { expect, testWithoutWorker as test } from './site';

test.use({ builds: ['fixtures'] });

const CHAPTER = 'lighthouse-year/05-may/';
const ALT = 'A white tower with a red band, on a rock, under a pale sky';
const opened = (page: Page) => page.getByRole('dialog', { name: `Picture: ${ALT}` });
const picture = (page: Page) => page.locator('article figure img');

/** How many times as large as it fits the screen the picture is. */
const scale = (page: Page) =>
	opened(page)
		.getByRole('img')
		.evaluate((image) => new DOMMatrix(getComputedStyle(image).transform).a);

// With the network gone: search.spec.ts.
test('A picture opens large by a tap; a tap beside it closes it where one was', async ({
	page,
	hasTouch
}) => {
	await openChapter(page, CHAPTER);
	await picture(page).scrollIntoViewIfNeeded();
	const line = await topLine(page);
	if (hasTouch) await picture(page).tap();
	else await picture(page).click();
	await expect(opened(page)).toBeVisible();
	await expect(opened(page).getByText('The tower, by my brother')).toBeVisible();
	await expect(opened(page).getByText(ALT)).toBeVisible();
	await expectNoViolationsInThemes(page, 'a picture');
	const { x, y, width, height } = (await opened(page).getByRole('img').boundingBox())!;
	await page.mouse.dblclick(x + width / 2, y + height / 2);
	await expect.poll(() => scale(page)).toBe(2.5);
	await page.mouse.down();
	await page.mouse.move(x + width / 2 + 30, y + height / 2 + 10, { steps: 3 });
	await page.mouse.up();
	expect(await scale(page)).toBe(2.5);
	await page.keyboard.press('0');
	await expect.poll(() => scale(page)).toBe(1);
	const words = (await opened(page).getByText('The tower, by my brother').boundingBox())!;
	const corner = page.viewportSize()!.width > 800 ? { x: 10, y: 200 } : { x: 10, y: words.y - 40 };
	await page.mouse.click(corner.x, corner.y);
	await expect(opened(page)).toBeHidden();
	expect(await topLine(page)).toBe(line);
});

test('By keys alone a picture opens, comes nearer, and closes, as it does by Back', async ({
	page
}) => {
	// As in Safari and Firefox: see footnotes.spec.ts.
	await page.addInitScript(() => Reflect.deleteProperty(window, 'CloseWatcher'));
	await openChapter(page, CHAPTER);
	const button = page.getByRole('button', { name: `Enlarge: ${ALT}` });
	await expect(button).toBeAttached();
	await button.focus();
	const line = await topLine(page);
	await page.keyboard.press('Enter');
	await expect(opened(page)).toBeVisible();
	for (const key of ['+', '+', 'ArrowRight', '-']) await page.keyboard.press(key);
	await expect.poll(() => scale(page)).toBeCloseTo(1.5);
	await page.keyboard.press('Escape');
	await expect(opened(page)).toBeHidden();
	await expect(button).toBeFocused();
	expect(await topLine(page)).toBe(line);
	for (let time = 0; time < TIMES; time++) {
		await page.keyboard.press('Enter');
		await expect(opened(page)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(opened(page)).toBeHidden();
	}
	await page.keyboard.press('Enter');
	await expect(opened(page)).toBeVisible();
	await page.goBack();
	await expect(opened(page)).toBeHidden();
	expect(await topLine(page)).toBe(line);
});
