import type { Locator, Page } from '@playwright/test';
import { card, closeCard, highlight, marks, openFresh, select } from './marking';
import { callBars, goToNote } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

/** Ms that what was done stands over the text. */
const NEWS = 3000;

/** Whether two parts of the page lie over each other. */
async function overlap(one: Locator, other: Locator): Promise<boolean> {
	const [a, b] = [(await one.boundingBox())!, (await other.boundingBox())!];
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('What was done in a card stands in its head, over nothing else, at any width', async ({
	page
}) => {
	await page.clock.install();
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	for (const [width, height] of [
		[412, 915],
		[375, 667],
		[320, 640],
		[1280, 800]
	]) {
		await page.setViewportSize({ width, height });
		await marks(page).click();
		await card(page).getByRole('button', { name: 'Green' }).click();
		const told = card(page).locator('.toast');
		await expect(told).toContainText('Turned green Saved');
		const parts = card(page).locator('.card > *, header > button, textarea, input');
		for (const part of await parts.all()) {
			if (await part.isVisible()) expect(await overlap(told, part), `${width} px`).toBe(false);
		}
		// It is in nobody's way, so that the way back stays.
		await page.clock.fastForward(NEWS);
		await told.getByRole('button', { name: 'Undo' }).click();
		await expect(marks(page)).toHaveAttribute('data-colour', 'yellow');
		await closeCard(page);
	}
});

test('Over the text stands one thing at a time: what was done for three seconds, then the way back', async ({
	page
}) => {
	await page.clock.install();
	await openFresh(page);
	await goToNote(page, 1);
	const back = page.getByRole('button', { name: /^Back to ¶/ });
	await expect(back).toBeVisible();
	await select(page, ['note-1', 2], ['note-1', 12]);
	await expect(back).toBeHidden();
	await highlight(page, 'pink', ['note-1', 2], ['note-1', 12]);
	const told = page.locator('.toast');
	await expect(told).toContainText('Highlighted Saved');
	await expect(back).toBeHidden();
	await page.clock.fastForward(NEWS);
	await expect(told).toHaveCount(0);
	await expect(back).toBeVisible();
});

test('What was copied is told in the toolbar, not over the selected words @screen', async ({
	page
}) => {
	await openFresh(page);
	await select(page, ['p2', 40], ['p2', 120]);
	const toolbar = page.getByRole('toolbar', { name: 'Selection' });
	await toolbar.getByRole('button', { name: 'Copy' }).click();
	const told = toolbar.getByText(/Copied with its source|did not allow copying/);
	await expect(told).toBeVisible();
	const selected = await page.evaluate(() => {
		const { x, y, width, height } = getSelection()!.getRangeAt(0).getBoundingClientRect();
		return { x, y, width, height };
	});
	const box = (await told.boundingBox())!;
	const apart = box.y + box.height <= selected.y || selected.y + selected.height <= box.y;
	expect(apart).toBe(true);
});

test('Cards and sheets stand beside the lines, which stay as they are, on wide screens', async ({
	page
}) => {
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	for (const [width, height] of [
		[915, 412],
		[1280, 800]
	]) {
		await page.setViewportSize({ width, height });
		const before = await linesOf(page);
		const open = page.locator('dialog[open]');
		const isBeside = async () => {
			const [sheet, text] = [(await open.boundingBox())!, await columnOf(page)];
			return sheet.x >= text.x + text.width && sheet.x + sheet.width <= width && text.x >= 0;
		};
		await marks(page).first().click();
		await expect.poll(isBeside).toBe(true);
		await expectLines(page, before);
		await expect(marks(page).first()).toBeInViewport();
		await page.keyboard.press('Escape');
		for (const name of ['Contents', 'Search', 'Appearance']) {
			await callBars(page);
			await page.getByRole('button', { name, exact: true }).click();
			await expect.poll(isBeside, name).toBe(true);
			await expectLines(page, before);
			await open.getByRole('button', { name: 'Close' }).click();
		}
		await expect(open).toHaveCount(0);
		await expectLines(page, before);
	}
});

const columnOf = async (page: Page) => (await page.locator('article').boundingBox())!;

/** How far each line of the text is from the top of it, and how wide: a word on another line would change that. */
function linesOf(page: Page): Promise<number[]> {
	return page.evaluate(() => {
		const text = document.querySelector('article')!;
		const { left, top } = text.getBoundingClientRect();
		const range = document.createRange();
		range.selectNodeContents(text);
		return [...range.getClientRects()].flatMap((line) => [
			line.left - left,
			line.top - top,
			line.width
		]);
	});
}

/** Another place of the column moves what browsers round by less than a pixel. */
async function expectLines(page: Page, before: readonly number[]): Promise<void> {
	const now = await linesOf(page);
	expect(now).toHaveLength(before.length);
	expect(Math.max(...now.map((at, index) => Math.abs(at - before[index])))).toBeLessThan(1);
}
