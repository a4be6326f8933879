import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { fingerOf } from './finger';
import { card, closeCard, highlight, toolbar, untilSaved } from './marking';
import { callBars, chooseLayout, openChapter, openSheet, untilAwake } from './reader';
import { expect, test, untilKept } from './site';

/** The page that is shown, from 0; a number with a fraction while two are. */
const shown = (page: Page) => page.evaluate(() => window.scrollY / window.innerHeight);

test('A chapter is read in pages, offline: turned, marked across a page’s end, searched, left and come back to, printed', async ({
	page,
	site
}) => {
	await page.addInitScript(() => (window.print = () => {})); // no test can close its dialog
	await openChapter(page);
	await untilKept(page);
	await site.stop();
	await chooseLayout(page, 'Pages');
	await expect(page.locator('html.turning-pages')).toBeAttached();
	const { width, height } = page.viewportSize()!;

	await test.step('keys, taps and a finger turn', async () => {
		await page.keyboard.press('PageDown');
		await expect.poll(() => shown(page)).toBe(1);
		await page.touchscreen.tap(width - 10, height / 2);
		await expect.poll(() => shown(page)).toBe(2);
		await page.touchscreen.tap(10, height / 2);
		await expect.poll(() => shown(page)).toBe(1);
		const finger = await fingerOf(page, true);
		await finger.down({ x: width - 100, y: height / 2 });
		await finger.move({ x: 100, y: height / 2 });
		await finger.up();
		await expect.poll(() => shown(page)).toBe(2);
	});

	await test.step('a mark goes over the page’s end', async () => {
		const [block, letters] = await page.evaluate(() => {
			const crossing = [...document.querySelectorAll<HTMLElement>('article p')].find((p) => {
				const [first, second] = p.getClientRects();
				return second && first.top > 0 && first.top < innerHeight && second.top > innerHeight;
			})!;
			const node = crossing.firstChild as Text;
			const range = document.createRange();
			let at = 0;
			do {
				range.setStart(node, at);
				range.setEnd(node, ++at);
			} while (range.getBoundingClientRect().top < innerHeight);
			return [crossing.id, at];
		});
		await highlight(page, 'blue', [block, letters - 30], [block, letters + 30]);
		await untilSaved(page);
		await expect.poll(() => shown(page)).toBe(2);
		const pieces = page.locator(`#${block} mark`);
		expect(
			await pieces.evaluateAll((all) =>
				all.flatMap((one) => [...one.getClientRects()]).map(({ top }) => top > innerHeight)
			)
		).toContain(true);
		const [x, y] = await pieces.first().evaluate((piece) => {
			const { left, top } = piece.getClientRects()[0];
			return [left + 6, top + 8];
		});
		// The notice of what was done lies over the last line for a moment.
		await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();
		await page.mouse.click(x, y);
		await expect(card(page)).toBeVisible();
		await closeCard(page);
		await expect.poll(() => shown(page)).toBe(2);
	});

	await test.step('a hit is shown on its page, and Back leads to the one that was read', async () => {
		await page.keyboard.press('/');
		const sheet = page.getByRole('dialog', { name: 'Search' });
		await sheet.getByRole('searchbox').fill('telegram');
		await expect(sheet.getByRole('status')).toContainText('found');
		await sheet.getByRole('button', { name: 'Next' }).click();
		await expect.poll(() => shown(page)).toBeGreaterThan(2);
		expect((await shown(page)) % 1).toBe(0);
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: /^Back/ }).click();
		await expect.poll(() => shown(page)).toBe(2);
	});

	await test.step('a reload, and scrolling, stay at the same words', async () => {
		const words = () =>
			page.evaluate(() => {
				const x = document.querySelector('article')!.getBoundingClientRect().left + 30;
				const { offsetNode, offset } = document.caretPositionFromPoint(x, 80)!;
				return offsetNode.textContent!.slice(offset, offset + 20);
			});
		const before = await words();
		await page.reload();
		await untilAwake(page);
		await expect.poll(() => shown(page)).toBe(2);
		expect(await words()).toBe(before);
		await chooseLayout(page, 'Scroll');
		await expect(page.locator('main')).toHaveCSS('column-height', 'auto');
		await expect.poll(words).toBe(before);
		await chooseLayout(page, 'Pages');
		await expect.poll(() => shown(page)).toBe(2);
	});

	await test.step('the marker and a footnote work on a page', async () => {
		await page.keyboard.press('m');
		await page.keyboard.press('ArrowDown');
		await page.getByRole('button', { name: 'Mark sentence' }).click();
		await expect(page.getByRole('toolbar', { name: 'Marker' })).toContainText('Marked:');
		expect((await shown(page)) % 1).toBe(0);
		await page.keyboard.press('Escape');
		await expect(toolbar(page)).toBeHidden();
		await page.locator('#noteref-1').tap(); // its first, since the reload
		const note = page.getByRole('dialog', { name: 'Note 1' });
		await expect(note).toContainText(/\w+/);
		await page.keyboard.press('Escape');
		await expect(note).toBeHidden();
		await expect(page.locator('#noteref-1')).toBeFocused();
		await expect.poll(async () => (await shown(page)) % 1).toBe(0);
		await expectNoViolations(page, 'pages', { coloursAlone: true });
	});

	await test.step('the strip leads on by keys, and all is here that is printed', async () => {
		await callBars(page);
		const slider = page.getByRole('slider', { name: 'Position' });
		const at = Number(await slider.getAttribute('aria-valuenow'));
		await slider.focus();
		await page.keyboard.press('ArrowRight');
		await expect(slider).toHaveAttribute('aria-valuenow', String(at + 1));
		const contents = await openSheet(page, 'Contents');
		await contents.getByRole('button', { name: 'Print' }).click();
		const sheet = page.getByRole('dialog', { name: 'Print' });
		await sheet.getByRole('button', { name: 'Print' }).press('Enter');
		await expect(sheet.getByRole('status')).toHaveText('Ready to print');
	});
});
