import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { choose, doImport, numbersOf, openImport, wipe } from './files';
import { highlight, marks } from './marking';
import { openChapter } from './reader';
import {
	expect,
	heal,
	test as testWithWorker,
	testWithoutWorker as test,
	untilKept,
	type Site
} from './site';
import { readSiteData, writeSiteData, type SiteData } from './site-data';
import {
	deleteDatabase,
	deleteJournal,
	journaledIds,
	mark,
	onDatabase,
	openBeside,
	spoilJournal,
	storedIds
} from './storing';

// One of the two stores is damaged while nobody looks; what was saved is there at the next start.

/** What a reader may wait for word of a failure, in ms. */
const SOON = { timeout: 2000 };

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'This browser' });

/** Has the journal's worker find no private file system. */
function refuseFiles(site: Site): void {
	const error = `{ name: 'SecurityError', message: 'refused' }`;
	const worker = `onmessage = ({ data: { id } }) => postMessage({ id, error: ${error} })`;
	site.intercept = ({ url }, response) => {
		if (!url!.includes('/journal.worker-')) return false;
		response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(worker);
		return true;
	};
}

/** What a reader's browser stores who marked three passages: once in each process of tests. */
let three: SiteData | null = null;

/** Marks three passages, and gives the ids of what is kept; leads to a page without the app. */
async function markThree(page: Page): Promise<string[]> {
	if (three) {
		await openBeside(page);
		await writeSiteData(page, three);
	} else {
		await openChapter(page);
		for (const block of ['p2', 'p3', 'p4']) await mark(page, block, 0, 20);
		await openBeside(page);
		three = await readSiteData(page);
	}
	const ids = await storedIds(page);
	expect(ids).toHaveLength(3);
	return ids;
}

/** Taps *Save everything* on the rescue page, and gives the file. */
async function saveEverything(page: Page) {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save everything' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^postil-\d{4}-\d\d-\d\d-rescue\.json$/);
	return readFileSync(await download.path(), 'utf8');
}

test('With the database deleted the notebook is never empty first, every mark is back, and it is told', async ({
	page
}) => {
	const ids = await markThree(page);
	await deleteDatabase(page);
	await page.addInitScript(() => {
		if (!location.pathname.endsWith('/notebook/')) return;
		const seen = ((window as never as { seen: string[] }).seen = [] as string[]);
		new MutationObserver(() => seen.push(document.body.innerText)).observe(document, {
			childList: true,
			subtree: true
		});
	});
	await page.goto('notebook/');
	await expect(page.getByText('3 marks', { exact: true })).toBeVisible();
	const seen = await page.evaluate(() => (window as never as { seen: string[] }).seen);
	expect(seen.filter((text) => /nothing|no marks/i.test(text))).toEqual([]);
	await expect(notice(page)).toContainText('had lost 3 marks');
	await openChapter(page); // not read yet: told again
	await expect(notice(page)).toContainText('had lost 3 marks');
	await expect(notice(page).getByRole('link', { name: 'Backup' })).toBeVisible();
	await expect(marks(page)).toHaveCount(3);
	await notice(page).getByRole('button', { name: 'OK' }).click();
	await expect(notice(page)).toHaveCount(0);
	await openBeside(page);
	expect(await storedIds(page)).toEqual(ids);
	await openChapter(page);
	await mark(page, 'p5', 0, 20); // the two stores are compared before that is saved
	await expect(notice(page)).toHaveCount(0);
});

// Emptied or shortened, or the journal broken anywhere else: tests/storage/journal.
test('With a record of the database broken, and then the journal, every mark is back', async ({
	page
}) => {
	const ids = await markThree(page);
	await onDatabase(page, ({ annotations }) => {
		const cursor = annotations.openCursor();
		cursor.onsuccess = () => {
			const { id, saved } = cursor.result!.value;
			cursor.result!.update({ id, saved, targets: 'gone' });
		};
	});
	await openChapter(page);
	await expect(notice(page)).toContainText('had lost 1 mark');
	await expect(marks(page)).toHaveCount(3);
	await notice(page).getByRole('button', { name: 'OK' }).click();
	await expect(notice(page)).toHaveCount(0);
	await openBeside(page);
	expect(await storedIds(page)).toEqual(ids);

	await spoilJournal(page, 0.5);
	await openChapter(page);
	await expect(marks(page)).toHaveCount(3);
	await mark(page, 'p5', 0, 20);
	await expect(notice(page)).toHaveCount(0);
	// It was written anew: now the database may go.
	await openBeside(page);
	await deleteDatabase(page);
	await openChapter(page);
	await expect(notice(page)).toContainText('had lost 4 marks');
	await openBeside(page);
	expect(await storedIds(page)).toEqual(expect.arrayContaining(ids));
});

