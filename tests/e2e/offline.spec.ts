import type { Page } from '@playwright/test';
import type { ServerResponse } from 'node:http';
import { precacheList } from '../../src/tools/precache/precache-list.js';
import { buildDir, TYPO } from './builds';
import { openSettings } from './files';
import { marks } from './marking';
import { openChapter } from './reader';
import {
	askWorker,
	comeOnline,
	countFailures,
	expect,
	heal,
	isFromWorker,
	listCaches,
	pagesOf,
	test,
	untilKept,
	type Site
} from './site';
import { journaledIds, mark } from './storing';

const CHAPTER = 'my-life/43-the-exile/';
const PORTAL = '<!doctype html><title>Hotel Wi-Fi</title><h1>Please sign in</h1>';

test('every page opens, whatever the form of its address: with a network, with one that hangs, and with none', async ({
	page,
	site,
	context
}) => {
	const expectUnknown = async (network: string) => {
		const response = await page.goto('no/such/page/');
		expect(response?.status(), network).toBe(404);
		await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
		await page.getByRole('link', { name: 'Go to the shelf' }).click();
		await expect(page.getByRole('heading', { name: 'Postil' })).toBeVisible();
		await expect(page).toHaveURL(site.url);
	};
	await page.goto('');
	await untilKept(page);
	await expectUnknown('there');

	site.intercept = () => true; // nothing is answered
	await page.goto(CHAPTER);
	await expect(page.locator('#p1')).toBeVisible();
	await expectUnknown('hangs');

	await site.stop();
	await page.reload();
	await expect(page.locator('h1')).toBeVisible();
	for (const address of pagesOf('main')) {
		const variants = ['', '?utm=1&a=b&c#p12', 'index.html'];
		for (const variant of variants) {
			const response = await page.goto(address + variant, { waitUntil: 'commit' });
			expect(response?.status(), address + variant).toBe(200);
			expect(new URL(page.url()).pathname).toBe(new URL(address, site.url).pathname);
		}
	}
	// Without its slash it leads to the page, query and all.
	await page.goto('my-life/43-the-exile?utm=1#p12');
	expect(page.url()).toBe(`${site.url}${CHAPTER}?utm=1#p12`);
	await expect(page.locator('#p12')).toBeInViewport();
	await expectUnknown('gone');

	// A worker that was stopped starts again.
	const cdp = await context.newCDPSession(page);
	await cdp.send('ServiceWorker.enable');
	await cdp.send('ServiceWorker.stopAllWorkers');
	expect((await page.goto(CHAPTER))?.status()).toBe(200);
});

test('a first visit that is cut off, again and again, goes on from there each time', async ({
	page,
	site
}) => {
	const files = Object.keys(precacheList(buildDir('main')).files);
	const failures = await countFailures(page);
	const kept = async () => {
		const addresses = Object.values(await listCaches(page)).flat();
		return addresses.map((address) => address.replace(/\?__WB_REVISION__=.*/, ''));
	};
	let before: string[] = [];
	const shares = [0, 0.1, 0.5, 0.9];
	for (const [cuts, share] of shares.entries()) {
		const lost = files.slice(Math.round(share * files.length)).map((file) => pathOf(file, site));
		const fetched = noteFetched(site, (path) => lost.includes(path));
		if (cuts === 0) await page.goto('');
		else await page.reload();
		await expect.poll(failures).toBe(cuts + 1);
		expect(await askWorker(page)).toBeNull();
		expect(fetched().filter((address) => before.includes(address))).toEqual([]);
		before = await kept();
		expect(before.length).toBeGreaterThanOrEqual(Math.floor(share * files.length) - 4);
	}

	const fetched = noteFetched(site, () => false);
	await page.reload();
	await untilKept(page);
	expect(fetched().filter((address) => before.includes(address))).toEqual([]);
	await site.stop();
	expect((await page.goto(CHAPTER))?.status()).toBe(200);
});

