import type { Page } from '@playwright/test';
import { expectNoViolationsInThemes } from './axe';
import { card, noteSaved, toast, toolbar } from './marking';
import {
	callBars,
	openChapter,
	openNote,
	openSheet,
	readTo,
	TIMES,
	topLine,
	untilAwake
} from './reader';
import { expect, testWithoutWorker as test } from './site';

/** The footnote that is open at its mark. */
const opened = (page: Page) => page.getByRole('dialog', { name: /^Note \d/ });

/** Selects letters of the first block of the note that is open, as a long press would. */
async function selectInNote(page: Page, start: number, end: number): Promise<void> {
	await opened(page).evaluate(
		(note, [from, to]) => {
			const block = note.querySelector('[data-copy-of]')!;
			const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()!;
			getSelection()!.setBaseAndExtent(node, from, node, to);
		},
		[start, end]
	);
}

/** Opens the chapter at the mark of note 2, and gives the line at the top. */
async function openAtNote(page: Page): Promise<string> {
	await openChapter(page);
	await readTo(page, 44);
	await callBars(page); // *Esc* does too, and they cover a line
	return topLine(page);
}

test('A footnote opens at its mark, covers no word of its line, and moves nothing @screen', async ({
	page
}) => {
	const before = await openAtNote(page);
	const address = page.url();
	const note = await openNote(page, 2);
	await expect(note).toContainText('Rakovsky’s wife.');
	await expect(note).toBeFocused();
	const [mark, box] = [
		(await page.locator('#noteref-2').boundingBox())!,
		(await note.boundingBox())!
	];
	expect(box.y > mark.y + mark.height || box.y + box.height < mark.y).toBe(true);
	await expectNoViolationsInThemes(page, 'a footnote');
	await page.keyboard.press('Escape');
	await expect(note).toBeHidden();
	await expect(page.locator('#noteref-2')).toBeFocused();
	expect(await topLine(page)).toBe(before);
	expect(page.url()).toBe(address);
});

test('A tap beside it closes it and is for nothing else; on another mark it opens that note @screen', async ({
	page
}) => {
	await openChapter(page);
	await readTo(page, 44);
	const isAway = () =>
		page.locator('[data-bar="top"]').evaluate((bar) => bar.classList.contains('away'));
	await expect.poll(isAway).toBe(true);
	const note = await openNote(page, 2);
	await page.locator('#p45').click({ position: { x: 30, y: 10 } });
	await expect(note).toBeHidden();
	expect(await isAway()).toBe(true);
	await openNote(page, 2);
	await page.locator('#noteref-3').dispatchEvent('click');
	await expect(opened(page)).toHaveAttribute('aria-label', 'Note 3');
	await page.keyboard.press('Escape');
	await callBars(page);
	await openNote(page, 2);
	const sheet = await openSheet(page, 'Contents');
	await expect(sheet).toBeVisible();
	await expect(note).toBeHidden();
});

test('However often it opens and closes, the top line stays; its words are selected, marked and given a note in it, and it shows what stands there', async ({
	page
}) => {
	const before = await openAtNote(page);
	const note = opened(page);
	for (let time = 0; time < TIMES; time++) {
		await openNote(page, 2);
		if (time % 3 === 0) await page.keyboard.press('Escape');
		else if (time % 3 === 1) await note.getByRole('button', { name: 'Close' }).click();
		else await page.locator('#noteref-2').click();
		await expect(note).toBeHidden();
	}
	expect(await topLine(page)).toBe(before);
	await page.reload();
	await untilAwake(page);
	await expect.poll(() => topLine(page)).toBe(before);
	await callBars(page);

	await openNote(page, 2);
	await selectInNote(page, 2, 8);
	await toolbar(page).getByRole('button', { name: 'Highlight green' }).click();
	await expect(note.locator('mark')).toHaveText('kovsky');
	await expect(page.locator('#note-2 mark')).toHaveText('kovsky');
	await expect(toast(page)).toContainText('Highlighted');
	await note.locator('mark').click();
	await card(page).getByRole('textbox', { name: 'Note' }).fill('Christian Rakovsky');
	await expect(noteSaved(page)).toBeVisible();
	expect(await topLine(page)).toBe(before);
	await page.keyboard.press('Escape');
	await expect(card(page)).toBeHidden();
	await expect(note).toBeFocused();
	await expect(note.locator('mark.noted')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(note).toBeHidden();
	expect(await topLine(page)).toBe(before);
	// Marked where it stands, it is marked at its mark.
	await openNote(page, 2);
	await expect(note.locator('mark.noted')).toHaveText('kovsky');
	await selectInNote(page, 0, 2);
	await page.keyboard.press('n');
	await expect(card(page)).toContainText('note 2');
	await page.keyboard.press('Escape');
	await expect(note).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(note).toBeHidden();

	// Without a selection its blocks have their button, as all have.
	await openNote(page, 1);
	await note.getByRole('button', { name: 'Mark note 1' }).focus();
	await page.keyboard.press('Enter');
	const menu = page.getByRole('dialog', { name: 'Mark note 1' });
	await menu.getByRole('button', { name: 'Highlight', exact: true }).click();
	await expect(note.locator('mark').first()).toBeVisible();
	await expect(note).toBeFocused();
});

test('Back of the browser closes a sheet or a note first, and only then leaves; Go to note is a jump to come back from', async ({
	page
}) => {
	// As in Safari and Firefox. In Chromium the system's Back is a request to close, like Escape,
	// which no test can make; its history is another thing.
	await page.addInitScript(() => Reflect.deleteProperty(window, 'CloseWatcher'));
	await page.goto('');
	await openChapter(page);
	await openSheet(page, 'Contents');
	await page.goBack();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page).toHaveURL(/the-exile/);
	await expect(page.getByRole('button', { name: 'Contents' })).toBeFocused();

	await readTo(page, 44);
	await callBars(page); // keys do too, and they cover a line
	const before = await topLine(page);
	const note = await openNote(page, 2);
	await page.goBack();
	await expect(note).toBeHidden();
	await expect(page).toHaveURL(/the-exile/);
	// By keyboard: the focus is in the note, one Tab before its first button.
	await page.locator('#noteref-2').press('Enter');
	await expect(note).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(note.getByRole('button', { name: 'Go to note' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('#note-2')).toBeInViewport();
	await expect(note).toBeHidden();
	await page.goBack();
	await expect.poll(() => topLine(page)).toBe(before);
	await expect(page.locator('#noteref-2')).toBeFocused();
	await page.goBack();
	await expect(page.getByRole('heading', { name: 'Postil' })).toBeVisible();
});

test.describe('of other works', () => {
	test.use({ builds: ['fixtures'] });

	test('A note of a text from right to left runs as the text does @screen', async ({ page }) => {
		await openChapter(page, 'bereshit/1-yom/');
		const note = await openNote(page, 1);
		await expect(note.locator('[dir="rtl"]')).toContainText('תהו ובהו');
		const box = (await note.boundingBox())!;
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(page.viewportSize()!.width);
		await page.keyboard.press('Escape');
		await expect(note).toBeHidden();
	});
});