testWithWorker(
	'Eight tabs at once at a first visit: what each makes is there once, in both stores, and the rescue page saves it with the server gone',
	async ({ page, context, site }) => {
		const blocks = ['p2', 'p3', 'p4', 'p5', 'p7', 'p8', 'p9', 'p10'];
		const others = await Promise.all(blocks.slice(1).map(() => context.newPage()));
		const tabs = [page, ...others];
		await Promise.all(tabs.map((tab) => openChapter(tab)));
		const highlightIn = (tab: Page, block: string) =>
			highlight(tab, 'yellow', [block, 0], [block, 20]);
		await Promise.all(tabs.map((tab, index) => highlightIn(tab, blocks[index])));
		// A tab has another's mark once that is saved.
		for (const tab of tabs) await expect(marks(tab)).toHaveCount(8);
		await Promise.all([highlightIn(page, 'p14'), highlightIn(others[0], 'p15')]);
		for (const tab of tabs) await expect(marks(tab)).toHaveCount(10);
		expect(await page.evaluate(() => indexedDB.databases())).toHaveLength(1);
		await untilKept(page);
		await Promise.all(others.map((tab) => tab.close()));
		await openBeside(page);
		const ids = await storedIds(page);
		expect(ids).toHaveLength(10);
		expect(await journaledIds(page)).toEqual(ids);
		await deleteDatabase(page);
		await openChapter(page);
		await expect(notice(page)).toContainText('had lost 10 marks');
		await expect(marks(page)).toHaveCount(10);

		await site.stop();
		await page.goto('rescue.html');
		await expect(
			page.getByText('Found: 10 marks in the database, 10 marks in the second copy.')
		).toBeVisible();
		const { database, journal, faults } = JSON.parse(await saveEverything(page));
		expect(faults).toEqual([]);
		expect(database.version).toBe(5);
		expect(database.stores.annotations.map(({ id }: { id: string }) => id)).toEqual(ids);
		expect(database.stores.snapshots[0].text).toHaveLength(44_621);
		expect(database.stores.positions[0]).toMatchObject({ key: 'my-life/43-the-exile' });
		expect(journal.length).toBeGreaterThan(10);
	}
);

test('With both gone the loss is told, and what is marked from then on is kept', async ({
	page
}) => {
	await markThree(page);
	await deleteDatabase(page);
	await deleteJournal(page);
	await openChapter(page);
	await expect(notice(page)).toContainText('has deleted 3 marks of yours');
	// There is nothing that a backup could be made of.
	await expect(notice(page).getByRole('link')).toHaveText(['Import']);
	await notice(page).getByRole('button', { name: 'OK' }).click();
	await mark(page, 'p2', 0, 20);
	await page.reload();
	await expect(marks(page)).toHaveCount(1);
	await expect(notice(page)).toHaveCount(0);
});

test('With no storage at all one can read, and marking says that it cannot be kept', async ({
	page,
	site
}) => {
	refuseFiles(site);
	await page.addInitScript(() => {
		const refuse = () => {
			throw new DOMException('refused', 'SecurityError');
		};
		IDBFactory.prototype.open = refuse;
		StorageManager.prototype.getDirectory = async () => refuse();
	});
	await openChapter(page);
	await expect(page.locator('#p1')).toBeInViewport();
	await page.evaluate(() => {
		const node = document.querySelector('#p2')!.firstChild!;
		getSelection()!.setBaseAndExtent(node, 0, node, 20);
	});
	await page.getByRole('button', { name: 'Highlight yellow' }).click();
	const said = page.getByRole('alert').filter({ hasText: 'Not saved' });
	await expect(said).toContainText('still here, as long as this page is open', SOON);
	await expect(said.getByRole('button', { name: 'Try again' })).toBeVisible();
	await expect(said.getByRole('button', { name: 'Copy the text' })).toBeVisible();
	await page.goto('settings/');
	await expect(page.getByRole('alert').filter({ hasText: 'cannot be read' })).toBeVisible();
});

