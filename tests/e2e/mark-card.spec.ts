import type { Locator, Page } from '@playwright/test';
import {
	card,
	closeCard,
	highlight,
	marks,
	noteSaved,
	openFresh,
	select,
	toast,
	toolbar,
	untilSaved
} from './marking';
import { topLine, untilAwake } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

const note = (page: Page) => card(page).getByRole('textbox', { name: 'Note' });
const ofColour = (page: Page, colour: string) =>
	page.locator(`article mark[data-colour="${colour}"]`);

/** A highlight with a note, its card closed again. */
async function makeNoted(page: Page, colour: string, letters: [number, number], text: string) {
	await highlight(page, colour, ['p2', letters[0]], ['p2', letters[1]]);
	await ofColour(page, colour).first().click();
	await note(page).fill(text);
	await expect(noteSaved(page)).toBeVisible();
	await closeCard(page);
}

test('When one of several is deleted, the card is about the next one, its note too; while the ends of one are moved, another’s card shows its own words', async ({
	page
}) => {
	await openFresh(page);
	await makeNoted(page, 'yellow', [40, 160], 'of the long one');
	await makeNoted(page, 'blue', [60, 100], 'of the short one');
	await ofColour(page, 'blue').click();
	await expect(note(page)).toHaveValue('of the short one');
	await card(page).getByRole('button', { name: 'Delete' }).click();
	await expect(note(page)).toHaveValue('of the long one');
	await note(page).fill('of the one that stayed');
	await closeCard(page);
	await expect(marks(page)).toHaveCount(1);
	await marks(page).click();
	await expect(note(page)).toHaveValue('of the one that stayed');
	await closeCard(page);
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+z');
	await ofColour(page, 'blue').click();
	await expect(note(page)).toHaveValue('of the short one');
	await closeCard(page);

	await highlight(page, 'green', ['p1', 2], ['p1', 40]);
	await highlight(page, 'pink', ['p1', 2], ['p1', 12]);
	await ofColour(page, 'pink').click();
	await card(page).getByRole('button', { name: 'Adjust' }).click();
	await card(page).getByRole('button', { name: 'End a word later' }).click();
	await expect(card(page).getByRole('blockquote')).toHaveText('will quote in');
	await card(page).getByRole('button', { name: 'Done' }).click();
	await card(page).getByRole('listitem').getByRole('button').first().click();
	await expect(card(page).getByRole('blockquote')).toContainText('will quote in full my wife');
});

test('Note on a marked passage writes into its mark, by tap and by key; the first letter makes it in the field it is typed in, and moves nothing', async ({
	page
}) => {
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 40], ['p2', 160]);
	await select(page, ['p2', 60], ['p2', 90]);
	await toolbar(page).getByRole('button', { name: 'Note' }).click();
	await expect(note(page)).toBeFocused();
	// The card has come up.
	await card(page).evaluate(async (dialog) => {
		await Promise.all(dialog.getAnimations({ subtree: true }).map(({ finished }) => finished));
	});
	const stands = async () => [await topLine(page), (await note(page).boundingBox())!.y];
	const before = await stands();
	await page.keyboard.type('T');
	await expect(noteSaved(page)).toBeVisible();
	expect(await stands()).toEqual(before);
	await page.keyboard.type('yped in one go');
	await expect(note(page)).toBeFocused();
	await expect(note(page)).toHaveValue('Typed in one go');
	await expect(noteSaved(page)).toBeVisible();
	await closeCard(page);
	await expect(page.locator('mark.noted')).toHaveCount(1);

	await select(page, ['p2', 40], ['p2', 160]);
	await page.keyboard.press('n');
	await expect(note(page)).toBeFocused();
	await expect(note(page)).toHaveValue('Typed in one go');
	await page.keyboard.type(', and by key');
	await closeCard(page);
	await expect(marks(page)).toHaveCount(1);
	await marks(page).click();
	await expect(note(page)).toHaveValue('Typed in one go, and by key');
});

