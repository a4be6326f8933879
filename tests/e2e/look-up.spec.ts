import type { Page } from '@playwright/test';
import { expectNoViolations, expectNoViolationsInThemes } from './axe';
import { openSettings } from './files';
import { openFresh, select, toolbar } from './marking';
import { topLine } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

const search = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const web = (page: Page) => search(page).getByRole('link', { name: 'Look up on Wikipedia' });

/** Selects “quote in full”, and looks it up, by a tap or by keys. */
async function lookUp(page: Page, by: 'tap' | 'keys'): Promise<void> {
	await select(page, ['p1', 7], ['p1', 20]);
	const button = toolbar(page).getByRole('button', { name: 'Look up' });
	if (by === 'tap') await button.tap();
	else await button.press('Enter');
	await expect(search(page)).toBeVisible();
}

test('What is selected is looked up everywhere, and on the web only where the reader chose so', async ({
	page,
	context
}) => {
	await openFresh(page);
	const line = await topLine(page);
	await lookUp(page, 'tap');
	await expect(search(page).getByRole('searchbox')).toHaveValue('“quote in full”');
	await expect(search(page).getByRole('searchbox')).not.toBeFocused();
	await expect(search(page).getByRole('radio', { name: 'Everything' })).toBeChecked();
	await expect(search(page).getByRole('status')).toHaveText('1 found');
	await expect(web(page)).toBeHidden();
	await page.keyboard.press('Escape');
	expect(await topLine(page)).toBe(line);

	await openSettings(page);
	await page.getByLabel('Look up words on the web').selectOption('Wikipedia');
	await expectNoViolations(page, 'settings');
	await openFresh(page);
	await lookUp(page, 'keys');
	await expectNoViolationsInThemes(page, 'looked up');
	// Nothing is asked of anybody before the link is tapped.
	const asked: string[] = [];
	await context.route(/wikipedia/, (route) => {
		asked.push(route.request().url());
		return route.fulfill({ body: 'found' });
	});
	await expect(web(page)).toHaveAttribute('rel', 'noopener noreferrer');
	expect(asked).toEqual([]);
	const [tab] = await Promise.all([context.waitForEvent('page'), web(page).press('Enter')]);
	await tab.waitForURL(/wikipedia/);
	expect(asked).toEqual([
		'https://en.wikipedia.org/w/index.php?search=%E2%80%9Cquote%20in%20full%E2%80%9D'
	]);
	expect(await tab.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
});
