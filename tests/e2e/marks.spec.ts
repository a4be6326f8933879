import type { Locator } from '@playwright/test';
import { COLOURS } from '../../src/lib/core/annotation/annotation';
import { blockTexts } from '../bench/chapter-text.js';
import { expectNoViolations } from './axe';
import {
	card,
	closeCard,
	highlight,
	marks,
	noteSaved,
	openCard,
	openFresh,
	pointOf,
	select,
	toast,
	toolbar,
	untilSaved
} from './marking';
import { goToNote, THUMB, untilAwake } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

const COLOUR_NAME = new RegExp(`(${COLOURS.join('|')})$`, 'i');

test('One tap on a colour marks what is selected, and says so when it is kept; a tap then means a mark, else the bars @screen', async ({
	page
}) => {
	await openFresh(page);
	for (const [index, colour] of COLOURS.entries()) {
		await highlight(page, colour, ['p2', 40 * index], ['p2', 40 * index + 20]);
		await untilSaved(page);
		await expect(marks(page).nth(index)).toHaveAttribute('data-colour', colour);
		await expect(marks(page)).toHaveCount(index + 1);
		expect(await page.evaluate(() => getSelection()!.toString())).toBe('');
	}
	await page.reload();
	await untilAwake(page);
	await expect(marks(page)).toHaveCount(6);

	await openCard(page, 'January');
	await closeCard(page);
	const bar = page.locator('[data-bar="top"]');
	await page.locator('#p1').click({ position: { x: 60, y: 12 } });
	await expect(bar).toBeHidden();
	await select(page, ['p3', 0], ['p3', 20]);
	await expect(toolbar(page)).toBeVisible();
	await marks(page).first().click(); // with a selection it only clears it
	await expect(toolbar(page)).toBeHidden();
	await expect(card(page)).toBeHidden();
});

test('At 320 px colours keep their order, the last used has the ring, all is large enough, and ends of a mark are moved word by word', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await openFresh(page);
	const offered = async (where: Locator) => {
		const buttons = await where.getByRole('button').all();
		for (const button of buttons) {
			const { width, height } = (await button.boundingBox())!;
			expect(Math.min(width, height)).toBeGreaterThanOrEqual(THUMB);
		}
		expect(await where.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
		return where.getByRole('button', { name: COLOUR_NAME }).evaluateAll((colours) =>
			colours.map((colour) => {
				const ring = getComputedStyle(colour.firstElementChild!).outlineStyle === 'solid';
				return `${colour.ariaLabel!.replace('Highlight ', '').toLowerCase()}${ring ? ' (ring)' : ''}`;
			})
		);
	};
	const inOrder = ['yellow', 'green', 'blue', 'pink (ring)', 'orange', 'purple'];
	await highlight(page, 'pink', ['p1', 2], ['p1', 12]);
	await select(page, ['p2', 10], ['p2', 40]);
	expect(await offered(toolbar(page))).toEqual(inOrder);
	await page.keyboard.press('Escape');
	await marks(page).first().click();
	await expect(card(page)).toBeVisible();
	expect(await offered(card(page))).toEqual(inOrder);

	await expect(marks(page)).toHaveText('will quote');
	await card(page).getByRole('button', { name: 'Adjust' }).click();
	await card(page).getByRole('button', { name: 'End a word later' }).click();
	await card(page).getByRole('button', { name: 'End a word later' }).click();
	await card(page).getByRole('button', { name: 'Start a word later' }).click();
	await expect(marks(page)).toHaveText('quote in full');
	await card(page).getByRole('button', { name: 'Done' }).click();
	await closeCard(page);
	await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveText('will quote');
	await page.keyboard.press('Control+Shift+z');
	await expect(marks(page)).toHaveText('quote in full');
});

test('Nothing, white space and what is not the text cannot be marked, nor a footnote mark, which works on; the whole chapter can, at once', async ({
	page
}) => {
	await openFresh(page);
	// The toolbar goes when it finds nothing to be marked: that it does not come could not be waited for.
	const selectWords = async () => {
		await select(page, ['p1', 2], ['p1', 12]);
		await expect(toolbar(page)).toBeVisible();
	};
	await selectWords();
	await select(page, ['p1', 1], ['p1', 2]);
	await expect(toolbar(page)).toBeHidden();
	await selectWords();
	await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('h1')!));
	await expect(toolbar(page)).toBeHidden();

	const text = await page.locator('article').evaluate(blockTexts);
	await page.evaluate(() => getSelection()!.selectAllChildren(document.body));
	await toolbar(page).getByRole('button', { name: 'Highlight blue' }).click();
	for (const id of ['p1', 'p67', 'note-5']) {
		await expect(page.locator(`#${id} mark`).first()).toBeAttached();
	}
	expect(await page.locator('article').evaluate(blockTexts)).toEqual(text);
	await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveCount(0);

	const [id, before] = await page.evaluate(() => {
		const mark = document.querySelector('#noteref-1')!;
		const range = document.createRange();
		range.selectNodeContents(mark.closest('[id^="p"]')!);
		range.setEndBefore(mark.closest('[data-noanchor]')!);
		return [mark.closest('[id^="p"]')!.id, range.toString().length] as const;
	});
	await highlight(page, 'green', [id, before - 12], [id, before + 6]);
	expect((await marks(page).allTextContents()).length).toBe(2);
	await expect(page.locator('mark #noteref-1')).toHaveCount(0);
	await goToNote(page, 1);
	await expect(page.locator('#note-1')).toBeInViewport();
});

