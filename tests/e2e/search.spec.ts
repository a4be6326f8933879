import type { Locator, Page } from '@playwright/test';
import { expectNoViolations, expectNoViolationsInThemes } from './axe';
import { keep, makeAnnotation, readChapter } from './made';
import { callBars, openChapter, painted, readTo, topLine, untilAwake } from './reader';
import { expect, test, untilKept, WITHOUT_WORKER } from './site';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page) => dialog(page).getByRole('searchbox', { name: 'Search' });
const results = (page: Page) => dialog(page).getByRole('list', { name: 'Results' });
const told = (page: Page) => dialog(page).getByRole('status');
const next = (page: Page) => dialog(page).getByRole('button', { name: 'Next' });

/** Opens the search by its button, and types. */
async function search(page: Page, words: string): Promise<Locator> {
	await callBars(page);
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	await field(page).fill(words);
	return dialog(page);
}

test.describe('a shelf of several works, the network gone', () => {
	test.use({ builds: ['fixtures'] });

	test('is searched as one types, from chapter to chapter, and the search leads back; a picture of a chapter opens', async ({
		page,
		site
	}) => {
		await openChapter(page, 'lighthouse-year/02-february/');
		await untilKept(page);
		await site.stop();
		await page.reload();
		await untilAwake(page);
		await search(page, 'la');
		await expect(told(page)).toHaveText(/^\d+ found$/);
		await field(page).pressSequentially('mp');
		await expect(told(page)).toHaveText('1 found');
		await expect.poll(() => painted(page, 'search')).toEqual(['lamp']);
		await dialog(page).getByRole('radio', { name: 'This work' }).check();
		await expect(told(page)).toHaveText('7 found');
		await expect(results(page).getByRole('heading')).toHaveText([
			'I January, or the Landing 2',
			'II February, or the Stores 1',
			/^III .* 1$/,
			/^VI .* 1$/,
			/^XI .* 2$/
		]);
		await dialog(page).getByRole('radio', { name: 'Everything' }).check();
		await expect(told(page)).toHaveText('7 found');
		await field(page).fill('道可道');
		await expect(told(page)).toHaveText('1 found');
		await expect(results(page).getByRole('link')).toHaveAttribute('lang', 'zh-Hant');
		await field(page).fill('lamp');
		await expect(told(page)).toHaveText('7 found');

		await next(page).click();
		await expect.poll(() => painted(page, 'search-current')).toEqual(['lamp']);
		await next(page).click();
		await page.waitForURL('**/lighthouse-year/03-march/**');
		await expect(field(page)).toHaveValue('lamp');
		await expect.poll(() => painted(page, 'search-current')).toEqual(['lamp']);
		await page.goBack();
		await page.waitForURL('**/lighthouse-year/02-february/**');
		await untilAwake(page);
		await search(page, '');
		await expect(field(page)).toBeFocused();
		await field(page).fill('lamp');
		await expect(told(page)).toHaveText('7 found');

		// So it is from the shelf, by its key.
		await page.goto('');
		await untilAwake(page);
		await page.keyboard.press('/');
		await expect(field(page)).toHaveValue('lamp');
		await expect(told(page)).toHaveText('7 found');
		await expectNoViolations(page, 'from the shelf');
		await results(page).getByRole('link').last().focus();
		await page.keyboard.press('Enter');
		await page.waitForURL('**/lighthouse-year/11-november/**');
		await expect.poll(() => painted(page, 'search-current')).toEqual(['lamp']);

		// What a chapter loads when it is asked for is kept, too.
		await openChapter(page, 'lighthouse-year/05-may/');
		await page.locator('article figure img').tap();
		const picture = page.getByRole('dialog', { name: /^Picture: / }).getByRole('img');
		await expect(picture).toBeVisible();
		await expect(picture).not.toHaveJSProperty('naturalWidth', 0);
	});
});

