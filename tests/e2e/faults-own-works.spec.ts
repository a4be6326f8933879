import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { OwnChapter, OwnWork } from '../../src/lib/core/own-works/own-work';
import { epub, page as pageOf } from '../content/books/make-epub';
import { reportFaults, type FaultRow } from '../fault-report';
import { patiently } from './browser-process';
import { makeFolder, randomFrom, start } from './crash';
import { Disk, whyNoDisk } from './disk';
import { everything } from './files';
import { untilAwake } from './reader';
import { expect, test, type Site } from './site';

// A book that the shelf shows opens, whatever happened while it was kept, replaced or removed.
// `npm run test:faults` tries it more often. FAULT_SEED repeats one.

/** Moments that a transaction is stopped at: something is put or deleted in a store, or it goes on to its end. */
const MOMENTS = ['put chapters', 'put works', 'goes on', 'delete chapters'];
const KILLS = Math.max(MOMENTS.length, Math.ceil(Number(process.env.KILLS ?? 0) / 5));
const POWER_LOSSES = Number(process.env.POWER_LOSSES ?? 1);
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1e6);
const EACH = 60_000; // ms for one of them at most, on a busy machine
const LONGEST = 60; // ms from a tap to the fault

const CHAPTERS = 12;

/** An edition of the book: the same names, other words. */
function book(edition: number): Buffer {
	const documents = Array.from({ length: CHAPTERS }, (_, n) => {
		const words = `Edition ${edition} of chapter ${n}. `.repeat(400);
		return [`${n}.xhtml`, pageOf(`<h1>Chapter ${n}</h1><p>${words}</p>`)] as const;
	});
	return Buffer.from(epub(Object.fromEntries(documents)));
}

const aWhile = (random: number) => new Promise((done) => setTimeout(done, random * LONGEST));

async function openBook(page: Page, site: Site, edition: number): Promise<void> {
	await page.goto(site.url);
	await untilAwake(page);
	const file = { name: 'a.epub', mimeType: '', buffer: book(edition) };
	await page.getByLabel('Open a file').setInputFiles(file);
	await page.getByRole('button', { name: 'Keep' }).waitFor();
}

const keep = (page: Page) => page.getByRole('button', { name: 'Keep' }).click();
const isKept = (page: Page) => page.waitForURL(/own\/\?work=own-/);

/** Begins to remove the book, as far as its last question. */
async function beginRemoval(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Remove' }).click();
	await page.getByRole('button', { name: 'Remove the book' }).waitFor();
}

/** Has the page say when it comes to a moment, and go no further. */
async function stopAt(page: Page, moment: string): Promise<void> {
	const stop = (moment: string) => {
		const reach = (now: string) => {
			if (now !== moment) return;
			console.log('reached');
			for (;;);
		};
		const { put, delete: remove } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.put = function (...args) {
			const request = put.apply(this, args);
			reach(`put ${this.name}`);
			return request;
		};
		IDBObjectStore.prototype.delete = function (...args) {
			const request = remove.apply(this, args);
			reach(`delete ${this.name}`);
			return request;
		};
	};
	await patiently(`stop at: ${moment}`, () => page.evaluate(stop, moment));
}

/** The editions of the book that the database has, by what the words of its chapters say; none when it is not there. */
async function editionsOf(page: Page): Promise<Set<string>> {
	const stored = await everything(page);
	const works = stored.works as OwnWork[];
	const chapters = stored.chapters as OwnChapter[];
	const files = stored.files as { work: string; path: string }[];
	for (const work of works) {
		const theirs = new Map(chapters.map(({ slug, edition }) => [slug, edition]));
		expect(theirs.size).toBe(work.chapters.length);
		for (const { slug, edition } of work.chapters) expect(theirs.get(slug)).toBe(edition);
		expect(files.map(({ path }) => path)).toEqual(['']);
	}
	if (works.length === 0) expect([...chapters, ...files]).toEqual([]);
	return new Set(chapters.map(({ text }) => /Edition \d+/.exec(text)![0]));
}

/** How many bytes the book's own file has, read to its end: browsers store it apart from the database. */
function lengthOfFile(page: Page): Promise<number> {
	return patiently('read the file', () => page.evaluate(readFile));
}