test('A card changes colour and style, tags, and deletes beside no Close; all of it is undone and redone', async ({
	page
}) => {
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 60], ['p2', 90]);
	await marks(page).first().click();
	await card(page).getByRole('button', { name: 'Pink' }).click();
	await expect(marks(page).first()).toHaveAttribute('data-colour', 'pink');
	await card(page).getByRole('button', { name: 'Underline' }).click();
	await expect(marks(page).first()).toHaveAttribute('data-line', 'pink');
	await card(page).getByRole('combobox', { name: 'Tags' }).fill('letters,  family ');
	await closeCard(page);
	await marks(page).first().click();
	for (const tag of ['letters', 'family'])
		await expect(card(page).getByRole('button', { name: `Remove the tag ${tag}` })).toBeVisible();
	await closeCard(page);
	for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
	await expect(marks(page).first()).toHaveAttribute('data-colour', 'yellow');
	for (let step = 0; step < 2; step++) await page.keyboard.press('Control+Shift+z');
	await expect(marks(page).first()).toHaveAttribute('data-line', 'pink');

	await marks(page).first().click();
	const names = await card(page)
		.locator('header')
		.getByRole('button')
		.evaluateAll((buttons) => buttons.map(({ ariaLabel }) => ariaLabel));
	expect(names).toEqual(['Adjust', 'Delete', 'Copy', 'Share', 'Close']);
	await card(page).getByRole('button', { name: 'Delete' }).click();
	await expect(card(page)).toBeHidden();
	await expect(marks(page)).toHaveCount(0);
	await toast(page).getByRole('button', { name: 'Undo' }).click();
	await expect(marks(page)).toHaveCount(1);
	await toast(page).getByRole('button', { name: 'Redo' }).click();
	await expect(marks(page)).toHaveCount(0);

	// One that is deleted while its note is typed comes back with it.
	await highlight(page, 'yellow', ['p2', 60], ['p2', 90]);
	await highlight(page, 'green', ['p1', 2], ['p1', 12]);
	await page.locator('#p2 mark').click();
	await card(page).getByRole('textbox', { name: 'Note' }).fill('Half a thou');
	await card(page).getByRole('button', { name: 'Delete' }).click();
	await expect(marks(page)).toHaveCount(1);
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+z'); // the note and the deletion, in whichever order they were closed
	await expect(marks(page)).toHaveCount(2);
});

