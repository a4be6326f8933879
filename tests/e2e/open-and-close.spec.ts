// Whatever opens over a chapter closes again, as often as one likes: the text stands still.
import type { Page } from '@playwright/test';
import { card, highlight, marks, openFresh, select, toolbar } from './marking';
import { callBars, openNote, readTo, TIMES, topLine } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';
import { fakeSpeech, paintedWords } from './speech';

test.use(WITHOUT_WORKER);

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function sheet(page: Page, name: string, open: () => Promise<void>): Promise<void> {
	await open();
	await expect(page.getByRole('dialog', { name })).toBeVisible();
}

/** What a reader opens, by its name. Esc closes each of them. */
const OPENINGS: Record<string, (page: Page) => Promise<void>> = {
	Contents: (page) => sheet(page, 'Contents', () => press(page, 'Contents')),
	Search: (page) => sheet(page, 'Search', () => press(page, 'Search')),
	Appearance: (page) => sheet(page, 'Appearance', () => press(page, 'Appearance')),
	Keys: (page) => sheet(page, 'Keys', () => page.keyboard.press('?')),
	Print: async (page) => {
		await OPENINGS.Contents(page);
		await sheet(page, 'Print', () => press(page, 'Print'));
	},
	'a footnote': async (page) => void (await openNote(page, 2)),
	'a mark': async (page) => {
		await marks(page).first().click();
		await expect(card(page)).toBeVisible();
	},
	Cite: async (page) => {
		await select(page, ['p44', 40], ['p44', 60]);
		await expect(toolbar(page)).toBeVisible();
		await sheet(page, 'Cite', () => press(page, 'Cite'));
	},
	'Look up': async (page) => {
		await select(page, ['p44', 40], ['p44', 60]);
		await expect(toolbar(page)).toBeVisible();
		await sheet(page, 'Search', () => press(page, 'Look up'));
	},
	Marker: async (page) => {
		await press(page, 'Marker');
		await expect(page.getByRole('toolbar', { name: 'Marker' })).toBeVisible();
	},
	Listen: async (page) => {
		await press(page, 'Listen');
		await expect(page.getByRole('toolbar', { name: 'Listen' })).toBeVisible();
		await expect.poll(() => paintedWords(page)).not.toBe('');
	}
};

/** Closes what is open, one after the other, until the page is as one reads it. */
async function closeAll(page: Page): Promise<void> {
	const open = page.getByRole('dialog').or(page.getByRole('toolbar'));
	await expect(async () => {
		await page.keyboard.press('Escape');
		await expect(open).toHaveCount(0, { timeout: 500 });
	}).toPass();
	await callBars(page);
}

test('What is opened and closed, again and again, leaves the same words on the top line', async ({
	page
}) => {
	test.slow();
	await fakeSpeech(page);
	await openFresh(page);
	await readTo(page, 44);
	await highlight(page, 'green', ['p45', 0], ['p45', 20]);
	await callBars(page);
	const line = await topLine(page);
	for (const [name, open] of Object.entries(OPENINGS)) {
		for (let time = 0; time < TIMES; time++) {
			await open(page);
			await closeAll(page);
			expect(await topLine(page), `${name}, ${time + 1}`).toBe(line);
		}
	}
});
