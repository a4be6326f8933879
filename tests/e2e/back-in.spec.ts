import type { Page } from '@playwright/test';
import { expectNoViolationsInThemes } from './axe';
import { openSettings } from './files';
import { keep, makeAnnotation, readChapter } from './made';
import { select, toolbar } from './marking';
import { callBars, openChapter, readTo, scrollBy, stored, tapText, topLine } from './reader';
import { expect, test, testWithoutWorker, untilKept } from './site';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const card = (page: Page) => page.getByRole('region', { name: 'Where you were' });

/** Moves the clock of all pages that are opened from now on, by ms. */
async function moveClock(page: Page, ms: number): Promise<void> {
	// Playwright's own clock takes the page's performance entries away.
	await page.addInitScript((ms) => {
		const { now } = Date;
		Date.now = () => now() + ms;
	}, ms);
}

testWithoutWorker(
	'After half a day away a card tells where one was, until one reads on @screen',
	async ({ page }) => {
		const chapter = await readChapter(page);
		const note = 'Ask what became of him, and whether anybody has written about it since.';
		await keep(page, [makeAnnotation(chapter, { quote: 'naively advising', note })], chapter);
		await openChapter(page);
		await readTo(page, 20);
		const place = await topLine(page);
		await page.goto('settings/');
		await moveClock(page, 13 * HOUR);
		await openChapter(page);
		await expect(card(page).getByText(/^You were at ¶ \d+ · 1[23] hours ago$/)).toBeVisible();
		await expect(card(page).getByText(note)).toBeVisible();
		const quoted = await card(page).locator('blockquote').textContent();
		expect(chapter.text.replaceAll('\n', ' ')).toContain(quoted!.trim().slice(-60));
		expect(await topLine(page)).toBe(place);
		await expectNoViolationsInThemes(page, 'back in');
		await card(page).getByRole('button', { name: 'Continue' }).click();
		await expect(card(page)).toBeHidden();
		expect(await topLine(page)).toBe(place);
		// So it does when one taps elsewhere, or reads on.
		await openChapter(page);
		await expect(card(page)).toBeVisible();
		await tapText(page); // which calls the bars, too
		await expect(card(page)).toBeHidden();
		await openChapter(page);
		await expect(card(page)).toBeVisible();
		await scrollBy(page, 600);
		await expect(card(page)).toBeHidden();
		// On a small phone it shows all that it says.
		await page.setViewportSize({ width: 320, height: 640 });
		await openChapter(page);
		await expect(card(page).getByText(note)).toBeVisible();
		const hidden = await card(page).evaluate((card) => card.scrollHeight - card.clientHeight);
		expect(hidden).toBe(0);
	}
);

test('With the server stopped the card comes too, words are looked up, and the day is in Settings', async ({
	page,
	site
}) => {
	await moveClock(page, -MINUTE);
	await openChapter(page);
	await untilKept(page);
	await site.stop();
	await readTo(page, 20);
	await callBars(page);
	await expect(page.getByRole('slider', { name: 'Position' })).toBeVisible(); // it is counted from now on
	await page.keyboard.press('Shift');
	await page.evaluate((ms) => {
		const { now } = Date;
		Date.now = () => now() + ms;
	}, MINUTE);
	await page.keyboard.press('Shift');
	await expect.poll(() => stored(page, 'preferences', 'reading-days')).not.toBeNull();
	const place = await topLine(page);

	await moveClock(page, 13 * HOUR + MINUTE);
	await openChapter(page);
	await expect(card(page).getByText(/^You were at ¶ 20 · 1[23] hours ago$/)).toBeVisible();
	await card(page).getByRole('button', { name: 'Continue' }).press('Enter');
	await expect(card(page)).toBeHidden();
	await select(page, ['p20', 40], ['p20', 60]);
	await toolbar(page).getByRole('button', { name: 'Look up' }).tap();
	const search = page.getByRole('dialog', { name: 'Search' });
	await expect(search.getByRole('radio', { name: 'Everything' })).toBeChecked();
	await expect(search.getByRole('status')).toHaveText('1 found');
	await page.keyboard.press('Escape');
	await expect(search).toBeHidden();
	expect(await topLine(page)).toBe(place);

	await openSettings(page);
	await expect(
		page.getByRole('img', { name: /^Days you read: .+ on 1 day in 26 weeks$/ })
	).toBeVisible();
});