test.describe('in one chapter', () => {
	test.use(WITHOUT_WORKER);

	test('every hit is painted; next, previous, and both ways back to the same line; by keyboard alone, in the light, in the dark and with contrast @screen', async ({
		page
	}) => {
		await openChapter(page);
		await readTo(page, 12);
		await callBars(page); // with which the top line begins below them
		const line = await topLine(page);
		await search(page, '“the train”');
		const found = await page
			.locator('article')
			.evaluate((article) => article.textContent.match(/the train/gi)!.length);
		await expect(told(page)).toHaveText(`${found} found`);
		await expect.poll(() => painted(page, 'search')).toHaveLength(found);
		expect(await topLine(page)).toBe(line); // a search alone moves nothing
		const at = dialog(page).getByText(/^\d+ of \d+ in this chapter$/);
		await next(page).click();
		await expect(at).toBeVisible();
		const first = await at.innerText();
		await next(page).click();
		await expect(at).not.toHaveText(first);
		await dialog(page).getByRole('button', { name: 'Previous' }).click();
		await expect(at).toHaveText(first);
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toBeHidden();
		await expect.poll(() => painted(page, 'search')).toEqual([]);

		await page.getByRole('button', { name: /^Back to ¶/ }).click();
		await expect.poll(() => topLine(page)).toBe(line);
		await callBars(page);
		await page.getByRole('button', { name: 'Search', exact: true }).click();
		await expect(field(page)).toHaveValue('“the train”');
		await results(page).getByRole('link').last().click();
		await expect.poll(() => topLine(page)).not.toBe(line);
		await page.keyboard.press('Escape');
		await page.goBack();
		await expect.poll(() => topLine(page)).toBe(line);

		// By keyboard alone.
		await page.keyboard.press('/');
		await expect(field(page)).toBeFocused();
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.type('train');
		await expect(field(page)).toHaveValue('train');
		await expect(told(page)).toHaveText('16 found');
		await expectNoViolationsInThemes(page, 'search');
		await page.keyboard.press('Enter');
		await expect.poll(() => painted(page, 'search-current')).toEqual(['train']);
		await page.keyboard.press('Shift+Enter');
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toBeHidden();
		// One goes on from the paragraph of the hit.
		await expect(page.locator('article :focus')).toContainText('train');
		await page.keyboard.press('/');
		await expect(field(page)).toHaveValue('train');
		await expect(told(page)).toHaveText(/^\d+ found$/);
	});

	test('hostile words do no harm; one’s own marks are found with everything, and lead to their passage', async ({
		page
	}) => {
		const chapter = await readChapter(page);
		const mark = makeAnnotation(chapter, {
			quote: 'packing all morning',
			colour: 'green',
			note: 'Boxes, a zeppelin of them'
		});
		await keep(page, [mark], chapter);
		await openChapter(page);
		await page.keyboard.press('/');
		for (const words of HOSTILE) {
			await field(page).evaluate((input: HTMLInputElement, words) => {
				input.value = words;
				input.dispatchEvent(new Event('input', { bubbles: true }));
			}, words);
			await expect(told(page)).toHaveText(/^(\d+ found)?$/);
		}
		await field(page).fill('packing all morning');
		await expect(told(page)).toHaveText('1 found');
		await expect(dialog(page).getByRole('alert')).toHaveCount(0);
		await page.keyboard.press('Escape');
		await expect(dialog(page)).toBeHidden();

		await readTo(page, 30);
		await search(page, 'zeppelin');
		await expect(told(page)).toHaveText('0 found');
		await dialog(page).getByRole('radio', { name: 'Everything' }).check();
		await expect(told(page)).toHaveText('1 found');
		await expect(results(page).getByRole('heading')).toHaveText(['Your notes and highlights 1']);
		await expectNoViolations(page, 'own marks');
		await results(page).getByRole('link', { name: 'zeppelin' }).click();
		await expect(page.locator('article mark').first()).toBeInViewport();
	});
});

const HOSTILE = [
	'a'.repeat(10_000),
	'(((((',
	'\ud83d',
	'\udc00\ud800',
	'😀',
	'בראשית ברא אלהים',
	'"'.repeat(1000),
	'e\u0301'.repeat(3000),
	'<img src=x onerror=alert(1)> \u0000\u202e'
];
