// Pages in the other engines: they are laid out by another property than in Chromium (ui/styles/pages.css).
import type { Page } from '@playwright/test';
import { card, closeCard, highlight, marks, untilSaved } from '../e2e/marking';
import { chooseLayout, openChapter, openSheet, topLine, untilAwake } from '../e2e/reader';
import { expect } from '../e2e/site';
import { test } from './engine';

/** Px at the top and bottom of a page that the bars may cover. */
const BAR = 52;

/** The page that is shown, from 0, and how many there are; numbers with fractions while two are shown. */
const shown = (page: Page) =>
	page.evaluate(() => [
		window.scrollY / window.innerHeight,
		document.documentElement.scrollHeight / window.innerHeight
	]);

/** The lines of the blocks: how many there are, and which stand whole between the bars of the page that is shown. */
function lines(page: Page): Promise<{ all: number; seen: string[] }> {
	return page.evaluate((bar) => {
		let all = 0;
		const seen: string[] = [];
		const range = document.createRange();
		for (const block of document.querySelectorAll('article [id^="p"], article [id^="note-"]')) {
			if (block.querySelector('[id^="p"]')) continue; // its blocks are looked at by themselves
			range.selectNodeContents(block);
			[...range.getClientRects()].forEach(({ top, bottom, left, right, height }, index) => {
				if (height < 1) return;
				all += 1;
				const isBeside = left < 0 || right > window.innerWidth;
				if (top >= bar && bottom <= window.innerHeight - bar && !isBeside)
					seen.push(`${block.id} ${index}`);
			});
		}
		return { all, seen };
	}, BAR);
}

/** Makes the type larger or smaller by some steps. */
async function resize(page: Page, how: 'More' | 'Less', steps: number): Promise<void> {
	const sheet = await openSheet(page, 'Appearance');
	for (let step = 0; step < steps; step++) {
		await sheet.getByRole('button', { name: `${how} size` }).click();
	}
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
}

test('a chapter is read in pages: each line once, the same words after a change, a mark, the next chapter', async ({
	page,
	site,
	engine
}) => {
	test.skip(engine.name === 'Firefox', 'Firefox lays out no columns below each other');
	site.deploy('fixtures');
	await openChapter(page, 'lighthouse-year/03-march/');
	await resize(page, 'More', 6);
	await chooseLayout(page, 'Pages');
	await expect(page.locator('html.turning-pages')).toBeAttached();

	await expect.poll(async () => (await shown(page))[1] % 1).toBe(0);
	const [, pages] = await shown(page);
	expect(pages).toBeGreaterThan(2);
	const { all, seen } = await lines(page);
	for (let turned = 1; turned < pages; turned++) {
		await page.keyboard.press('ArrowDown');
		await expect.poll(async () => (await shown(page))[0]).toBe(turned);
		seen.push(...(await lines(page)).seen);
	}
	expect(seen).toHaveLength(all);
	expect(new Set(seen).size).toBe(all);

	await page.keyboard.press('ArrowUp');
	await expect.poll(async () => (await shown(page))[0]).toBe(pages - 2);
	const line = await topLine(page);
	const [first] = line.split(' ');
	await chooseLayout(page, 'Scroll');
	await expect.poll(() => topLine(page)).toContain(first);
	await chooseLayout(page, 'Pages');
	await expect.poll(() => topLine(page)).toBe(line);
	const [block] = (await lines(page)).seen[0].split(' ');
	await resize(page, 'Less', 4);
	await expect(page.locator(`#${block}`)).toBeInViewport();
	await resize(page, 'More', 4);
	await expect.poll(() => topLine(page)).toBe(line);
	await page.reload();
	await untilAwake(page);
	expect(await topLine(page)).toBe(line);

	const [begun] = (await lines(page)).seen.find((one) => one.endsWith(' 0'))!.split(' ');
	await highlight(page, 'green', [begun, 0], [begun, 2]);
	await untilSaved(page);
	await marks(page).first().click();
	await expect(card(page)).toBeVisible();
	await closeCard(page);
	await expect.poll(async () => (await shown(page))[0]).toBe(pages - 2);

	for (let turned = pages - 2; turned < pages; turned++) await page.keyboard.press('ArrowDown');
	await page.waitForURL('**/04-april/');
});