test('Marks that overlap are both seen, both opened, and undone one by one; under forced colours they are told apart', async ({
	page
}) => {
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	await highlight(page, 'blue', ['p2', 80], ['p2', 140]);
	await expect(marks(page)).toHaveCount(3);
	const both = page.locator('mark[data-under]');
	await expect(both).toHaveAttribute('data-colour', 'blue'); // the shorter
	await expect(both).toHaveAttribute('data-under', 'yellow');
	await both.click();
	await expect(card(page).getByRole('button', { name: 'Blue' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await card(page).getByRole('listitem').getByRole('button').first().click();
	await expect(card(page).getByRole('button', { name: 'Yellow' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await closeCard(page);
	await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveCount(1);
	await page.keyboard.press('Control+Shift+z');
	await expect(marks(page)).toHaveCount(3);

	await page.emulateMedia({ forcedColors: 'active' });
	const looks = await marks(page).evaluateAll((all) =>
		all.map((mark) => {
			const { backgroundColor, outlineStyle } = getComputedStyle(mark);
			return `${backgroundColor} ${outlineStyle}`;
		})
	);
	expect(looks[0]).not.toBe(looks[1]);
	const paper = await page.locator('#p1').evaluate((p) => getComputedStyle(p).backgroundColor);
	expect(looks[0]).not.toContain(paper);
});

test('The ends of a mark are moved sentence by sentence, and dragged by their handles @screen', async ({
	page
}) => {
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 60], ['p2', 80]);
	await marks(page).click();
	await card(page).getByRole('button', { name: 'Adjust' }).click();
	await card(page).getByRole('button', { name: 'Start a sentence earlier' }).click();
	await expect(marks(page)).toHaveText(/^I have a temperature/);
	await expect(card(page).getByRole('textbox', { name: 'Note' })).toBeHidden(); // the text is what one looks at
	const drag = async (end: 'start' | 'end', words: string) => {
		const to = await pointOf(page, words);
		const from = (await card(page).locator(`[data-end="${end}"]`).boundingBox())!;
		const grip = { x: from.x + from.width / 2, y: from.y + 8 };
		const end0 = await marks(page)
			.first()
			.evaluate((mark, end) => {
				const rects = [...mark.getClientRects()];
				const { left, right, top, height } = end === 'start' ? rects[0] : rects.at(-1)!;
				return { x: end === 'start' ? left : right, y: top + height / 2 };
			}, end);
		await page.mouse.move(grip.x, grip.y);
		await page.mouse.down();
		await page.mouse.move(grip.x + to.x - end0.x, grip.y + to.y - end0.y, { steps: 4 });
		await page.mouse.up();
	};
	// To the middle of a letter: before it, or behind it.
	await drag('end', 'weakness in the midst');
	await expect(marks(page)).toHaveText(/^I have a temperature.*fever and we?$/);
	await drag('start', 'temperature');
	await expect(marks(page)).toHaveText(/^e?mperature.*fever and we?$/);
	await card(page).getByRole('button', { name: 'Done' }).click();
	await untilSaved(page);
	await closeCard(page);
	const words = (await marks(page).textContent())!;
	await page.keyboard.press('Control+z');
	await expect(marks(page)).not.toHaveText(words);
	await page.keyboard.press('Control+Shift+z');
	await expect(marks(page)).toHaveText(words);
	await untilSaved(page);
	await page.reload();
	await untilAwake(page);
	await expect(marks(page)).toHaveText(words);
});

test('A bookmark is set where one reads, seen, and taken away, undone and redone; axe finds nothing in marks and what makes them @screen', async ({
	page
}) => {
	await openFresh(page);
	const button = page.getByRole('button', { name: 'Bookmark' });
	await expect(button).toHaveAttribute('aria-pressed', 'false');
	await button.click();
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await expect(page.locator('#p1')).toHaveClass(/bookmarked/);
	await page.keyboard.press('Control+z');
	await expect(page.locator('.bookmarked')).toHaveCount(0);
	await page.keyboard.press('Control+Shift+z');
	await expect(page.locator('#p1')).toHaveClass(/bookmarked/);
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await untilSaved(page);
	await page.reload();
	await untilAwake(page);
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await page.evaluate(() => document.getElementById('p40')!.scrollIntoView());
	await page.mouse.wheel(0, -100);
	await expect(button).toHaveAttribute('aria-pressed', 'false');
	await page.evaluate(() => window.scrollTo(0, 0));
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await button.click();
	await expect(page.locator('.bookmarked')).toHaveCount(0);
	await toast(page).getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('#p1')).toHaveClass(/bookmarked/);
	await page.keyboard.press('Control+Shift+z');
	await expect(page.locator('.bookmarked')).toHaveCount(0);
	await expect(button).toHaveAttribute('aria-pressed', 'false');
	await page.keyboard.press('Control+z');
	await expect(page.locator('#p1')).toHaveClass(/bookmarked/);

	await page.emulateMedia({ reducedMotion: 'reduce' });
	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	await highlight(page, 'blue', ['p2', 80], ['p2', 140]);
	await select(page, ['p3', 10], ['p3', 50]);
	await expect(toolbar(page)).toBeVisible();
	await expectNoViolations(page, 'toolbar');
	await toolbar(page).getByRole('button', { name: 'Note' }).click();
	await page.keyboard.type('A note');
	await expect(noteSaved(page)).toBeVisible();
	await expectNoViolations(page, 'card');
	await closeCard(page);
	await page.keyboard.press('m');
	await page.keyboard.press('ArrowRight');
	await expectNoViolations(page, 'marker');
});

test('On wide screens notes stand beside their passages @wide', async ({ page }) => {
	await openFresh(page);
	await select(page, ['p3', 10], ['p3', 50]);
	await toolbar(page).getByRole('button', { name: 'Note' }).click();
	await page.keyboard.type('In the margin, see https://example.org/a');
	await closeCard(page);
	const note = page.getByRole('complementary', { name: 'Notes' }).locator('.note');
	await expect(note).toContainText('In the margin');
	const link = note.getByRole('link', { name: 'https://example.org/a' });
	await expect(link).toHaveAttribute('href', 'https://example.org/a');
	await link.click({ trial: true }); // nothing lies over it
	const [beside, passage] = [await note.boundingBox(), await marks(page).first().boundingBox()];
	expect(Math.abs(beside!.y - passage!.y)).toBeLessThan(12);
	await note.click({ position: { x: 30, y: 8 } });
	await expect(card(page)).toBeVisible();
});