test('A note that two tabs write at once is in both, both texts of it; words one is typing bring back a mark that was deleted in another', async ({
	context
}) => {
	const [one, two] = [await context.newPage(), await context.newPage()];
	await openFresh(one);
	await openFresh(two);
	await highlight(one, 'green', ['p2', 10], ['p2', 50]);
	await expect(marks(two)).toHaveCount(1);
	await marks(one).click();
	await marks(two).click();
	await note(one).fill('Written in one');
	// What comes while nothing is typed is shown where one would type.
	await expect(note(two)).toHaveValue('Written in one');
	await note(one).fill('One is at it');
	await expect(note(two)).toHaveValue('One is at it'); // else it comes between what `fill` does
	await note(two).fill('Written in two');
	await note(one).fill('One goes on');
	await expect(note(two)).toHaveValue('Written in two');
	const told = card(two).getByText('This note was changed in another tab:');
	await expect(told).toContainText('One goes on');
	await expect(noteSaved(two)).toBeHidden();

	// Nothing is lost, whoever wins.
	const versions = (page: Page) => card(page).getByRole('listitem');
	await card(one).getByText('Earlier versions').click();
	await expect(versions(one).filter({ hasText: 'Written in two' })).toBeVisible();
	await card(two).getByRole('button', { name: 'Keep mine' }).click();
	await expect(told).toBeHidden();
	await expect(noteSaved(two)).toBeVisible();
	await card(two).getByText('Earlier versions').click();
	await expect(versions(two).filter({ hasText: 'One goes on' })).toBeVisible();
	await expect(note(one)).toHaveValue('One goes on');
	await card(one).getByRole('button', { name: 'Use that' }).click();
	await expect(note(one)).toHaveValue('Written in two');
	await closeCard(two);

	await card(one).getByText('Earlier versions').click();
	await versions(one)
		.filter({ hasText: 'One goes on' })
		.getByRole('button', { name: 'Restore' })
		.click();
	await expect(note(one)).toHaveValue('One goes on');
	await expect(versions(one).filter({ hasText: 'Written in two' })).toBeVisible();
	await closeCard(one);
	await expect(toast(one)).toContainText('Earlier version restored Saved');
	await toast(one).getByRole('button', { name: 'Undo' }).click();
	await marks(two).click();
	await expect(note(two)).toHaveValue('Written in two');
	await expect(card(two).getByText('Earlier versions (1)')).toBeVisible();
	await closeCard(two);

	// The mark one writes about is deleted in another tab.
	const [inOne, inTwo] = [one.locator('#p3 mark'), two.locator('#p3 mark')];
	await highlight(one, 'green', ['p3', 10], ['p3', 50]);
	await expect(inTwo).toHaveCount(1, { timeout: 1000 }); // within a second
	await inTwo.click();
	await note(two).pressSequentially('begun');
	await expect(noteSaved(two)).toBeVisible();
	await inOne.click();
	await card(one).getByRole('button', { name: 'Delete' }).click();
	await expect(inTwo).toHaveCount(0, { timeout: 1000 });
	await expect(card(two).getByRole('alert')).toContainText(
		'Deleted in another tab. Your text is still here.'
	);
	await expect(note(two)).toHaveValue('begun');
	await note(two).pressSequentially(' and typed on');
	await expect(note(two)).toHaveValue('begun and typed on');
	await expect(inTwo).toHaveCount(1);
	await expect(card(two).getByRole('alert')).toHaveCount(0);
	await expect(noteSaved(two)).toBeVisible();
	await closeCard(two);
	await expect(inOne).toHaveCount(1);
});