/** What workers fetch from now on; the connection is cut of what is `lost`. */
function noteFetched(site: Site, isLost: (path: string) => boolean): () => string[] {
	const fetched: string[] = [];
	site.intercept = (request, response) => {
		const path = request.url ?? '';
		if (!isFromWorker(request)) return false;
		fetched.push(new URL(path, site.url).href);
		if (!isLost(path)) return false;
		response.destroy();
		return true;
	};
	return () => fetched;
}

test('the page of a captive portal, also in the place of the worker, is never kept as ours; a site that is published again during the first visit is there in the end, as it is now', async ({
	page,
	site
}) => {
	const answerAsPortal = (response: ServerResponse) => {
		response.setHeader('Content-Type', 'text/html').end(PORTAL);
		return true;
	};
	const failures = await countFailures(page);

	// First in the place of the worker itself.
	site.intercept = ({ url }, response) =>
		Boolean(url?.endsWith('/service-worker.js')) && answerAsPortal(response);
	await page.goto('');
	await expect(page.getByText('Not ready offline yet: the network failed')).toBeVisible();
	expect(site.log).toContain('/service-worker.js');
	expect(await askWorker(page)).toBeNull();

	// Then in the place of all that the worker asks for.
	site.intercept = (request, response) => isFromWorker(request) && answerAsPortal(response);
	await comeOnline(page);
	await expect.poll(failures).toBe(1);
	expect(await askWorker(page)).toBeNull();
	expect(Object.values(await listCaches(page)).flat()).toEqual([]);

	// The worker has the list of the build before, and will find another page.
	site.intercept = (request) => {
		if (isFromWorker(request) && request.url === pathOf(CHAPTER, site)) site.deploy('typo');
		return false;
	};
	await comeOnline(page);
	await expect.poll(failures).toBe(2);
	await expect(page.getByText('Ready offline', { exact: true })).toBeVisible();
	await untilKept(page);
	await site.stop();
	await page.goto(CHAPTER);
	await expect(page.getByText(TYPO.is)).toBeVisible();
});

test('with no space left at the first visit one reads and marks, and it says why it is not ready; with none for a new version the one before goes on', async ({
	page,
	site
}) => {
	const space = await limitSpace(page, site, 300_000);
	const failures = await countFailures(page);
	await openChapter(page);
	await expect.poll(failures).toBe(1);
	// What is not whole takes no space from marks.
	await expect.poll(() => listCaches(page)).toEqual({ 'postil:precache': [] });
	for (const block of ['p2', 'p3', 'p4']) await mark(page, block, 0, 20);
	expect(await journaledIds(page)).toHaveLength(3);

	await openSettings(page);
	await expect(
		page.getByText('Not ready offline yet. There is no space left on this device.')
	).toBeVisible();
	const isRegistered = () =>
		page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration()));
	await expect.poll(isRegistered).toBe(false);
	await space.free();
	await comeOnline(page);
	await expect(page.getByText('Ready offline', { exact: true })).toBeVisible();
	await openChapter(page);
	await expect(marks(page)).toHaveCount(3);
	await untilKept(page);

	// Then there is none for a new version.
	// Unless a page has compared the stores, its first mark writes the chapter's text to the journal.
	await mark(page, 'p5', 0, 20);
	const before = [await askWorker(page), await listCaches(page)];
	const failed = await failures();
	await limitSpace(page, site, 40_000); // less than a chapter, more than some marks
	site.deploy('typo');
	// The browser looks by itself too, a while after a page was opened: a look that joins that one may find
	// what was there before.
	await expect(async () => {
		await comeOnline(page);
		await expect.poll(failures, { timeout: 10_000 }).toBeGreaterThan(failed);
	}).toPass();
	await expect
		.poll(async () => [
			await page.evaluate(findNewWorkers),
			await askWorker(page),
			await listCaches(page)
		])
		.toEqual([[null, null], ...before]);
	for (const block of ['p8', 'p9']) await mark(page, block, 0, 20);
	expect(await journaledIds(page)).toHaveLength(6);
	await site.stop();
	await page.goto('');
	await expect(page.getByText('Ready offline', { exact: true })).toBeVisible();
	await openChapter(page);
	await expect(page.getByText(TYPO.was)).toBeVisible();
	await expect(marks(page)).toHaveCount(6);
});

