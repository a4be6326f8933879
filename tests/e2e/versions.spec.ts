import type { Page } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/tools/list-files.js';
import { buildDir } from './builds';
import { everything } from './files';
import { card, highlight, marks, openCard, openFresh, select, untilSaved } from './marking';
import { openChapter, reloadBy, untilAwake, untilIdle } from './reader';
import { expect, heal, test, WITHOUT_WORKER } from './site';

// Builds of different ages meet: on one database, on one host. How the worker changes from one to
// the next is in update.spec.ts.

test.use(WITHOUT_WORKER);

/** As a build of next year might leave the database: a newer version, a new store, new fields. */
async function writeAsNewer(page: Page): Promise<void> {
	await page.goto('screenshots/phone.png'); // of our origin, without our app
	await page.evaluate(
		() =>
			new Promise<void>((done, fail) => {
				const opened = indexedDB.open('postil', 1000);
				opened.onerror = () => fail(opened.error);
				opened.onupgradeneeded = () => opened.result.createObjectStore('moods').put('grave', 1);
				opened.onsuccess = () => {
					const database = opened.result;
					const writing = database.transaction('annotations', 'readwrite');
					const store = writing.objectStore('annotations');
					store.openCursor().onsuccess = (event) => {
						const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
						if (!cursor) return;
						cursor.update({ ...cursor.value, mood: 'grave' });
						cursor.continue();
					};
					writing.oncomplete = () => {
						database.close();
						done();
					};
				};
			})
	);
}

test('after a newer build wrote, an older one reads, writes, and takes nothing away', async ({
	page
}) => {
	await openChapter(page);
	await highlight(page, 'yellow', ['p2', 60], ['p2', 90]);
	await untilSaved(page);
	await writeAsNewer(page);

	await openChapter(page);
	await expect(marks(page)).toHaveCount(1);
	await openCard(page, '');
	await card(page).getByRole('button', { name: 'Green' }).click();
	await page.keyboard.press('Escape');
	await highlight(page, 'blue', ['p1', 2], ['p1', 12]);
	await untilSaved(page);

	const [{ version }] = await page.evaluate(() => indexedDB.databases());
	const { moods, annotations } = await everything(page);
	expect({ version, moods }).toEqual({ version: 1000, moods: ['grave'] });
	expect(annotations).toHaveLength(2);
	const old = (annotations as { mood?: string }[]).find(({ mood }) => mood === 'grave');
	expect(old).toMatchObject({ fields: { colour: { value: 'green' } } });
});

test('tabs of two builds keep what both make, and see it', async ({ page, site, context }) => {
	await openChapter(page);
	await highlight(page, 'yellow', ['p2', 60], ['p2', 90]);
	await untilSaved(page);
	site.deploy('edited');
	// The host has the files of the build before as well: what is marked in another edition is found by some.
	site.intercept = ({ url }, response) => {
		const [old, now] = (['main', 'edited'] as const).map((name) => join(buildDir(name), url!));
		if (!url!.endsWith('.js') || existsSync(now) || !existsSync(old)) return false;
		response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(old));
		return true;
	};
	const newer = await context.newPage();
	await openChapter(newer);
	await expect(marks(newer)).toHaveCount(1);
	await highlight(newer, 'blue', ['p1', 2], ['p1', 12]);
	await untilSaved(newer);
	await expect(marks(page)).toHaveCount(2);
	await highlight(page, 'green', ['p2', 100], ['p2', 120]);
	await untilSaved(page);
	await expect(marks(newer)).toHaveCount(3);
	await page.reload();
	await untilAwake(page);
	await expect(marks(page)).toHaveCount(3);
});

test('a page whose later parts cannot be had goes on, without an error; what is gone from the host is told of, and a reload brings it', async ({
	page,
	site
}) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	const html = await (await fetch(`${site.url}my-life/43-the-exile/`)).text();
	const refused: string[] = [];
	site.intercept = ({ url }, response) => {
		if (!/chunks.*\.js$/.test(url ?? '') || html.includes(url!)) return false;
		refused.push(url!);
		response.writeHead(404).end();
		return true;
	};
	await openChapter(page);
	await expect.poll(() => refused.length).toBeGreaterThan(0);
	await page.getByRole('button', { name: 'Contents' }).click();
	await expect(page.getByRole('alert').filter({ hasText: 'This could not load' })).toBeVisible();
	await untilIdle(page);
	expect(errors).toEqual([]);

	// One that is gone from the host later is told of too, and a reload brings it.
	heal(site);
	site.log.length = 0;
	await openFresh(page);
	const loaded = new Set(site.log);
	site.intercept = ({ url }, response) => {
		if (!url?.includes('/immutable/') || loaded.has(url)) return false;
		response.writeHead(404).end();
		return true;
	};
	await select(page, ['p2', 60], ['p2', 90]);
	const told = page.getByRole('alert').filter({ hasText: 'This could not load' });
	await expect(told).toBeVisible();

	heal(site);
	site.deploy('edited');
	await reloadBy(page, told.getByRole('button', { name: 'Reload' }));
	await highlight(page, 'yellow', ['p2', 60], ['p2', 90]);
	await untilSaved(page);
});

test('a reminder that cannot be had is not missed, on the shelf and in the notebook', async ({
	page,
	site
}) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => {
		if (message.includes('imported module')) errors.push(message);
	});
	const reminder = listFiles(buildDir('main')).find(
		(file) =>
			/chunks.*\.js$/.test(file) &&
			readFileSync(join(buildDir('main'), file), 'utf8').includes('Browsers sometimes delete')
	)!;
	for (const path of ['', 'notebook/']) {
		site.intercept = ({ url }, response) => {
			if (url !== `/${reminder}`) return false;
			response.writeHead(404).end();
			return true;
		};
		const refused = page.waitForResponse((response) => response.url().endsWith(reminder));
		await page.goto(path);
		await refused;
		await untilIdle(page); // it has been told by then
	}
	expect(errors).toEqual([]);
});