async function readFile(): Promise<number> {
	const answerTo = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onerror = () => reject(request.error);
			request.onsuccess = () => resolve(request.result);
		});
	const database = await answerTo(indexedDB.open('postil'));
	const files = database.transaction('files').objectStore('files');
	const [{ blob }] = await answerTo<{ blob: Blob }[]>(files.getAll());
	const { byteLength } = await blob.arrayBuffer();
	database.close();
	return byteLength;
}

/** Opens the book from the shelf, where that shows it. */
async function readBook(page: Page, site: Site): Promise<void> {
	await page.goto(site.url);
	await page.getByRole('link', { name: 'A Book' }).click();
	await page.getByRole('list').getByRole('link', { name: 'Chapter 7' }).click();
	await expect(page.locator('#p1')).toContainText('of chapter 7.');
}

function count(row: FaultRow, survived: boolean): void {
	row.tries += 1;
	row.saved += 1;
	row.survived += Number(survived);
	row.lost += Number(!survived);
}

test('A browser killed while a book is kept, replaced or removed leaves one edition of it whole, or none', async ({
	site
}) => {
	test.skip(process.platform === 'win32', 'a killed browser is a group of processes');
	test.setTimeout((KILLS + 1) * EACH);
	const random = randomFrom(SEED);
	const killed: FaultRow = { fault: 'killed while a book is kept', tries: 0, survived: 0, saved: 0, lost: 0 }; // prettier-ignore
	const folder = makeFolder();
	let browser = await start(folder.path);
	try {
		await openBook(browser.page, site, 0);
		await keep(browser.page);
		await isKept(browser.page);
		let here = 'Edition 0';
		for (let n = 1; n <= KILLS; n++) {
			const { page } = browser;
			const moment = MOMENTS[n % MOMENTS.length];
			const isRemoval = moment === 'delete chapters';
			await openBook(page, site, n);
			if (isRemoval) {
				await keep(page);
				await isKept(page);
				here = `Edition ${n}`;
				await beginRemoval(page);
			}
			const reached = page.waitForEvent('console', (said) => said.text() === 'reached');
			await stopAt(page, moment);
			const acting = isRemoval
				? page.getByRole('button', { name: 'Remove the book' }).click()
				: keep(page);
			acting.catch(() => {}); // it ends with the browser
			if (moment === 'goes on') await aWhile(random());
			else await reached;
			reached.catch(() => {});
			await browser.kill();

			browser = await start(folder.path);
			await browser.page.goto(`${site.url}rescue.html`); // as it lies there
			const editions = await editionsOf(browser.page);
			const isNew = moment === 'goes on' && editions.has(`Edition ${n}`);
			expect([...editions], moment).toEqual([isNew ? `Edition ${n}` : here]);
			[here] = editions;
			expect(await lengthOfFile(browser.page)).toBeGreaterThan(1000);
			await readBook(browser.page, site);
			count(killed, editions.size === 1);
		}
	} finally {
		await browser.kill();
		folder.end();
	}
	reportFaults([killed], `FAULT_SEED=${SEED}`);
});

test('A book that was kept is there after the power was cut', async ({ site }) => {
	const why = await whyNoDisk();
	test.skip(why !== null, why ?? '');
	test.setTimeout((POWER_LOSSES + 1) * EACH);
	const cut: FaultRow = { fault: 'power cut after a book was kept', tries: 0, survived: 0, saved: 0, lost: 0 }; // prettier-ignore
	const folder = makeFolder();
	try {
		for (let n = 0; n < POWER_LOSSES; n++) {
			const disk = Disk.make(join(folder.path, `running-${n}`));
			let survived: Disk;
			let browser = await start(join(disk.path, 'profile'));
			try {
				await openBook(browser.page, site, n);
				await keep(browser.page);
				await isKept(browser.page);
				browser.freeze();
				survived = disk.copy(join(folder.path, `survived-${n}`));
			} finally {
				await browser.kill();
				await disk.unmount();
			}
			survived.mount();
			browser = await start(join(survived.path, 'profile'));
			try {
				await browser.page.goto(`${site.url}rescue.html`);
				const editions = await editionsOf(browser.page);
				expect([...editions]).toEqual([`Edition ${n}`]);
				expect(await lengthOfFile(browser.page)).toBeGreaterThan(1000);
				await readBook(browser.page, site);
				count(cut, editions.size === 1);
			} finally {
				await browser.kill();
				await survived.unmount();
			}
		}
	} finally {
		folder.end();
	}
	reportFaults([cut], `FAULT_SEED=${SEED}`);
});
