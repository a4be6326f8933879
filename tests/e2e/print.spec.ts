import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { closeCard, highlight, noteSaved, select, toolbar, untilSaved } from './marking';
import { openChapter, openSheet, untilAwake } from './reader';
import { expect, test, testWithoutWorker, untilKept } from './site';

/** The browser's own dialog, which a test cannot close, would keep the page from being printed again. */
const withoutDialog = (page: Page) => page.addInitScript(() => (window.print = () => {}));

/** Prints what the sheet says; gives the file, without the time it was made at. */
async function print(page: Page, sheet: Locator): Promise<string> {
	await sheet.getByRole('button', { name: 'Print' }).click();
	await expect(sheet.getByRole('status')).toHaveText('Ready to print');
	const file = await page.pdf({ format: 'A4' });
	return file.toString('latin1').replace(/\/(CreationDate|ModDate) \([^)]*\)/g, '');
}

/** What is on paper, as one reads it. */
async function onPaper(page: Page): Promise<string> {
	await page.emulateMedia({ media: 'print' });
	const text = await page.locator('body').innerText();
	await page.emulateMedia({ media: 'screen' });
	return text;
}

test('A chapter is printed with its notes, offline: the same from a dark screen, and nothing but paper', async ({
	page,
	site
}) => {
	await withoutDialog(page);
	await openChapter(page);
	await highlight(page, 'green', ['p2', 0], ['p2', 40]);
	await untilSaved(page);
	await select(page, ['p3', 1], ['p3', 30]);
	await toolbar(page).getByRole('button', { name: 'Note' }).click();
	await page.keyboard.type('Who came?');
	await expect(noteSaved(page)).toBeVisible();
	await closeCard(page);
	await untilKept(page);
	await site.stop();

	const files: Record<string, string> = {};
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const contents = await openSheet(page, 'Contents');
		await contents.getByRole('button', { name: 'Print' }).click();
		const sheet = page.getByRole('dialog', { name: 'Print' });
		await expect(sheet).toBeVisible();
		await expectNoViolations(page, colorScheme, { coloursAlone: colorScheme === 'dark' });
		files[colorScheme] = await print(page, sheet);
		if (colorScheme === 'dark') {
			const paper = await onPaper(page);
			expect(paper).toMatch(/^XLIII\s+The Exile\s+Leon Trotsky\s+I will quote in full/);
			expect(paper).toMatch(/my notes\s+1¶ 3 “\S.*”\s+Who came\?\s+Leon Trotsky, “The Exile,”/i);
			expect(paper).toContain(`${site.url}my-life/43-the-exile/`);
			await sheet.getByRole('radio', { name: 'None' }).check();
			expect(await print(page, sheet)).not.toBe(files.light);
			expect(await onPaper(page)).not.toContain('Who came?');
		}
		await page.keyboard.press('Escape');
		await expect(page.locator('[data-printed]')).toHaveCount(0);
	}
	expect(files.dark).toBe(files.light);
});

test.describe('A work of several chapters', () => {
	test.use({ builds: ['fixtures'] });

	testWithoutWorker('is printed from its page, each chapter with its notes', async ({ page }) => {
		await withoutDialog(page);
		await openChapter(page, 'bereshit/1-yom/');
		await highlight(page, 'blue', ['p1', 0], ['p1', 10]);
		await untilSaved(page);
		await page.goto('bereshit/');
		await untilAwake(page);
		await page.getByRole('button', { name: 'Print' }).click();
		const sheet = page.getByRole('dialog', { name: 'Print' });
		await sheet.getByRole('radio', { name: 'Numbered lines' }).check();
		await print(page, sheet);
		const sections = page.locator('[data-printed] > section');
		const chapters = await page.getByRole('main').getByRole('listitem').count();
		await expect(sections).toHaveCount(chapters);
		await expect(sections.first().locator('article')).toHaveAttribute('dir', 'rtl');
		await expect(sections.first().locator('.mark-number')).toHaveText(['1', '1']);
		await expect(sections.first().locator('.printed-notes li')).toContainText('¶ 1 · blue');
		await expect(sections.nth(1).locator('.printed-notes')).toHaveCount(0);
	});
});
