import { readFileSync } from 'node:fs';
import { openChapter, readTo, untilAwake } from './reader';
import { expect, test } from './site';

test('The words on the page are those of the given text, in their order', async ({ page }) => {
	const given = readFileSync('tests/fixtures/43-the-exile.txt', 'utf8');
	const words = given
		.slice(given.indexOf('I will quote in full'), given.indexOf('Last Chapter'))
		.replace(/ \[\d\]/g, '') // the marks of notes
		.replace(/^\d\. /gm, '') // and their numbers, which the list shows
		.split(/\s+/)
		.filter(Boolean);
	await page.goto('my-life/43-the-exile/');
	const shown = await page.locator('article').evaluate((article) => {
		const copy = article.cloneNode(true) as HTMLElement;
		for (const mark of copy.querySelectorAll('[role="doc-noteref"], [role="doc-backlink"]')) {
			mark.remove();
		}
		return copy.textContent;
	});
	expect(shown.split(/\s+/).filter(Boolean)).toEqual(words);
});

test('Nothing asks to be installed before there is something to come back to; a no is kept', async ({
	page
}) => {
	// What Chromium does on a site that can be installed; headless it does not.
	const offer = async () => {
		await untilAwake(page);
		await page.evaluate(() => dispatchEvent(new Event('beforeinstallprompt')));
	};
	const hint = page.getByRole('complementary', { name: 'Install' });
	await page.goto('');
	await offer();
	await expect(page.getByText('1 chapter · 32 min')).toBeVisible();
	await expect(hint).toBeHidden();
	await openChapter(page);
	await readTo(page, 30);
	await offer();
	await expect(hint).toBeHidden();
	await page.goto('');
	await offer();
	await expect(hint).toBeVisible();
	await hint.getByRole('button', { name: 'Not now' }).click();
	await expect(hint).toBeHidden();
	await page.reload();
	await offer();
	await expect(page.getByRole('link', { name: /^Continue/ })).toBeVisible();
	await expect(hint).toBeHidden();
	await page.goto('settings/');
	await offer();
	await expect(hint).toBeVisible(); // where it is looked for
});

test.describe('on an iPhone', () => {
	test.use({
		userAgent:
			'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
	});

	test('the way to install is told in words', async ({ page }) => {
		await openChapter(page);
		await readTo(page, 30);
		await page.goto('');
		await expect(page.getByText('Add to Home Screen')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Install' })).toBeHidden();
	});
});

test('Over plain http the text is read, and one line says why nothing is kept', async ({
	site,
	playwright
}) => {
	const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
	const browser = await playwright.chromium.launch({
		executablePath,
		args: [...args, '--host-resolver-rules=MAP postil.test 127.0.0.1']
	});
	const page = await browser.newPage();
	const { port } = new URL(site.url);
	await page.goto(`http://postil.test:${port}/`);
	await expect(page.getByRole('status')).toHaveText(/Nothing is kept.*not secure/);
	await page.getByRole('link', { name: 'My Life' }).click();
	await untilAwake(page);
	await expect(page.locator('#p67')).toBeAttached();
	await browser.close();
});
