import type { Page } from '@playwright/test';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectNoViolations } from './axe';
import { startBrowser } from './browser-process';
import { deriveBuild } from './derived-build';
import { moveToNewVersion, openChapter } from './reader';
import { expect, isFromWorker, listCaches, pagesOf, test, untilKept, type Site } from './site';

// Works that are kept offline at the reader's word: one of twelve chapters, with two pictures on one page.

test.use({ builds: ['fixtures'] });

const WORK = 'lighthouse-year/';
const WITH_PICTURES = `${WORK}05-may/`;
const FILES = 16;

test('a large work is kept over a network that drops requests, and a browser that is killed', async ({
	site,
	viewport
}) => {
	const { dir, remove } = deriveBuild('fixtures');
	site.deployFolder(dir);
	const profile = mkdtempSync(join(tmpdir(), 'postil-'));
	const first = await startBrowser(profile, viewport!);
	await first.page.goto(site.url);
	await untilKept(first.page);
	await expect(first.page.getByText('1 large work is not kept')).toBeVisible();
	expect(site.log.filter((path) => path.startsWith(`/${WORK}`))).toEqual([]);
	await first.page.goto(site.url + WORK);

	const fetched = failRequests(site, { every: 10, after: FILES / 2 });
	await first.page.getByRole('button', { name: /^Keep offline \(\d+ kB\)$/ }).click();
	await expect(first.page.getByRole('button', { name: 'Pause' })).toBeVisible();
	await expect.poll(() => fetched.hangs.length).toBeGreaterThan(0);
	await expect
		.poll(() => storedPaths(first.page))
		.toEqual(expect.arrayContaining(fetched.answered));
	await first.kill();

	const before = [...fetched.answered];
	const later = failRequests(site, { every: 10, after: Infinity });
	const { page, kill } = await startBrowser(profile, viewport!);
	await page.goto(site.url + WORK);
	await expect(page.getByText(/^Kept offline, \d+ kB$/)).toBeVisible();
	expect(later.answered.filter((path) => before.includes(path))).toEqual([]);

	await site.stop();
	for (const chapter of pagesOf('fixtures').filter((address) => address.startsWith(WORK))) {
		const response = await page.goto(site.url + chapter, { waitUntil: 'commit' });
		expect(response?.status(), chapter).toBe(200);
	}
	await page.goto(site.url + WITH_PICTURES);
	await expect(page.locator('#p1')).toBeVisible();
	await expectPictures(page);
	await kill();
	rmSync(profile, { recursive: true });
	remove();
});

test('the chapter that is read is kept whole; of a kept work that is corrected one chapter is fetched; removed, it leaves the chapter that is read', async ({
	page,
	site
}) => {
	const { dir, remove } = deriveBuild('fixtures');
	const corrected = deriveBuild('fixtures', {
		[`${WITH_PICTURES}index.html`]: (html) => html.replace('<p id="p1">', '$&Corrected. ')
	});
	site.deployFolder(dir);
	await openChapter(page, WITH_PICTURES); // at a first visit no worker has seen the request for it
	await untilKept(page);
	await expect.poll(async () => (await storedPaths(page)).length).toBe(6); // the list, the page, two pictures, the contents in two forms
	// However often a page asks for them while they are on their way, they are fetched once.
	for (const path of [`/${WORK}`, `/${WORK}contents.json`])
		expect(site.log.filter((one) => one === path)).toEqual([path]);
	// The search says what it could not read.
	site.log.length = 0;
	await page.keyboard.press('/');
	const dialog = page.getByRole('dialog', { name: 'Search' });
	await dialog.getByRole('radio', { name: 'This work' }).check();
	await dialog.getByRole('searchbox').fill('the');
	await expect(dialog.getByText('Some chapters are not on this device yet')).toBeVisible();
	expect(site.log).toEqual([]);
	await site.stop();
	await openChapter(page, WITH_PICTURES);
	await expectPictures(page);
	await page.goto(WORK);
	await expect(page.getByText('What you have read of it is on this device')).toBeVisible();

	// All of it is kept, and corrected.
	await site.start();
	await page.getByRole('button', { name: 'Keep offline' }).click();
	await expect(page.getByText('Kept offline')).toBeVisible();
	await expectNoViolations(page, 'a work that is kept');

	site.deployFolder(corrected.dir);
	site.log.length = 0;
	await moveToNewVersion(page);
	const asked = [`/${WITH_PICTURES}`, `/${WORK}pack.json`];
	expect(site.log.filter((path) => path.startsWith(`/${WORK}`)).sort()).toEqual(asked);
	await expect(page.getByText('Kept offline')).toBeVisible();
	await site.stop();
	await openChapter(page, WITH_PICTURES);
	await expect(page.getByText('Corrected.')).toBeVisible();

	await page.goto('settings/');
	await page.getByText(/^1 large work, \d+ kB kept$/).click();
	await page.getByRole('group', { name: 'The Lighthouse Year' }).getByText('Remove').click();
	await expect(page.getByText('What you have read of it is on this device')).toBeVisible();
	await openChapter(page, WITH_PICTURES);
	await expectPictures(page);
	expect((await page.goto(`${WORK}06-june/`))?.status()).toBe(503);
	await expect(page.getByRole('heading', { name: 'Not on this device' })).toBeVisible();
	remove();
	corrected.remove();
});

/** Destroys every so many requests of the worker, and after some answers none of the rest. */
function failRequests(site: Site, { every, after }: { every: number; after: number }) {
	const answered: string[] = [];
	const hangs: ServerResponse[] = [];
	let requests = 0;
	site.intercept = (request: IncomingMessage, response) => {
		if (!isFromWorker(request) || !request.url?.startsWith(`/${WORK}`)) return false;
		if (++requests % every === 0) response.destroy();
		else if (answered.length >= after) hangs.push(response);
		else {
			answered.push(request.url);
			return false;
		}
		return true;
	};
	return { answered, hangs };
}

/** The paths of what is in the cache of the packs. */
async function storedPaths(page: Page): Promise<string[]> {
	const addresses = (await listCaches(page))['postil:packs'] ?? [];
	return addresses.map((address) => new URL(address).pathname);
}

/** Every picture of the page is there, also those that are not on the screen yet. */
async function expectPictures(page: Page) {
	const pictures = page.locator('article img');
	await expect(pictures).not.toHaveCount(0);
	for (const picture of await pictures.all()) {
		await picture.scrollIntoViewIfNeeded();
		await expect
			.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
			.toBeGreaterThan(0);
	}
}
