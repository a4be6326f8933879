import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from './browser-process';
import {
	card,
	closeCard,
	highlight,
	marks,
	noteSaved,
	select,
	tapOn,
	toolbar,
	untilSaved
} from './marking';
import { callBars, openChapter, untilAwake } from './reader';
import { expect, test, untilKept } from './site';

// With the server gone, and the browser killed.

const CHAPTER = 'my-life/43-the-exile/';

test('With the server gone marks are made, overlap, move their ends and are cited; the browser killed, all is there', async ({
	site,
	viewport
}) => {
	const profile = await mkdtemp(join(tmpdir(), 'postil-'));
	const first = await startBrowser(profile, viewport!);
	const { page } = first;
	await openChapter(page, site.url + CHAPTER);
	await untilKept(page);
	await site.stop();
	await page.reload();
	await untilAwake(page);

	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	await highlight(page, 'blue', ['p2', 80], ['p2', 140]);
	await expect(page.locator('mark[data-under="yellow"]')).toHaveAttribute('data-colour', 'blue');

	await highlight(page, 'green', ['p1', 2], ['p1', 12]);
	await page.locator('#p1 mark').click();
	await card(page).getByRole('button', { name: 'Adjust' }).click();
	await card(page).getByRole('button', { name: 'End a word later' }).click();
	await card(page).getByRole('button', { name: 'Done' }).click();
	await untilSaved(page);
	await closeCard(page);
	await expect(page.locator('#p1 mark')).toHaveText('will quote in');

	await select(page, ['p2', 0], ['p2', 40]);
	await toolbar(page).getByRole('button', { name: 'Cite' }).press('Enter');
	const cite = page.getByRole('dialog', { name: 'Cite' });
	await cite.getByRole('radio', { name: 'APA' }).check();
	await expect(cite.getByLabel('Citation')).toContainText('(Trotsky, n.d., “The Exile,” para. 2)');
	await page.keyboard.press('Escape');
	await expect(cite).toBeHidden();

	await callBars(page);
	await page.getByRole('button', { name: 'Bookmark' }).click();
	await untilSaved(page);

	await callBars(page);
	await page.getByRole('button', { name: 'Marker' }).click();
	await page.locator('#p3').evaluate((block) => block.scrollIntoView({ block: 'center' }));
	await tapOn(page, await page.locator('#p3').evaluate((block) => block.textContent.slice(0, 20)));
	await expect(page.locator('#p3 mark')).toHaveCount(1);
	await untilSaved(page);
	await page.getByRole('button', { name: 'End marking' }).click();

	await select(page, ['p4', 10], ['p4', 50]);
	await toolbar(page).getByRole('button', { name: 'Note' }).click();
	await page.keyboard.type('Offline');
	await expect(noteSaved(page)).toBeVisible();
	const made = await marks(page).allTextContents();
	await first.kill(); // the card is open

	const second = await startBrowser(profile, viewport!);
	await openChapter(second.page, site.url + CHAPTER);
	await expect(marks(second.page)).toHaveText(made);
	await expect(second.page.locator('.bookmarked')).toHaveCount(1);
	await second.page.locator('mark.noted').click();
	await expect(card(second.page).getByRole('textbox', { name: 'Note' })).toHaveValue('Offline');
	await second.kill();
	await rm(profile, { recursive: true });
	await site.start();
});