test('Marks become one where they touch in one colour, and those that overlap when the reader says so, in one step, which is taken back and done again', async ({
	page
}) => {
	await openFresh(page);
	// The same words in another colour are recoloured.
	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	await highlight(page, 'pink', ['p2', 40], ['p2', 120]);
	await expect(toast(page)).toContainText('Turned pink Saved');
	await expect(marks(page)).toHaveCount(1);
	await expect(marks(page)).toHaveAttribute('data-colour', 'pink');
	const before = await marks(page).textContent();
	await highlight(page, 'pink', ['p2', 80], ['p2', 160]);
	await expect(toast(page)).toContainText('Merged Saved');
	await expect(marks(page)).toHaveCount(1);
	await toast(page).getByRole('button', { name: 'Undo' }).click();
	await expect(marks(page)).toHaveCount(3); // both, and where they overlap
	await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveText(before!);
	await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveAttribute('data-colour', 'yellow');
	await page.keyboard.press('Control+z');
	await expect(marks(page)).toHaveCount(0);

	await makeNoted(page, 'yellow', [40, 120], 'the first');
	await makeNoted(page, 'blue', [80, 160], 'the second');
	await expect(marks(page)).toHaveCount(3);
	const words = (await marks(page).allTextContents()).join('');
	await page.locator('mark[data-under]').click();
	await card(page)
		.getByRole('button', { name: /^Merge with/ })
		.click();
	await expect(card(page)).toBeHidden();
	await expect(toast(page)).toContainText('Merged Saved');
	await expect(marks(page)).toHaveCount(1);
	await expect(marks(page)).toHaveText(words);
	await expect(marks(page)).toHaveAttribute('data-colour', 'blue');
	await toast(page).getByRole('button', { name: 'Undo' }).click();
	await expect(marks(page)).toHaveCount(3);
	await expect(ofColour(page, 'yellow').first()).toBeVisible();
	await toast(page).getByRole('button', { name: 'Redo' }).click();
	await expect(marks(page)).toHaveCount(1);
	await untilSaved(page);
	await page.reload();
	await untilAwake(page);
	await marks(page).click();
	await expect(note(page)).toHaveValue('the first\n\nthe second');
	await expect(card(page).getByText('Also here')).toBeHidden();
	await closeCard(page);
});

/** Px from which a screen is a desktop's. */
const WIDE = 1000;

const SIZES: [width: number, height: number][] = [
	[375, 667],
	[412, 915],
	[800, 1100],
	[1024, 768],
	[1280, 800],
	[1440, 900],
	[1920, 1080]
];

for (const [width, height] of SIZES) {
	const where = `${width} x ${height}${width < WIDE ? '' : ' @wide'}`;
	test(`The card lies beside or below its passage, never over it: ${where}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await openFresh(page);
		for (const [index, block] of ['p2', 'p67', 'note-5'].entries()) {
			const letters = block === 'p2' ? 40 : 6;
			await page.evaluate((id) => document.getElementById(id)!.scrollIntoView(), block);
			await highlight(page, 'yellow', [block, 1], [block, letters]);
			await page.locator(`#${block} mark`).first().click();
			const covered = () =>
				page.evaluate((id) => {
					const sheet = document.querySelector('dialog[open]')!.getBoundingClientRect();
					return [...document.querySelectorAll(`#${id} mark`)].flatMap((mark) =>
						[...mark.getClientRects()].filter(
							({ left, right, top, bottom }) =>
								left < sheet.right && right > sheet.left && top < sheet.bottom && bottom > sheet.top
						)
					).length;
				}, block);
			await expect.poll(covered, `${block} (${index})`).toBe(0);
			await expect(page.locator(`#${block} mark`).first()).toBeInViewport();
			await closeCard(page);
		}
	});
}

test('The passage stays in sight while the card grows; what was copied is said on it, and nothing lies above @screen', async ({
	page
}) => {
	await openFresh(page);
	await highlight(page, 'yellow', ['p3', 1], ['p3', 40]);
	await marks(page).first().click();
	await note(page).fill('line\n'.repeat(8));
	await expect
		.poll(async () => {
			const sheet = (await card(page).boundingBox())!;
			const mark = (await marks(page).last().boundingBox())!;
			return mark.y + mark.height <= sheet.y || mark.x + mark.width <= sheet.x;
		})
		.toBe(true);
	await expect(marks(page).first()).toBeInViewport();

	await card(page).getByRole('button', { name: 'Copy' }).click();
	const told = card(page).getByText(/Copied with its source|did not allow copying/);
	await told.click({ trial: true });
	await expect(page.locator('.toast')).toHaveCount(1);
});

