import type { Page } from '@playwright/test';
import { expectNoViolationsInThemes } from './axe';
import { keep, makeAnnotation, readChapter } from './made';
import { openChapter, readTo, scrollBy, tapText, topLine } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

const HOUR = 60 * 60 * 1000;
const card = (page: Page) => page.getByRole('region', { name: 'Where you were' });

test.use(WITHOUT_WORKER);

test('After half a day away a card tells where one was, until one reads on @screen', async ({
	page
}) => {
	const chapter = await readChapter(page);
	const note = 'Ask what became of him.';
	await keep(page, [makeAnnotation(chapter, { quote: 'naively advising', note })], chapter);
	await openChapter(page);
	await readTo(page, 20);
	const place = await topLine(page);
	await page.goto('settings/');
	// Playwright's own clock takes the page's performance entries away.
	await page.addInitScript((away) => {
		const { now } = Date;
		Date.now = () => now() + away;
	}, 13 * HOUR);
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
});