test('With a database that does not open, marks are shown and kept in the second copy, and the rescue page copies that', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await markThree(page);
	await page.addInitScript(() => {
		if (sessionStorage.getItem('mended')) return;
		IDBFactory.prototype.open = () => {
			throw new DOMException('Internal error opening backing store', 'UnknownError');
		};
	});
	await openChapter(page);
	await expect(marks(page)).toHaveCount(3);
	await mark(page, 'p5', 0, 20);
	await page.goto('notebook/');
	await expect(page.getByRole('alert')).toContainText('shown from their second copy');
	await expect(page.getByText('4 marks')).toBeVisible();
	await page.goto('rescue.html');
	await expect(page.getByRole('alert')).toContainText('The database cannot be read');
	await expect(page.getByText('Found: 4 marks in the second copy.')).toBeVisible();
	await page.getByRole('button', { name: 'Copy everything' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	const { journal } = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
	expect(journal.filter(({ annotation }: { annotation?: object }) => annotation)).toHaveLength(4);

	await page.evaluate(() => sessionStorage.setItem('mended', 'yes'));
	await openChapter(page);
	await expect(marks(page)).toHaveCount(4);
	await openBeside(page);
	expect(await storedIds(page)).toHaveLength(4);
});

test('A database that fails while one reads is told of, and gets what it missed when it is back', async ({
	page
}) => {
	await page.addInitScript(() => {
		const { put } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.put = function (...args) {
			if (this.name !== 'annotations' || !('broken' in window)) return put.apply(this, args);
			throw new DOMException('damaged', 'UnknownError');
		};
	});
	await markThree(page);
	await openChapter(page);
	await page.evaluate(() => void Object.assign(window, { broken: true }));
	await mark(page, 'p5', 0, 20);
	const alert = page.getByRole('alert').filter({ hasText: 'The browser’s database failed' });
	await expect(alert).toContainText('kept in its second copy', SOON);
	await page.evaluate(() => void Reflect.deleteProperty(window, 'broken'));
	await alert.getByRole('button', { name: 'Try again' }).click();
	await expect(alert).toHaveCount(0);
	await expect.poll(() => storedIds(page)).toHaveLength(4);
	await expect(notice(page)).toHaveCount(0);
});

test('With no second copy to be had the database is enough, and Settings says so', async ({
	page,
	site
}) => {
	await page.addInitScript(() => {
		delete (StorageManager.prototype as Partial<StorageManager>).getDirectory;
	});
	refuseFiles(site);
	await openChapter(page);
	await mark(page, 'p2', 0, 20);
	await page.goto('settings/');
	await expect(page.getByText('has no place for it')).toBeVisible();
	await page.reload();
	await page.getByText('What is stored where').click();
	await expect(page.getByText('1 highlight')).toBeVisible();
});

test('What is damaged for good is counted in Settings, and can be taken away as a file', async ({
	page
}) => {
	await markThree(page);
	await onDatabase(page, ({ annotations }) => {
		annotations.put({ id: 'strange', saved: 99, drawn: [1, 2, 3] });
	});
	await page.goto('settings/');
	await expect(page.getByText('1, set aside')).toBeVisible();
	await expect(page.getByText('every mark is saved twice')).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Export' }).click()
	]);
	const records = JSON.parse(readFileSync(await download.path(), 'utf8'));
	expect(records).toEqual([{ id: 'strange', saved: 99, drawn: [1, 2, 3] }]);
});

test.describe('The rescue page', () => {
	test('what it saved comes back by Import, into both stores, to one who had cleared everything', async ({
		page
	}) => {
		await markThree(page);
		await page.goto('rescue.html');
		await expect(page.getByText('Found: 3 marks')).toBeVisible();
		const saved = await saveEverything(page);
		await wipe(page);
		// That is a new reader.
		await openChapter(page);
		await mark(page, 'p5', 0, 20); // the two stores are compared before that is saved
		await expect(marks(page)).toHaveCount(1);
		await expect(notice(page)).toHaveCount(0);

		await openImport(page);
		await choose(page, saved, 'postil-rescue.json');
		expect(await numbersOf(page)).toMatchObject({ New: 3 });
		await doImport(page);
		await expect.poll(() => journaledIds(page)).toEqual(await storedIds(page));
		await openChapter(page);
		await expect(marks(page)).toHaveCount(4);
	});

	test('saves what it could read when a part of the database never answers', async ({ page }) => {
		const ids = await markThree(page);
		await page.addInitScript(() => {
			const { getAll } = IDBObjectStore.prototype;
			IDBObjectStore.prototype.getAll = function (...args) {
				return this.name === 'snapshots' ? (new EventTarget() as never) : getAll.apply(this, args);
			};
		});
		await page.goto('rescue.html');
		await expect(page.getByRole('alert')).toContainText(
			'“snapshots” of the database cannot be read'
		);
		await expect(page.getByText('Found: 3 marks in the database')).toBeVisible();
		const { database } = JSON.parse(await saveEverything(page));
		expect(database.stores.annotations.map(({ id }: { id: string }) => id)).toEqual(ids);
	});

	test('is offered when the app’s scripts are broken, and makes no database where there is none', async ({
		page,
		site
	}) => {
		site.intercept = ({ url }, response) => {
			if (!/\/_app\/.*\.js$/.test(url!)) return false;
			response
				.writeHead(200, { 'Content-Type': 'text/javascript' })
				.end('throw new Error("broken")');
			return true;
		};
		await page.goto('my-life/43-the-exile/');
		const link = page.getByRole('link', { name: 'Not starting?' });
		await expect(link).toBeVisible({ timeout: 15_000 });
		await link.click();
		await expect(page.getByText('No marks were found in this browser.')).toBeVisible();
		expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
		heal(site);
		await openChapter(page);
		await mark(page, 'p2', 0, 20);
	});
});