/** Browsers that do not answer how much room there is; the others: tests/offline/storage-usage.test.ts. */
const ESTIMATES: Record<string, () => void> = {
	'no storage manager': () =>
		Object.defineProperty(Navigator.prototype, 'storage', { value: undefined }),
	'nothing, ever': () => {
		StorageManager.prototype.estimate = () => new Promise(() => {});
	}
};

test('nothing depends on how much room a browser says there is', async ({ page, context }) => {
	await page.goto('');
	await untilKept(page);
	for (const [index, [answer, stub]] of Object.entries(ESTIMATES).entries()) {
		const other = await context.newPage();
		const errors: string[] = [];
		other.on('pageerror', ({ message }) => errors.push(message));
		other.on('console', (said) => said.type() === 'error' && errors.push(said.text()));
		await other.addInitScript(stub);
		await openChapter(other);
		await mark(other, `p${index + 2}`, 0, 20);
		await openSettings(other);
		const fact = (name: string) => other.locator('.facts div').filter({ hasText: name });
		await expect(fact('Files stored').first(), answer).toContainText(/([1-9]\d*) of \1$/);
		await other.getByText('What is stored where').click();
		await expect(fact(`${index + 1} highlight`), answer).toBeVisible();
		await expect(fact('Storage used'), answer).toHaveCount(0);
		expect(errors, answer).toEqual([]);
		await other.close();
	}
});

test('it says when all is kept, and not before; what the browser throws away is fetched again; a worker that somebody unregistered comes back', async ({
	page,
	site,
	context
}) => {
	let last: ServerResponse | undefined;
	site.intercept = (request, response) => {
		if (request.url !== '/settings/') return false;
		last = response;
		return true;
	};
	await page.goto('');
	await expect.poll(() => last).toBeDefined();
	await expect(page.getByText('Ready offline', { exact: true })).toBeHidden();
	heal(site);
	last?.destroy(); // the worker tries again
	const isReady = page.getByRole('status').filter({ hasText: 'Ready offline' });
	await expect(isReady).toBeVisible();
	await untilKept(page);
	await page.goto('settings/');
	await expect(isReady).toBeVisible();

	const status = await askWorker(page);
	await page.evaluate(async () => {
		for (const name of await caches.keys()) await caches.delete(name);
	});
	expect((await askWorker(page))?.done).toBe(0);
	await page.reload();
	await untilKept(page);
	expect(await askWorker(page)).toEqual(status);

	// Somebody unregistered the worker: it is there again after the next visit, and so are marks.
	await openChapter(page);
	await mark(page, 'p2', 0, 20);
	const cdp = await context.newCDPSession(page);
	await cdp.send('ServiceWorker.enable');
	await cdp.send('ServiceWorker.unregister', { scopeURL: site.url });
	await expect.poll(() => askWorker(page)).toBeNull();

	const fetched: string[] = [];
	site.intercept = (request) => {
		if (isFromWorker(request)) fetched.push(request.url ?? '');
		return false;
	};
	expect((await page.goto(''))?.fromServiceWorker()).toBe(false);
	await expect(page.getByText('Ready offline', { exact: true })).toBeVisible();
	await untilKept(page);
	expect(fetched).toEqual([]); // its files are still there: the cache is not the worker's
	await site.stop();
	await openChapter(page);
	await expect(marks(page)).toHaveCount(1);
});

function pathOf(file: string, site: Site): string {
	return new URL(file, site.url).pathname;
}

async function findNewWorkers() {
	const { installing, waiting } = (await navigator.serviceWorker.getRegistration())!;
	return [installing, waiting];
}

/** Leaves the site so many bytes more than it takes now; `free` ends that. */
async function limitSpace(page: Page, { url }: Site, bytes: number) {
	const cdp = await page.context().newCDPSession(page);
	const { origin } = new URL(url);
	const { usage } = await cdp.send('Storage.getUsageAndQuota', { origin });
	await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + bytes });
	return { free: () => cdp.send('Storage.overrideQuotaForOrigin', { origin }) };
}
