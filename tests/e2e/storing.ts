/** What the tests of faults do to a browser's two stores, from a page where the app does not run. */
import { expect, type Page } from '@playwright/test';
import type { Annotation } from '../../src/lib/core/annotation/annotation';

const DATABASE = 'postil';
/** The journal's folder. */
export const JOURNAL_FOLDER = encodeURIComponent('postil:journal');

/** A page of the site without the app in it. */
export async function openBeside(page: Page): Promise<void> {
	await page.goto('icon-192.png');
}

/** Marks a passage of a block, by its first and last letter, and waits for *Saved*. */
export async function mark(page: Page, block: string, start: number, end: number): Promise<void> {
	await page.evaluate(
		([block, start, end]) => {
			const text = document.createTreeWalker(document.getElementById(block)!, NodeFilter.SHOW_TEXT);
			const node = text.nextNode()!;
			getSelection()!.setBaseAndExtent(node, start, node, end);
		},
		[block, start, end] as const
	);
	const toolbar = page.getByRole('toolbar', { name: 'Selection' });
	await toolbar.getByRole('button', { name: 'Highlight yellow' }).click();
	await expect(toolbar).toBeHidden();
	await expect(page.getByRole('status').filter({ hasText: 'Highlighted' })).toContainText('Saved');
}

type Stores = Record<'annotations' | 'snapshots', IDBObjectStore>;

/** Runs `work` on the stores of the database, in one transaction; `given` is passed on, as JSON. */
export function onDatabase<T = void, G = null>(
	page: Page,
	work: (stores: Stores, given: G) => IDBRequest<T> | void,
	given?: G
): Promise<T> {
	// As text: the policy of this page lets nobody make a function of one.
	return page.evaluate<T>(`(async () => {
		const database = await new Promise((resolve, reject) => {
			const opened = indexedDB.open('${DATABASE}');
			opened.onerror = () => reject(opened.error);
			opened.onsuccess = () => resolve(opened.result);
		});
		const tx = database.transaction(['annotations', 'snapshots'], 'readwrite');
		const [annotations, snapshots] = ['annotations', 'snapshots'].map((name) => tx.objectStore(name));
		const request = (${work.toString()})({ annotations, snapshots }, ${JSON.stringify(given ?? null)});
		await new Promise((resolve, reject) => {
			tx.onabort = () => reject(tx.error);
			tx.oncomplete = resolve;
		});
		database.close();
		return request?.result;
	})()`);
}

/** The ids of the annotations in the database, sorted; none when there is no database. */
export async function storedIds(page: Page): Promise<string[]> {
	const names = await page.evaluate(async () =>
		(await indexedDB.databases()).map(({ name }) => name)
	);
	if (!names.includes(DATABASE)) return [];
	return onDatabase(page, ({ annotations }) => annotations.getAllKeys()) as unknown as Promise<
		string[]
	>;
}

/** Deletes the database. */
export function deleteDatabase(page: Page): Promise<void> {
	return page.evaluate(
		(name) =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.deleteDatabase(name);
				request.onsuccess = () => resolve();
				request.onerror = () => reject(request.error);
			}),
		DATABASE
	);
}

/** Deletes the journal. */
export function deleteJournal(page: Page): Promise<void> {
	return page.evaluate(async (folder) => {
		const root = await navigator.storage.getDirectory();
		await root.removeEntry(folder, { recursive: true });
	}, JOURNAL_FOLDER);
}

/** The annotations in the journal, as they were written, one after the other. */
export function journaled(page: Page): Promise<Annotation[]> {
	return page.evaluate(async (folder) => {
		const root = await navigator.storage.getDirectory();
		const found: Annotation[] = [];
		for await (const handle of (await root.getDirectoryHandle(folder)).values()) {
			const text = await (await (handle as FileSystemFileHandle).getFile()).text();
			for (const [, json] of text.matchAll(/^\S+ \d+ (\{"annotation":.*)$/gm)) {
				found.push((JSON.parse(json) as { annotation: Annotation }).annotation);
			}
		}
		return found;
	}, JOURNAL_FOLDER);
}

/** The ids of the annotations in the journal, sorted. */
export async function journaledIds(page: Page): Promise<string[]> {
	return [...new Set((await journaled(page)).map(({ id }) => id))].sort();
}

/** Changes one byte of every file of the journal; `where` is between 0, its first, and 1, its last. */
export function spoilJournal(page: Page, where: number): Promise<void> {
	return page.evaluate(
		async ([folder, where]) => {
			const root = await navigator.storage.getDirectory();
			for await (const handle of (await root.getDirectoryHandle(folder)).values()) {
				const file = handle as FileSystemFileHandle;
				const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
				bytes[Math.floor(where * (bytes.length - 1))] ^= 0x55;
				const writable = await file.createWritable();
				await writable.write(bytes);
				await writable.close();
			}
		},
		[JOURNAL_FOLDER, where] as const
	);
}
