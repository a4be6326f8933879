import type { Page } from '@playwright/test';
import {
	card,
	closeCard,
	highlight,
	marks,
	noteSaved,
	openFresh,
	select,
	toolbar,
	untilSaved
} from './marking';
import { openChapter } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

// Undo, and redo after it, of what is not shown in marks.spec.ts and marker-marks.spec.ts.

const undo = (page: Page) => page.keyboard.press('Control+z');
const redo = (page: Page) => page.keyboard.press('Control+Shift+z');

/** Another tab, which sees what is on the disk alone. */
async function openOther(page: Page): Promise<Page> {
	const other = await page.context().newPage();
	await openChapter(other);
	return other;
}

test('A note is undone and made again, with its words', async ({ page }) => {
	await openFresh(page);
	await select(page, ['p2', 60], ['p2', 90]);
	await toolbar(page).getByRole('button', { name: 'Note' }).click();
	await page.keyboard.type('First words');
	await expect(noteSaved(page)).toBeVisible();
	await closeCard(page);
	await marks(page).first().click();
	await card(page).getByRole('textbox', { name: 'Note' }).fill('Other words');
	await expect(noteSaved(page)).toBeVisible();
	await closeCard(page);
	const noteNow = async () => {
		await marks(page).first().click();
		const words = await card(page).getByRole('textbox', { name: 'Note' }).inputValue();
		await closeCard(page);
		return words;
	};
	await undo(page);
	await expect.poll(noteNow).toBe('First words');
	await undo(page);
	await expect(marks(page)).toHaveCount(0);
	await redo(page);
	await expect.poll(noteNow).toBe('First words');
	await redo(page);
	await expect.poll(noteNow).toBe('Other words');
	const other = await openOther(page);
	await expect(other.locator('mark.noted')).toHaveCount(1);
});

test('A mark that is deleted while its note is typed comes back with it', async ({ page }) => {
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 60], ['p2', 90]);
	await highlight(page, 'green', ['p1', 2], ['p1', 12]);
	await page.locator('#p2 mark').click();
	await card(page).getByRole('textbox', { name: 'Note' }).fill('Half a thou');
	await card(page).getByRole('button', { name: 'Delete' }).click();
	await expect(marks(page)).toHaveCount(1);
	await undo(page);
	await undo(page); // the note and the deletion, in whichever order they were closed
	await expect(marks(page)).toHaveCount(2);
});

test('A bookmark is undone and set again, and so is its removal', async ({ page }) => {
	await openFresh(page);
	const button = page.getByRole('button', { name: 'Bookmark' });
	const set = page.locator('#p1.bookmarked');
	await button.click();
	await expect(set).toHaveCount(1);
	await undo(page);
	await expect(set).toHaveCount(0);
	await redo(page);
	await expect(set).toHaveCount(1);
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await button.click();
	await expect(set).toHaveCount(0);
	await undo(page);
	await expect(set).toHaveCount(1);
	await redo(page);
	await expect(set).toHaveCount(0);
	await expect(button).toHaveAttribute('aria-pressed', 'false');
});

test('Ends that were moved go back, and there again', async ({ page }) => {
	await openFresh(page);
	await highlight(page, 'yellow', ['p1', 2], ['p1', 12]);
	await untilSaved(page);
	await marks(page).click();
	await card(page).getByRole('button', { name: 'Adjust' }).click();
	await card(page).getByRole('button', { name: 'End a word later' }).click();
	await card(page).getByRole('button', { name: 'Start a word later' }).click();
	await card(page).getByRole('button', { name: 'Done' }).click();
	await closeCard(page);
	await expect(marks(page)).toHaveText('quote in');
	await undo(page);
	await expect(marks(page)).toHaveText('will quote');
	await redo(page);
	await expect(marks(page)).toHaveText('quote in');
	await expect(marks(await openOther(page))).toHaveText('quote in');
});
