import type { Page } from '@playwright/test';
import { blockTexts } from '../bench/chapter-text.js';
import { expectNoViolations } from './axe';
import { card, closeCard, marks, noteSaved, openFresh, toast, untilSaved } from './marking';
import { openChapter, THUMB } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

// Each block is marked without a selection: screen readers have one of their own, which no page sees.

const buttons = (page: Page) => page.getByRole('article').getByRole('button');

/** Activates a button as screen readers do: no pointer, no key. */
const activate = (page: Page, name: string) =>
	page.getByRole('button', { name, exact: true }).evaluate((button) => {
		(button as HTMLElement).focus();
		(button as HTMLElement).click();
	});

test('A paragraph is marked, noted, bookmarked and copied by its own button', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openFresh(page);
	const menu = page.getByRole('dialog', { name: 'Mark ¶ 12' });
	const choose = async (name: string) => {
		await activate(page, 'Mark ¶ 12');
		await menu.getByRole('button', { name, exact: true }).click();
		await expect(menu).toBeHidden();
	};
	await choose('Highlight');
	await expect(page.locator('#p12 mark')).toHaveCount(1);
	await untilSaved(page);
	await expect(page.getByRole('button', { name: 'Mark ¶ 12' })).toBeFocused();

	await choose('Note');
	await expect(card(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
	await page.keyboard.type('Without a selection');
	await expect(noteSaved(page)).toBeVisible();
	await closeCard(page);
	await expect(page.getByRole('button', { name: 'Mark ¶ 12' })).toBeFocused();
	await expect(page.locator('#p12 mark.noted').first()).toBeAttached();

	await choose('Bookmark');
	await expect(page.locator('#p12')).toHaveClass(/bookmarked/);
	await choose('Remove bookmark');
	await expect(page.locator('.bookmarked')).toHaveCount(0);
	await toast(page).getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('#p12')).toHaveClass(/bookmarked/);

	await choose('Copy');
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('¶ 12');
	await choose('Open its mark'); // the note was written into it
	await expect(card(page)).toBeVisible();
});

test('The buttons change no letter, no line and nothing that is copied or found', async ({
	page
}) => {
	// Before they are made: the page waits with them until it has nothing else to do.
	await page.addInitScript(() => {
		const waiting: IdleRequestCallback[] = [];
		window.requestIdleCallback = (work) => waiting.push(work);
		(window as never as { makeThem(): void }).makeThem = () => {
			for (const work of waiting.splice(0)) work({} as IdleDeadline);
		};
	});
	await openChapter(page);
	const read = () =>
		page.locator('article').evaluate((article) => {
			const shown = (article as HTMLElement).innerText;
			const lines = [...article.querySelectorAll('[id]')].map((block) => {
				const { x, y, width, height } = block.getBoundingClientRect();
				return [x, y + window.scrollY, width, height].join(' ');
			});
			getSelection()!.selectAllChildren(article);
			const copied = getSelection()!.toString();
			getSelection()!.removeAllRanges();
			const size = [document.body.scrollWidth, document.body.scrollHeight].join(' ');
			return { shown, copied, lines, size };
		});
	await expect(buttons(page)).toHaveCount(0);
	const before = [await read(), await page.locator('article').evaluate(blockTexts)];
	const blocks = await page.locator('article').evaluate(blockTexts);
	await expect
		.poll(async () => {
			// What waits may have more wait.
			await page.evaluate(() => (window as never as { makeThem(): void }).makeThem());
			return buttons(page).count();
		})
		.toBe(blocks.length);
	expect([await read(), blocks]).toEqual(before);
	// The browser finds words over the end of no block, and no name of a button.
	expect(await page.evaluate(() => (window as never as Find).find('Mark ¶ 12'))).toBe(false);
});

interface Find {
	find(words: string): boolean;
}

test('Tab meets the button of the block one is at, and not the others; axe finds nothing in it, nor in its menu', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openFresh(page);
	await expect(buttons(page).first()).toBeAttached();
	await page.locator('#noteref-1').focus();
	const block = await page
		.locator('[id^="p"]', { has: page.locator('#noteref-1') })
		.getAttribute('id');
	await page.keyboard.press('Tab');
	const own = page.locator(`#${block} button`);
	await expect(own).toBeFocused();
	const { width, height } = (await own.boundingBox())!;
	expect(Math.min(width, height)).toBeGreaterThanOrEqual(THUMB);
	await page.keyboard.press('Tab');
	await expect(page.locator('#noteref-2')).toBeFocused();
	await page.evaluate(() => window.scrollTo(0, 0));
	await expect(page.getByText('¶ 1 of 67')).toBeVisible();
	await page.keyboard.press('j');
	await expect(page.locator('#p1')).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Mark ¶ 1' })).toBeVisible();
	await expectNoViolations(page, 'in the menu');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Mark ¶ 1', exact: true })).toBeFocused();
	await expectNoViolations(page, 'on the button');
	await expect(marks(page)).toHaveCount(0);
});
