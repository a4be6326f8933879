import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { keep, makeAnnotation, readChapter, type Made } from './made';
import { openChapter, openSheet, readTo, topLine } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

const MADE: Made[] = [
	{ quote: 'packing all morning', colour: 'yellow' },
	{ quote: 'We watch the time', colour: 'blue', note: 'The clock again' },
	{ quote: 'The train started', kind: 'bookmark' }
];

async function keepMade(page: Page): Promise<void> {
	const chapter = await readChapter(page);
	await keep(
		page,
		MADE.map((made) => makeAnnotation(chapter, made)),
		chapter
	);
}

test('The end of a chapter says so, and what is marked in it; Contents has three parts, chapters, bookmarks and marks, each of which leads there', async ({
	page
}) => {
	await keepMade(page);
	await openChapter(page);
	await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
	const links = page.getByRole('navigation', { name: 'Chapters' });
	const before = await links.getByRole('link').first().boundingBox();
	await page.keyboard.press('Escape'); // the reader does something
	await expect(links.getByText('End of chapter')).toBeVisible();
	expect(await links.getByRole('link').first().boundingBox()).toEqual(before);
	await links.getByRole('button', { name: 'Your 2 marks here' }).click();
	const sheet = page.getByRole('dialog', { name: 'Contents' });
	await expect(sheet.getByRole('radio', { name: 'Marks 2' })).toBeChecked();
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();

	await readTo(page, 30);
	await openSheet(page, 'Contents');
	const line = await topLine(page); // with the bars there, as they are on coming back
	await expect(sheet.getByRole('link', { name: 'XLIII The Exile' })).toBeVisible();
	await sheet.getByRole('radio', { name: 'Bookmarks 1' }).check();
	await expect(sheet.getByRole('listitem')).toHaveCount(1);
	await expect(sheet.getByRole('listitem')).toContainText('The train started');
	await sheet.getByRole('radio', { name: 'Marks 2' }).check();
	await expect(sheet.getByRole('listitem')).toHaveText([
		/^¶ 2\s+packing/,
		/^¶ 3\s+We watch.*clock/
	]);
	await expectNoViolations(page, 'marks in the contents');

	await sheet.getByRole('link', { name: 'We watch the time' }).click();
	await expect(sheet).toBeHidden();
	await expect(page.locator('mark', { hasText: 'We watch the time' })).toBeInViewport();
	await page.getByRole('button', { name: 'Back to ¶ 30' }).click();
	await expect.poll(() => topLine(page)).toBe(line);

	// By the system's Back too, which stays on the page.
	await openSheet(page, 'Contents');
	await sheet.getByRole('radio', { name: 'Marks 2' }).check();
	await sheet.getByRole('link', { name: 'We watch the time' }).click();
	await expect(page.getByRole('button', { name: 'Back to ¶ 30' })).toBeVisible();
	await page.goBack();
	await expect.poll(() => topLine(page)).toBe(line);
});
