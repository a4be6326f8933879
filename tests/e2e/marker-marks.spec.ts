import type { Locator } from '@playwright/test';
import {
	card,
	closeCard,
	highlight,
	marks,
	openCard,
	openFresh,
	select,
	tapOn,
	toolbar
} from './marking';
import { callBars, openChapter, THUMB } from './reader';
import { expect, holdScripts, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

const FIRST_SENTENCE = 'I will quote in full my wife’s account of the exile to Central Asia:';
const JANUARY = '“January 16, 1928; packing all morning.';

// The marker: sentence by sentence, by taps and by keys.

test('The marker marks a sentence at a tap, none at a tap beside the words, grows at the next, takes one away at another, and is undone @screen', async ({
	page
}) => {
	await openFresh(page);
	await page.getByRole('button', { name: 'Marker' }).click();
	const bar = page.getByRole('toolbar', { name: 'Marker' });
	await expect(bar).toContainText('Tap a sentence');
	const { left, right, top, last } = await page.locator('#p1').evaluate((p) => {
		const range = document.createRange();
		range.selectNodeContents(p.firstChild!); // the words, without the paragraph's button
		const rects = [...range.getClientRects()];
		const { left, right, top, height } = p.getBoundingClientRect();
		const last = rects.at(-1)!;
		return {
			left,
			right,
			top: top + height / 2,
			last: { x: last.right, y: last.top + last.height / 2 }
		};
	});
	await page.mouse.click(left - 16, top);
	await page.mouse.click(right + 16, top);
	await page.mouse.click(last.x + 30, last.y);
	await expect(bar).toContainText('Tap a sentence');
	await page.mouse.click(last.x + 5, last.y); // a finger is not exact
	await expect(marks(page)).toHaveText(FIRST_SENTENCE);

	await tapOn(page, 'January 16');
	await expect(marks(page)).toHaveText([FIRST_SENTENCE, JANUARY]);
	await tapOn(page, 'I have a temperature');
	await expect(marks(page).last()).toHaveText(
		/^“January 16.* that are being packed to go with us\.$/
	);
	const grown = await marks(page).allTextContents();
	expect(grown[1]).toMatch(/^“January 16, 1928; packing all morning\. I have a temperature;.*\.$/);
	const ids = await marks(page).evaluateAll((all) =>
		all.map((mark) => (mark as HTMLElement).dataset.ids)
	);
	expect(new Set(ids).size).toBe(1);
	await expect(bar).toContainText('Saved');
	await expect(page.locator('.toast')).toHaveCount(0); // nothing lies over the text

	// Sentence by sentence it is undone, and made again.
	await bar.getByRole('button', { name: 'Undo' }).click();
	await expect(marks(page)).toHaveText([FIRST_SENTENCE, JANUARY]);
	await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveText(FIRST_SENTENCE);
	await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveCount(0);
	for (let step = 0; step < 3; step++) await page.keyboard.press('Control+Shift+z');
	await expect(marks(page)).toHaveText(grown);
	await tapOn(page, 'temperature');
	await expect(marks(page)).toHaveText([FIRST_SENTENCE, JANUARY]);
	await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveText(grown);
	await page.keyboard.press('Control+Shift+z');
	await expect(marks(page)).toHaveText([FIRST_SENTENCE, JANUARY]);
	await page.getByRole('button', { name: 'End marking' }).click();
	await expect(bar).toBeHidden();
});

test('The marker works by keys, and says the sentence at hand; its bar has its colours, at 320 px too', async ({
	page
}) => {
	await openFresh(page);
	await page.keyboard.press('m');
	const bar = page.getByRole('toolbar', { name: 'Marker' });
	await page.keyboard.press('ArrowRight');
	await expect(bar.getByRole('status')).toContainText('Not marked: I will quote');
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Space');
	await expect(bar.getByRole('status')).toContainText('Marked: “January 16');
	await expect(marks(page)).toHaveCount(2);
	await page.keyboard.press('Escape');
	await expect(bar).toBeHidden();
	for (let step = 0; step < 2; step++) await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveCount(0);

	await page.setViewportSize({ width: 320, height: 640 });
	await callBars(page);
	await page.getByRole('button', { name: 'Marker' }).click();
	for (const button of await bar.getByRole('button').all()) {
		const { width, height } = (await button.boundingBox())!;
		expect(Math.min(width, height)).toBeGreaterThanOrEqual(THUMB);
	}
	expect(await bar.evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0);
	await bar.getByRole('button', { name: 'Green' }).click();
	await tapOn(page, 'I will quote');
	await bar.getByRole('button', { name: 'Pink' }).click();
	await tapOn(page, 'January 16');
	await expect(marks(page)).toHaveText([FIRST_SENTENCE, JANUARY]);
	await expect(marks(page).first()).toHaveAttribute('data-colour', 'green');
	await expect(marks(page).last()).toHaveAttribute('data-colour', 'pink');
	await expect(bar.getByRole('button', { name: 'Pink' })).toHaveAttribute('aria-pressed', 'true');
});

test('A tap with the marker opens a note of one sentence, and takes one out of a passage selected by hand, which leaves two', async ({
	page
}) => {
	await openFresh(page);
	await page.getByRole('button', { name: 'Marker' }).click();
	await tapOn(page, 'I will quote');
	await page.keyboard.press('Escape');
	await openCard(page, 'I will quote');
	await card(page).getByRole('textbox', { name: 'Note' }).fill('Which year?');
	await closeCard(page);
	await page.getByRole('button', { name: 'Marker' }).click();
	await tapOn(page, 'I will quote');
	await expect(card(page)).toBeVisible();
	await closeCard(page);
	await expect(page.getByRole('button', { name: 'Open mark' })).toBeVisible();
	await expect(marks(page)).toHaveText(FIRST_SENTENCE); // nothing was taken away
	await page.getByRole('button', { name: 'End marking' }).click();

	const passage = page.locator(':is(#p2, #p3) mark');
	await highlight(page, 'blue', ['p2', 5], ['p3', 40]);
	const words = await passage.allTextContents();
	await page.getByRole('button', { name: 'Marker' }).click();
	await tapOn(page, 'I have a temperature');
	await expect(passage).toHaveCount(3);
	await expect(passage.first()).toHaveText('ary 16, 1928; packing all morning.');
	await expect(passage.nth(1)).toHaveText(/^A medley of furniture/);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(passage).toHaveText(words);
});

test.describe('in a text from right to left', () => {
	test.use({ builds: ['fixtures'] });

	test('the way on is to the left, by keys, by arrows and for the ends of a mark @screen', async ({
		page
	}) => {
		await openChapter(page, 'bereshit/1-yom/');
		await page.keyboard.press('m');
		const bar = page.getByRole('toolbar', { name: 'Marker' });
		await page.keyboard.press('ArrowLeft');
		await expect(bar.getByRole('status')).toContainText('בראשית ברא');
		await page.keyboard.press('ArrowLeft');
		await expect(bar.getByRole('status')).toContainText('והארץ היתה');
		await page.keyboard.press('ArrowRight');
		await expect(bar.getByRole('status')).toContainText('בראשית ברא');
		expect(await pointsLeft(bar, 'Next sentence')).toBe(true);
		expect(await pointsLeft(bar, 'Previous sentence')).toBe(false);
		expect(await leftOf(bar, 'Next sentence')).toBeLessThan(await leftOf(bar, 'Previous sentence'));

		await page.keyboard.press('Space');
		await page.keyboard.press('Escape');
		await marks(page).first().click();
		await card(page).getByRole('button', { name: 'Adjust' }).click();
		const end = card(page).getByRole('group', { name: 'End' });
		expect(await pointsLeft(end, 'End a word later')).toBe(true);
		expect(await leftOf(end, 'End a word later')).toBeLessThan(
			await leftOf(end, 'End a word earlier')
		);
	});

	test('notes, their rules and entries of the notebook stand on the side where the text begins', async ({
		page
	}) => {
		await page.setViewportSize({ width: 1300, height: 800 });
		await openChapter(page, 'bereshit/1-yom/');
		await select(page, ['p2', 2], ['p2', 20]);
		await toolbar(page).getByRole('button', { name: 'Note' }).click();
		await page.keyboard.type('A note');
		await closeCard(page);
		const note = page.getByRole('complementary', { name: 'Notes' }).locator('.note');
		await expect(note).toHaveCSS('border-right-width', '2px'); // toward the text
		await expect(note).toHaveCSS('border-left-width', '0px');
		const gap = async () => {
			const [beside, text] = [await note.boundingBox(), await page.locator('#p2').boundingBox()];
			return text!.x - (beside!.x + beside!.width);
		};
		await expect.poll(gap).toBeGreaterThan(0); // once the text has slid back from beside the card

		await page.goto('notebook/');
		const entry = page.getByRole('listitem').filter({ hasText: 'A note' });
		const right = async (part: Locator) => {
			const { x, width } = (await part.boundingBox())!;
			return x + width;
		};
		const edge = await right(entry);
		expect(await right(entry.locator('.passage'))).toBeCloseTo(edge, 0);
		expect(await right(entry.getByText('Note', { exact: true }).first())).toBeLessThanOrEqual(edge);
		await expect(entry.locator('div', { hasText: 'A note' }).last()).toHaveCSS(
			'border-right-width',
			'2px'
		);
		await page.getByRole('button', { name: 'Select' }).click();
		const box = entry.getByRole('checkbox');
		const side = await box.evaluate((input) => getComputedStyle(input, '::before').right);
		expect(side).toBe('8px');
	});
});

/** Whether the tip of a button's arrow is at its left. */
function pointsLeft(bar: Locator, name: string): Promise<boolean> {
	return bar
		.getByRole('button', { name })
		.locator('path')
		.evaluate((path: SVGPathElement) => {
			const tip = path.getPointAtLength(path.getTotalLength() / 2);
			return tip.x < path.getPointAtLength(0).x;
		});
}

async function leftOf(bar: Locator, name: string): Promise<number> {
	return (await bar.getByRole('button', { name }).boundingBox())!.x;
}

test.describe('before the scripts are here', () => {
	test('a tap on a sentence is not lost', async ({ page }) => {
		await openFresh(page);
		const { arrive, asked } = await holdScripts(page);
		await page.getByRole('button', { name: 'Marker' }).click();
		await asked;
		await tapOn(page, 'I will quote');
		await expect(page.locator('[data-bar="top"]')).toBeVisible(); // nor taken for another
		arrive();
		await expect(marks(page)).toHaveText(FIRST_SENTENCE);
	});

	test('a selection is not lost', async ({ page }) => {
		const { arrive } = await holdScripts(page);
		await page.goto('my-life/43-the-exile/', { waitUntil: 'commit' });
		await expect(page.locator('#p2')).toBeVisible();
		await select(page, ['p1', 0], ['p1', FIRST_SENTENCE.length]);
		arrive();
		await expect(toolbar(page)).toBeVisible();
	});
});
