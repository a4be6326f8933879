/** Files that go in and out of the app, for the tests to say. */
import type { Page } from '@playwright/test';
import { text as textOf } from 'node:stream/consumers';
import { patiently } from './browser-process';
import { untilAwake } from './reader';
import { expect } from './site';

/** What a file that is downloaded is called, and says. */
export interface Downloaded {
	name: string;
	text: string;
}

/** Taps what makes a file, and gives what is downloaded. */
export async function download(page: Page, button: string): Promise<Downloaded> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click()
	]);
	const name = download.suggestedFilename();
	await expect(page.getByText(`Saved as “${name}”`)).toBeVisible();
	return { name, text: await textOf(await download.createReadStream()) };
}

export async function openSettings(page: Page): Promise<void> {
	await page.goto('settings/');
	await untilAwake(page);
}

export async function openImport(page: Page): Promise<void> {
	await page.goto('settings/import/');
	await untilAwake(page);
}

/** Chooses a file, of that content. */
export async function choose(page: Page, content: string | Buffer, name = 'file'): Promise<void> {
	const buffer = Buffer.from(content);
	await page
		.getByLabel('Choose a file')
		.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** What an import will do. */
export const plan = (page: Page) => page.getByRole('region', { name: 'What this import will do' });

/** The numbers of the plan, by their names. */
export async function numbersOf(page: Page): Promise<Record<string, number>> {
	await expect(plan(page)).toBeVisible();
	const rows = await plan(page)
		.locator('dl div')
		.evaluateAll((divs) =>
			divs.map((div) => {
				const [name, number] = [div.querySelector('dt')!, div.querySelector('dd')!];
				const digits = number.textContent.replace(/,/g, '');
				return [name.firstChild!.textContent!.trim(), Number(digits)] as const;
			})
		);
	return Object.fromEntries(rows);
}

/** Does what was planned. */
export async function doImport(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Import' }).click();
	await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
}

/** Everything in the database of the app: the records by store. */
export function everything(page: Page): Promise<Record<string, unknown[]>> {
	return patiently('read the database', () => page.evaluate(readDatabase));
}

async function readDatabase(): Promise<Record<string, unknown[]>> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opened = indexedDB.open('postil');
		opened.onerror = () => reject(opened.error);
		opened.onsuccess = () => resolve(opened.result);
	});
	const names = [...database.objectStoreNames];
	const tx = database.transaction(names);
	const found = names.map((name) => [name, tx.objectStore(name).getAll()] as const);
	await new Promise((resolve, reject) => {
		tx.onabort = () => reject(tx.error);
		tx.oncomplete = resolve;
	});
	database.close();
	return Object.fromEntries(found.map(([name, { result }]) => [name, result]));
}

/** The browser deletes all that the site kept: the second copy too. */
export async function wipe(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const { origin } = new URL(page.url());
	await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
}

/** Waits until the two stores were compared: nobody writes from then on but the reader. */
export async function untilCompared(page: Page): Promise<void> {
	await expect
		.poll(() => page.evaluate(() => sessionStorage.getItem('postil:checked')))
		.toBeTruthy();
}
