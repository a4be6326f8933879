/** What a reader does to marks, for the tests to say. */
import { expect, type Page } from '@playwright/test';
import { openChapter } from './reader';

/** A passage by its words: the block it begins and ends in, and the letters before its ends. */
export type End = [block: string, letters: number];

/** Selects as a long press and its handles would: those cannot be made without a finger. */
export async function select(page: Page, anchor: End, focus: End): Promise<void> {
	await page.evaluate(
		(ends) => {
			const [from, to] = ends.map(([id, letters]) => {
				const walker = document.createTreeWalker(
					document.getElementById(id)!,
					NodeFilter.SHOW_TEXT
				);
				let left = letters;
				while (walker.nextNode()) {
					const node = walker.currentNode as Text;
					if (left <= node.length) return [node, left] as const;
					left -= node.length;
				}
				throw new Error(`${id} has no ${letters} letters`);
			});
			const selection = getSelection()!;
			const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
			const before = [anchorNode, anchorOffset, focusNode, focusOffset];
			if ([...from, ...to].every((part, index) => part === before[index])) return;
			// The page is told a moment later: until then a key would find nothing selected.
			const told = new Promise((done) =>
				document.addEventListener('selectionchange', done, { once: true })
			);
			selection.setBaseAndExtent(...from, ...to);
			return told.then(() => {});
		},
		[anchor, focus]
	);
}

export const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Selection' });
/** The card of a mark, or of a note that is being begun. */
export const card = (page: Page) => page.getByRole('dialog', { name: /^(Mark|Note)$/ });
/** What the card says of the note one types in it. */
export const noteSaved = (page: Page) =>
	card(page).locator('label').getByText('Saved', { exact: true });
export const marks = (page: Page) => page.locator('article mark');
export const toast = (page: Page) => page.getByRole('status').filter({ hasText: /\S/ }).last();

export async function highlight(
	page: Page,
	colour: string,
	anchor: End,
	focus: End
): Promise<void> {
	await select(page, anchor, focus);
	await toolbar(page)
		.getByRole('button', { name: `Highlight ${colour}` })
		.click();
	await expect(toolbar(page)).toBeHidden();
}

/** Waits until what was done last is on the disk. */
export async function untilSaved(page: Page): Promise<void> {
	await expect(toast(page)).toContainText('Saved');
}

/** Opens the card of the first mark that holds these words. */
export async function openCard(page: Page, words: string): Promise<void> {
	await marks(page).filter({ hasText: words }).first().click();
	await expect(card(page)).toBeVisible();
}

export async function closeCard(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(card(page)).toBeHidden();
	await untilTextRests(page); // to click on what moves, Playwright would scroll
}

/** Waits until the text is where it stays: on a wide screen it slides aside for a card, and back. */
async function untilTextRests(page: Page): Promise<void> {
	const moving = () => document.querySelector('main')!.getAnimations().length;
	await expect.poll(() => page.evaluate(moving)).toBe(0);
}

/** Opens the chapter, and waits until all is here that the page loads without being asked. */
export async function openFresh(page: Page): Promise<void> {
	await openChapter(page);
	// These buttons come last.
	await expect(page.getByRole('button', { name: 'Mark ¶ 1', exact: true })).toBeAttached();
}

/** Where on the screen these words of the text stand, once it rests; they must stand on it. */
export async function pointOf(page: Page, words: string): Promise<{ x: number; y: number }> {
	await untilTextRests(page);
	return page.evaluate((words) => {
		const walker = document.createTreeWalker(
			document.querySelector('article')!,
			NodeFilter.SHOW_TEXT
		);
		while (walker.nextNode()) {
			const node = walker.currentNode as Text;
			const at = node.data.indexOf(words);
			if (at < 0) continue;
			const range = document.createRange();
			range.setStart(node, at + 1);
			range.setEnd(node, at + 2);
			const { x, y, width, height } = range.getBoundingClientRect();
			return { x: x + width / 2, y: y + height / 2 };
		}
		throw new Error(`${words} is not there`);
	}, words);
}

/** Taps these words of the text. */
export async function tapOn(page: Page, words: string): Promise<void> {
	const { x, y } = await pointOf(page, words);
	await page.mouse.click(x, y);
}
