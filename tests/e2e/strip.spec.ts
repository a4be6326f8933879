import type { Page } from '@playwright/test';
import { expectNoViolationsInThemes } from './axe';
import { fingerOf, type Finger } from './finger';
import { highlight } from './marking';
import { callBars, keptPosition, openChapter, openSheet, readTo, topLine } from './reader';
import { expect, testWithoutWorker as test } from './site';

const slider = (page: Page) => page.getByRole('slider', { name: 'Position' });
const back = (page: Page) => page.getByRole('button', { name: /^Back to ¶/ });

/** Opens the chapter, with the bars and the strip there. */
async function openWithStrip(page: Page): Promise<void> {
	await openChapter(page);
	await callBars(page);
	await expect(slider(page)).toBeVisible();
}

/** Puts a finger on the strip at a share of its length, and moves it to another. */
async function drag(page: Page, finger: Finger, [from, to]: [number, number]): Promise<void> {
	const { x, y, width, height } = (await slider(page).boundingBox())!;
	await finger.down({ x: x + from * width, y: y + height / 2 });
	await finger.move({ x: x + to * width, y: y + height / 2 });
}

test('Dragged, the strip shows where one would go; let go, one is there, and Back returns; a tap on it, and a finger lifted far above it, do nothing @screen', async ({
	page,
	hasTouch
}) => {
	const finger = await fingerOf(page, hasTouch);
	await openWithStrip(page);
	const before = await topLine(page);
	await slider(page).click({ position: { x: 120, y: 20 } });
	await drag(page, finger, [0.1, 0.6]);
	await finger.move({ x: 200, y: 200 });
	await finger.up();
	expect(await topLine(page)).toBe(before);
	await expect(back(page)).toBeHidden();

	await drag(page, finger, [0, 0.5]);
	await expect(slider(page)).toHaveAttribute('aria-valuetext', /^¶ \d\d, (4|5)\d %$/);
	expect(await topLine(page)).toBe(before); // a look at a card, no more
	const paragraph = Number(await slider(page).getAttribute('aria-valuenow'));
	const words = (await page.locator(`#p${paragraph}`).textContent())!.slice(0, 30);
	await expect(page.locator('[aria-hidden="true"]').getByText(words)).toBeVisible();
	await finger.up();
	await expect(page.locator(`#p${paragraph}`)).toBeInViewport();
	await expect(slider(page)).toHaveAttribute('aria-valuenow', String(paragraph));
	// To look is not to read.
	expect((await keptPosition(page))?.paragraph ?? 1).toBe(1);
	await back(page).click();
	await expect.poll(() => topLine(page)).toBe(before);
});

test('Contents goes to a paragraph by its number, the strip by keys, and Back returns to where they began', async ({
	page
}) => {
	await openChapter(page);
	const start = await topLine(page);
	const sheet = await openSheet(page, 'Contents');
	const field = sheet.getByRole('textbox', { name: 'Go to ¶' });
	await field.fill('99');
	await field.press('Enter');
	await expect(sheet.getByRole('alert')).toHaveText(
		'Type a paragraph from 1 to 67, or a percentage such as 34 %.'
	);
	await field.fill('¶ 41');
	await field.press('Enter');
	await expect(sheet).toBeHidden();
	await expect(page.locator('#p41')).toBeInViewport();
	await expect(page.getByText('¶ 41 of 67')).toBeVisible();
	await back(page).click();
	await expect.poll(() => topLine(page)).toBe(start);

	await readTo(page, 20);
	await callBars(page);
	await slider(page).focus();
	const before = await topLine(page);
	const at = (number: number) =>
		expect(slider(page)).toHaveAttribute('aria-valuenow', String(number));
	await page.keyboard.press('ArrowRight');
	await at(21);
	await page.keyboard.press('PageUp');
	await at(28);
	await page.keyboard.press('Home');
	await at(1);
	await back(page).click();
	await expect.poll(() => topLine(page)).toBe(before);

	// Entered again, the address leads there too: the browser itself scrolls to what was looked at.
	await slider(page).focus();
	await page.keyboard.press('End');
	await at(67);
	await openChapter(page);
	await expect.poll(() => topLine(page)).toBe(before);
	expect(await keptPosition(page)).toMatchObject({ paragraph: 20 });
});

test('The system’s Back returns from where it led, also where an entry of the history stands for each sheet', async ({
	page
}) => {
	await page.addInitScript(() => Reflect.deleteProperty(window, 'CloseWatcher')); // as in Safari
	await openChapter(page);
	await readTo(page, 20);
	await callBars(page);
	await slider(page).focus();
	const before = await topLine(page);
	await page.keyboard.press('End');
	await expect(slider(page)).toHaveAttribute('aria-valuenow', '67');
	await page.goBack();
	await expect.poll(() => topLine(page)).toBe(before);
});

test('It shows what the reader made, nothing of which is wrong for axe, and what one searched for, in a list by keys too', async ({
	page
}) => {
	await openWithStrip(page);
	const drawn = (name: string) => slider(page).locator(`path.${name}`);
	await expect(drawn('footnotes')).toHaveAttribute('d', /^(M[\d.]+ 6V9){5}$/);
	const blue = slider(page).locator('[data-colour="blue"]');
	await expect(blue).toHaveAttribute('d', '');
	await highlight(page, 'blue', ['p3', 0], ['p3', 20]);
	await expect(blue).toHaveAttribute('d', /^M[\d.]+ 1V8$/);
	await expectNoViolationsInThemes(page, 'the strip');

	const hits = drawn('hits');
	await expect(hits).toHaveAttribute('d', '');
	await page.keyboard.press('/');
	const search = page.getByRole('dialog', { name: 'Search' });
	await search.getByRole('searchbox').fill('train');
	await expect(search.getByRole('status')).toHaveText('16 found');
	await page.keyboard.press('Escape');
	await expect(search).toBeHidden();
	await expect(hits).toHaveAttribute('d', /^(M[\d.]+ 11V14){12,16}$/); // some lie on each other
	await slider(page).focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowRight');
	await expect(slider(page)).toHaveAttribute('aria-valuetext', '¶ 2, 0 %, 1 found');
	await page.keyboard.press('/');
	await expect(search.getByRole('status')).toHaveText('16 found');
	const last = search.getByRole('list', { name: 'Results' }).getByRole('link').last();
	await last.focus();
	await page.keyboard.press('Enter');
	await expect(search.getByText('16 of 16 in this chapter')).toBeVisible();
	await search.getByRole('searchbox').fill('');
	await expect(hits).toHaveAttribute('d', '');
});
