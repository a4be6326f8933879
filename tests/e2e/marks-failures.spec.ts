import type { Page } from '@playwright/test';
import { card, closeCard, highlight, marks, openFresh, select, toast, toolbar } from './marking';
import { callBars, untilAwake } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

type Fault = 'quota' | 'abort' | 'lost' | 'unreadable';

/** Lets the browser's storage fail in one way, when `fail` says so; there is no second copy. */
async function withFaults(page: Page): Promise<void> {
	await page.addInitScript(() => {
		window.Worker = class {
			constructor() {
				throw new DOMException('none here', 'SecurityError');
			}
		} as never;
		const { put } = IDBObjectStore.prototype;
		const { getAll } = IDBObjectStore.prototype;
		const { transaction } = IDBDatabase.prototype;
		const fault = () => (window as Faulty).fault;
		const ours = (names: string | Iterable<string>) => [names].flat().includes('annotations');
		IDBObjectStore.prototype.put = function (...args) {
			if (this.name !== 'annotations') return put.apply(this, args);
			if (fault() === 'quota') throw new DOMException('full', 'QuotaExceededError');
			const request = put.apply(this, args);
			if (fault() === 'abort') this.transaction.abort();
			return request;
		};
		IDBObjectStore.prototype.getAll = function (...args: []) {
			const unreadable = fault() === 'unreadable' || sessionStorage.getItem('unreadable');
			if (this.name !== 'annotations' || !unreadable) return getAll.apply(this, args);
			throw new DOMException('damaged', 'UnknownError');
		};
		IDBDatabase.prototype.transaction = function (names, mode, options) {
			if (fault() === 'lost' && mode === 'readwrite' && ours(names)) {
				throw new DOMException('lost', 'InvalidStateError');
			}
			return transaction.call(this, names, mode, options);
		};
	});
}

type Faulty = Window & { fault?: string | null };

const fail = (page: Page, fault: Fault | null) =>
	page.evaluate((fault) => void ((window as Faulty).fault = fault), fault);

const alert = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ });

/** What a reader may wait for word of a failure, in ms. */
const SOON = { timeout: 2000 };

async function expectTold(page: Page, done: string): Promise<void> {
	await expect(toast(page)).toContainText(new RegExp(`${done}.*Not saved`), SOON);
	await expect(alert(page)).toContainText('Not saved.');
}

test('A mark that could not be written is said to be so, and stays at hand: quota, abort, lost', async ({
	page
}) => {
	await withFaults(page);
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	await expect(toast(page)).toContainText('Highlighted Saved');
	for (const [fault, start] of [
		['quota', 140],
		['abort', 200],
		['lost', 260]
	] as const) {
		await fail(page, fault);
		await highlight(page, 'pink', ['p2', start], ['p2', start + 30]);
		await expectTold(page, 'Highlighted');
		await fail(page, null);
		await alert(page).getByRole('button', { name: 'Try again' }).click();
		await expect(alert(page)).toBeHidden();
		await expect(toast(page)).toContainText('Highlighted Saved');
	}
	await page.reload();
	await untilAwake(page);
	await expect(marks(page)).toHaveCount(4);
});

test('Whatever is done to marks while nothing can be written is said to be so, and written at last', async ({
	page
}) => {
	await withFaults(page);
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	await highlight(page, 'green', ['p3', 10], ['p3', 60]);
	await expect(toast(page)).toContainText('Highlighted Saved');
	await fail(page, 'quota');
	await marks(page).and(page.locator('[data-colour="yellow"]')).click();
	await card(page).getByRole('button', { name: 'Blue' }).click();
	// In the dialog, where it can be reached.
	await expect(card(page).getByRole('alert')).toContainText('Not saved.', SOON);
	await expect(alert(page)).toHaveCount(1);
	await closeCard(page);
	await expectTold(page, 'Turned blue');
	await marks(page).and(page.locator('[data-colour="blue"]')).click();
	await card(page).getByRole('combobox', { name: 'Tags' }).fill('a tag');
	await closeCard(page);
	await expectTold(page, 'Tags changed');
	await marks(page).and(page.locator('[data-colour="green"]')).click();
	await card(page).getByRole('button', { name: 'Delete' }).click();
	await expectTold(page, 'Deleted');
	await page.keyboard.press('Control+z');
	await expectTold(page, 'Deletion undone');
	await callBars(page);
	await page.getByRole('button', { name: 'Bookmark' }).click();
	await expectTold(page, 'Bookmarked');
	await page.getByRole('button', { name: 'Bookmark' }).click();
	await expectTold(page, 'Bookmark removed');

	await fail(page, null);
	await alert(page).getByRole('button', { name: 'Try again' }).click();
	await expect(alert(page)).toBeHidden();
	await page.reload();
	await untilAwake(page);
	await expect(page.locator('mark[data-colour="blue"]')).toBeAttached();
	await expect(page.locator('mark[data-colour="green"]')).toBeAttached();
});

test('A note that cannot be kept outlives its card, can be copied, and is kept at last', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await withFaults(page);
	await openFresh(page);
	await fail(page, 'quota');
	await select(page, ['p1', 2], ['p1', 12]);
	await toolbar(page).getByRole('button', { name: 'Note' }).click();
	await page.keyboard.type('My own words');
	await expect(card(page).getByRole('alert')).toContainText('no space left', SOON);
	await expect(card(page).getByText('Not saved', { exact: true })).toBeVisible();
	await closeCard(page);
	await expect(alert(page)).toContainText('no space left');
	await alert(page).getByRole('button', { name: 'Copy the text' }).click();
	await expect
		.poll(() => page.evaluate(() => navigator.clipboard.readText()))
		.toBe('“will quote”\nMy own words');
	// A reload asks first; who goes all the same loses nothing that can be written by then.
	let asked = '';
	page.on('dialog', async (dialog) => {
		asked = dialog.type();
		await dialog.accept();
	});
	await fail(page, null);
	await page.reload();
	expect(asked).toBe('beforeunload');
	await untilAwake(page);
	await page.locator('mark.noted').click();
	await expect(card(page).getByRole('textbox', { name: 'Note' })).toHaveValue('My own words');
});

test('A connection that was lost is there again when the page goes away', async ({ page }) => {
	await withFaults(page);
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	await fail(page, 'abort');
	await highlight(page, 'pink', ['p1', 10], ['p1', 40]);
	await expect(alert(page)).toContainText('Not saved.', SOON);
	page.on('dialog', (dialog) => dialog.accept());
	// `annotations` refuses to the end; what the page leaves behind lies elsewhere.
	await page.reload();
	await untilAwake(page);
	await expect(page.locator('mark[data-colour="pink"]')).toBeAttached();
	await expect(alert(page)).toHaveCount(0);
});

test('Marks that cannot be read are told of on every page, and tried again', async ({ page }) => {
	await withFaults(page);
	await openFresh(page);
	await highlight(page, 'yellow', ['p2', 40], ['p2', 120]);
	await expect(toast(page)).toContainText('Saved');
	for (const path of ['my-life/43-the-exile/', 'notebook/', 'settings/']) {
		await page.evaluate(() => sessionStorage.setItem('unreadable', 'yes'));
		await page.goto(path);
		await expect(alert(page), path).toContainText('Your marks cannot be read', SOON);
		await expect(alert(page).getByRole('button')).toHaveText(['Try again']);
		await page.evaluate(() => sessionStorage.clear());
		await alert(page).getByRole('button', { name: 'Try again' }).click();
		await expect(alert(page)).toHaveCount(0);
	}
});
