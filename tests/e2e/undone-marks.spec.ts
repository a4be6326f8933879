import type { Page } from '@playwright/test';
import { card, highlight, marks, openFresh } from './marking';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

// Undo, and redo after it, of what is not shown in marks.spec.ts and marker-marks.spec.ts.

const undo = (page: Page) => page.keyboard.press('Control+z');
const redo = (page: Page) => page.keyboard.press('Control+Shift+z');

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
