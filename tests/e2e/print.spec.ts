import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { closeCard, highlight, noteSaved, select, toolbar, untilSaved } from './marking';
import { openChapter, openSheet, untilAwake } from './reader';
import { expect, testWithoutWorker as test } from './site';

/** The browser's own dialog, which a test cannot close, would keep the page from being printed again. */
const withoutDialog = (page: Page) => page.addInitScript(() => (window.print = () => {}));

/** Prints what the sheet says; gives the file, without the time it was made at. */
async function print(page: Page, sheet: Locator): Promise<string> {
	await sheet.getByRole('button', { name: 'Print' }).press('Enter');
	await expect(sheet.getByRole('status')).toHaveText('Ready to print');
	const file = await page.pdf({ format: 'A4' });
	return file.toString('latin1').replace(/\/(CreationDate|ModDate) \([^)]*\)/g, '');
}

/** What is on paper, as one reads it and as one sees it. */
interface Paper {
	text: string;
	/** All of it as a picture: a file of the kind PNG. */
	picture: Buffer;
}

/** Px between the margins of A4 (ui/styles/print.css). */
const PAPER_WIDTH = 665;

/** Looks at what is printed, on one long sheet: to see the pages of a PDF takes a program of its own. */
async function onPaper(page: Page): Promise<Paper> {
	const screen = page.viewportSize()!;
	await page.setViewportSize({ width: PAPER_WIDTH, height: 1000 });
	await page.emulateMedia({ media: 'print' });
	const text = await page.locator('body').innerText();
	const picture = await page.screenshot({ fullPage: true, scale: 'css' });
	await page.emulateMedia({ media: null }); // by 'screen' it would be printed as on a screen
	await page.setViewportSize(screen);
	return { text, picture };
}

/** Shares of a picture's pixels, 0 to 1: what is white, what is of any colour but grey. */
function coloursOf(page: Page, picture: Buffer): Promise<{ white: number; coloured: number }> {
	return page.evaluate(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const { width, height } = image;
		const canvas = new OffscreenCanvas(width, height).getContext('2d')!;
		canvas.drawImage(image, 0, 0);
		const { data } = canvas.getImageData(0, 0, width, height);
		let [white, coloured] = [0, 0];
		for (let at = 0; at < data.length; at += 4) {
			const [least, , most] = [data[at], data[at + 1], data[at + 2]].sort((a, b) => a - b);
			if (least === 255) white++;
			if (most - least > 2) coloured++;
		}
		return { white: white / (width * height), coloured: coloured / (width * height) };
	}, picture.toString('base64'));
}

// With the network gone: pages.spec.ts.
test('A chapter is printed with its notes: the same from a dark screen, and nothing but paper', async ({
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

	const files: Record<string, string> = {};
	const papers: Record<string, Paper> = {};
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const contents = await openSheet(page, 'Contents');
		await contents.getByRole('button', { name: 'Print' }).click();
		const sheet = page.getByRole('dialog', { name: 'Print' });
		await expect(sheet).toBeVisible();
		await expectNoViolations(page, colorScheme, { coloursAlone: colorScheme === 'dark' });
		files[colorScheme] = await print(page, sheet);
		papers[colorScheme] = await onPaper(page);
		if (colorScheme === 'dark') {
			const { text } = papers.dark;
			expect(text).toMatch(/^XLIII\s+The Exile\s+Leon Trotsky\s+I will quote in full/);
			expect(text).toMatch(/my notes\s+1¶ 3 “\S.*”\s+Who came\?\s+Leon Trotsky, “The Exile,”/i);
			expect(text).toContain(`${site.url}my-life/43-the-exile/`);
			await sheet.getByRole('radio', { name: 'None' }).check();
			expect(await print(page, sheet)).not.toBe(files.light);
			const unmarked = await onPaper(page);
			expect(unmarked.text).not.toContain('Who came?');
			// Ink on paper, and nothing else.
			const { white, coloured } = await coloursOf(page, unmarked.picture);
			expect(coloured).toBe(0);
			expect(white).toBeGreaterThan(0.7);
			expect((await coloursOf(page, papers.dark.picture)).coloured).toBeGreaterThan(0);
		}
		await page.keyboard.press('Escape');
		await expect(page.locator('[data-printed]')).toHaveCount(0);
	}
	expect(files.dark).toBe(files.light);
	expect(papers.dark.picture.equals(papers.light.picture)).toBe(true);
});

test.describe('A work of several chapters', () => {
	test.use({ builds: ['fixtures'] });

	test('is printed from its page, each chapter with its notes', async ({ page }) => {
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
