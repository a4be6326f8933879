/**
 * All that a browser stores for the site, taken from one test and given to another: what one reader
 * made through the interface, the next has from the start. On a page where the app does not run.
 */
import type { Page } from '@playwright/test';

interface Store {
	name: string;
	keyPath: string | string[] | null;
	autoIncrement: boolean;
	indexes: { name: string; keyPath: string | string[] }[];
	/** Each with its key, an `IDBValidKey`, where that is not in it. */
	records: [record: unknown, key?: unknown][];
}

/** Of records and keys only what JSON has: no file of a book. */
export interface SiteData {
	/** `null` when there is none. */
	database: { name: string; version: number; stores: Store[] } | null;
	localStorage: Record<string, string>;
	sessionStorage: Record<string, string>;
	/** Of the private file system, by the name of their folder: the journal's, which are text. */
	files: Record<string, Record<string, string>>;
}

/** What the browser of this page stores for the site. */
export function readSiteData(page: Page): Promise<SiteData> {
	return page.evaluate(async () => {
		const answer = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const readStore = async (store: IDBObjectStore): Promise<Store> => {
			const [values, keys] = await Promise.all([
				answer(store.getAll()),
				answer(store.getAllKeys())
			]);
			return {
				name: store.name,
				keyPath: store.keyPath,
				autoIncrement: store.autoIncrement,
				indexes: [...store.indexNames].map((name) => {
					const { keyPath } = store.index(name);
					return { name, keyPath };
				}),
				records: values.map((value, index) =>
					store.keyPath === null ? [value, keys[index]] : [value]
				)
			};
		};
		const readDatabase = async (): Promise<SiteData['database']> => {
			const [found] = await indexedDB.databases();
			if (!found) return null;
			const open = await answer(indexedDB.open(found.name!));
			const names = [...open.objectStoreNames];
			const tx = open.transaction(names);
			const stores = await Promise.all(names.map((name) => readStore(tx.objectStore(name))));
			open.close();
			return { name: open.name, version: open.version, stores };
		};
		const files: SiteData['files'] = {};
		const root = await navigator.storage.getDirectory();
		for await (const [folder, handle] of root.entries()) {
			files[folder] = {};
			for await (const [name, file] of (handle as FileSystemDirectoryHandle).entries()) {
				files[folder][name] = await (await (file as FileSystemFileHandle).getFile()).text();
			}
		}
		return {
			database: await readDatabase(),
			localStorage: { ...localStorage },
			sessionStorage: { ...sessionStorage },
			files
		};
	});
}

/** Stores it for a browser that has nothing of the site yet. */
export function writeSiteData(page: Page, data: SiteData): Promise<void> {
	return page.evaluate(async ({ database, files, ...areas }) => {
		Object.assign(localStorage, areas.localStorage);
		Object.assign(sessionStorage, areas.sessionStorage);
		const root = await navigator.storage.getDirectory();
		for (const [name, texts] of Object.entries(files)) {
			const folder = await root.getDirectoryHandle(name, { create: true });
			for (const [name, text] of Object.entries(texts)) {
				const writable = await (
					await folder.getFileHandle(name, { create: true })
				).createWritable();
				await writable.write(text);
				await writable.close();
			}
		}
		if (database === null) return;
		await new Promise<void>((resolve, reject) => {
			const opened = indexedDB.open(database.name, database.version);
			opened.onerror = () => reject(opened.error);
			opened.onupgradeneeded = () => {
				for (const { name, keyPath, autoIncrement, indexes, records } of database.stores) {
					const store = opened.result.createObjectStore(name, { keyPath, autoIncrement });
					for (const index of indexes) store.createIndex(index.name, index.keyPath);
					for (const [record, key] of records) store.put(record, key as IDBValidKey | undefined);
				}
			};
			opened.onsuccess = () => {
				opened.result.close();
				resolve();
			};
		});
	}, data);
}