test('On a small phone nothing of the card is cut off; with its keyboard one sees the passage, a line of it, the field and Done', async ({
	page
}) => {
	await page.setViewportSize({ width: 375, height: 667 });
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	await highlight(page, 'blue', ['p2', 60], ['p2', 100]);
	await page.locator('mark[data-under]').click();
	const [content, frame] = await card(page).evaluate((dialog) => [
		dialog.scrollHeight,
		dialog.clientHeight
	]);
	expect(content).toBeLessThanOrEqual(frame);
	const [other, field] = [card(page).getByText('Also here'), note(page)];
	expect((await other.boundingBox())!.y).toBeLessThan((await field.boundingBox())!.y);
	for (const name of ['Adjust', 'Copy', 'Share', 'Delete', 'Close']) {
		await expect(card(page).getByRole('button', { name })).toBeInViewport({ ratio: 1 });
	}
	await expect(card(page).getByRole('combobox', { name: 'Tags' })).toBeInViewport({ ratio: 1 });
	await closeCard(page);

	await marks(page).first().click();
	await note(page).focus();
	await page.setViewportSize({ width: 375, height: 387 }); // the keyboard comes
	await expect(page.getByRole('dialog', { name: 'Note' })).toBeVisible();
	await expect(note(page)).toBeInViewport({ ratio: 1 });
	const done = card(page).getByRole('button', { name: 'Done' });
	await expect(done).toBeInViewport({ ratio: 1 });
	const top = async (part: Locator) => (await part.boundingBox())!.y;
	const colour = card(page).getByRole('button', { name: 'Yellow' });
	expect(await top(note(page))).toBeLessThan(await top(colour));
	// One line of the quote.
	const { height } = (await card(page).getByRole('blockquote').boundingBox())!;
	expect(height).toBeLessThan(30);
	// The passage stands whole above the card.
	const bottom = async () => {
		const boxes = await Promise.all((await marks(page).all()).map((one) => one.boundingBox()));
		return Math.max(...boxes.map((box) => box!.y + box!.height));
	};
	await expect.poll(bottom).toBeLessThan(await top(card(page)));
	await page.keyboard.type('Who?');
	await done.click();
	await expect(card(page)).toBeHidden();
	await expect(page.locator('mark.noted').first()).toBeVisible();
});

test('A sheet has the focus itself, and a new note its field, the addresses in it are links, and it is underlined in the colour used last; a card closes when its mark is gone', async ({
	page
}) => {
	await openFresh(page);
	await highlight(page, 'pink', ['p2', 40], ['p2', 120]);
	await marks(page).click();
	await expect(card(page)).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(card(page).getByRole('button', { name: 'Adjust' })).toBeFocused();
	// Nothing was typed.
	await page.keyboard.press('Control+z');
	await expect(card(page)).toBeHidden();
	await page.keyboard.press('Control+Shift+z');
	await expect(marks(page)).toHaveCount(1);
	await expect(card(page)).toBeHidden();
	await select(page, ['p3', 10], ['p3', 50]);
	await toolbar(page).getByRole('button', { name: 'Note' }).click();
	await expect(note(page)).toBeFocused();

	await note(page).fill('See https://example.org/a, and javascript:alert(1).');
	const links = card(page).getByRole('link');
	await expect(links).toHaveCount(1);
	await expect(links).toHaveAttribute('href', 'https://example.org/a');
	const underline = card(page).getByRole('button', { name: 'Underline' });
	await expect(underline).toHaveAttribute('aria-pressed', 'false');
	await underline.click();
	await expect(underline).toHaveAttribute('aria-pressed', 'true');
	await expect(page.locator('#p3 mark')).toHaveAttribute('data-line', 'pink');
});
