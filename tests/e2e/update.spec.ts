import type { Page } from '@playwright/test';
import { EDITS, TYPO } from './builds';
import { openCard, card, highlight, untilSaved } from './marking';
import { callBars, goToNote, openChapter, openSheet } from './reader';
import {
	askWorker,
	comeOnline,
	countFailures,
	expect,
	heal,
	isFromWorker,
	listCaches,
	reloadButton,
	test,
	untilKept,
	untilOffered
} from './site';

const CHAPTER = 'my-life/43-the-exile/';

test('after a corrected word the worker and that page are fetched and nothing else; it waits until it is asked for', async ({
	page,
	site
}) => {
	await page.goto(CHAPTER);
	await untilKept(page);
	// At first in the net of a captive portal, which changes nothing.
	const before = [await askWorker(page), await listCaches(page)];
	const failures = await countFailures(page);
	await page.reload();
	site.deploy('typo');
	site.intercept = (request, response) => {
		if (!isFromWorker(request)) return false;
		response.setHeader('Content-Type', 'text/html').end('<h1>Please sign in</h1>');
		return true;
	};
	await comeOnline(page);
	await expect.poll(failures).toBe(1);
	expect([await askWorker(page), await listCaches(page)]).toEqual(before);
	await page.reload();
	await expect(page.getByText(TYPO.was)).toBeVisible();

	heal(site);
	site.log.length = 0;
	await untilOffered(page);
	await expect(notice(page)).toBeVisible();
	// The page once; the browser may look at the worker more than once.
	expect(site.log.filter((path) => path !== '/service-worker.js')).toEqual([`/${CHAPTER}`]);
	await expect(page.getByText(TYPO.was)).toBeVisible();
	await page.reload();
	await expect(page.getByText(TYPO.was)).toBeVisible();
	await expect(notice(page)).toBeVisible();

	// It can wait for what else is at the bottom edge, and lies over nothing.
	await goToNote(page, 1);
	const back = page.getByRole('button', { name: /^Back/ });
	await expect(back).toBeVisible();
	await expect(reloadButton(page)).toBeHidden();
	await back.click();
	await expect(reloadButton(page)).toBeVisible();
	await callBars(page);
	await page.getByRole('button', { name: 'Marker' }).click();
	await expect(page.getByRole('toolbar', { name: 'Marker' })).toBeVisible();
	await expect(reloadButton(page)).toBeHidden();
	await page.keyboard.press('Escape');

	await site.stop();
	await reloadButton(page).click();
	await expect(page.getByText(TYPO.is)).toBeVisible();
	await untilKept(page);
});

test('put off, it is not offered again in this tab until there is a newer one; SKIP_WAITING is understood; one that cannot take over says so, and comes by itself', async ({
	context,
	page,
	site
}) => {
	await page.goto(CHAPTER);
	await untilKept(page);
	site.deploy('typo');
	await untilOffered(page);
	await page.getByRole('button', { name: 'Later' }).click();
	await expect(notice(page)).toBeHidden();
	const other = await context.newPage();
	await other.goto(CHAPTER);
	await expect(notice(other)).toBeVisible();
	await page.reload();
	await comeOnline(page);
	// The other tab has been told by now that it waits, and so has this one.
	await expect.poll(() => hasAsked(page)).toBe(true);
	await expect(notice(page)).toBeHidden();
	site.deploy('edited');
	await untilOffered(page);
	await expect(notice(page)).toBeVisible();

	// Of a page of any build, for ever.
	const { version } = (await askWorker(page))!;
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		registration?.waiting?.postMessage({ type: 'SKIP_WAITING' });
	});
	await expect(page.getByText(EDITS.corrected[1])).toBeVisible();
	expect((await askWorker(page))?.version).not.toBe(version);

	// One that cannot take over says so; the page goes on, and it comes by itself.
	await other.close();
	await untilKept(page);
	await page.clock.install();
	await page.reload();
	site.deploy('edited-again');
	await untilOffered(page);
	await expect(notice(page)).toBeVisible();
	// A request that the old worker has not answered keeps it from being stopped.
	let answer = () => {};
	site.intercept = ({ url }, response) => {
		if (!url?.endsWith('/hangs.js')) return false;
		answer = () => void response.writeHead(404).end();
		return true;
	};
	await page.evaluate(() => void fetch('/_app/immutable/hangs.js'));
	await expect.poll(() => site.log).toContain('/_app/immutable/hangs.js');
	await reloadButton(page).click();
	await expect(page.getByRole('button', { name: 'Updating…' })).toBeVisible();
	await page.clock.fastForward(20_000);
	await expect(page.getByText('could not start yet')).toBeVisible();
	await highlight(page, 'yellow', ['p2', 60], ['p2', 90]);
	await untilSaved(page);
	await page.getByRole('button', { name: 'OK', exact: true }).click();
	await expect(page.getByText('could not start yet')).toBeHidden();

	answer();
	await expect(page.locator('#p1')).toHaveText(/was not there before/);
	await expect(page.locator('mark')).toHaveCount(1);
});

test('Reload answers at once, every tab loads once, and until then none asks the old worker for anything; a tab in which one writes stays, and asks by itself', async ({
	context,
	page,
	site
}) => {
	// Also where a host lets all be cached for a year.
	site.intercept = (_, response) => {
		const writeHead = response.writeHead.bind(response);
		const cachedLong = (...head: Parameters<typeof writeHead>) => {
			response.setHeader('Cache-Control', 'public, max-age=31536000');
			return writeHead(...head);
		};
		response.writeHead = cachedLong as typeof writeHead;
		return false;
	};
	await context.addInitScript(noteRequests);
	const other = await context.newPage();
	for (const tab of [page, other]) {
		await openChapter(tab, CHAPTER);
		await untilKept(tab);
	}
	site.deploy('typo');
	await untilOffered(page);
	for (const tab of [page, other]) await expect(notice(tab)).toBeVisible();
	const loads = [page, other].map((tab) => {
		let count = 0;
		tab.on('load', () => void count++);
		return () => count;
	});
	const updating = page.getByRole('button', { name: 'Updating…' }).waitFor();
	await reloadButton(page).click(); // the tap itself has the page fetch what a tap may need
	await updating;
	for (const tab of [page, other]) {
		await expect(tab.getByText(TYPO.is)).toBeVisible();
		expect(await tab.evaluate(() => sessionStorage.getItem('requests'))).toBe('[]');
	}
	for (const tab of [page, other]) await untilKept(tab);
	expect(loads.map((count) => count())).toEqual([1, 1]);

	// In one of them one writes.
	await highlight(other, 'yellow', ['p2', 60], ['p2', 90]);
	await untilSaved(other);
	await openCard(other, '');
	const note = card(other).getByRole('textbox', { name: 'Note' });
	await note.fill('half a th');
	let loadsSince = 0;
	other.on('load', () => void loadsSince++);

	const { version } = (await askWorker(page))!;
	site.deploy('edited');
	await untilOffered(page);
	await Promise.all([page.waitForEvent('load'), reloadButton(page).click()]);
	await expect.poll(async () => (await askWorker(other))?.version).not.toBe(version);
	await untilKept(other);
	await note.pressSequentially('ought');
	await expect(note).toHaveValue('half a thought');
	await other.keyboard.press('Escape');
	await expect(card(other)).toBeHidden();

	// What it has not loaded yet comes from the build that it is of.
	await openSheet(other, 'Contents');
	await other.keyboard.press('Escape');
	expect(loadsSince).toBe(0);
	await Promise.all([other.waitForEvent('load'), reloadButton(other).click()]);
	await expect(notice(other)).toBeHidden();
	await openCard(other, '');
	await expect(note).toHaveValue('half a thought');
});

test('a tab of the build before still gets its files, a build later no more; to go back needs the worker alone; the kill switch takes all away', async ({
	page,
	site,
	context
}) => {
	await page.goto('');
	await untilKept(page);
	const old = Object.values(await listCaches(page)).flat();
	await update(page, () => site.deploy('edited'));
	const now = Object.values(await listCaches(page)).flat();
	const dropped = old.filter((address) => /\/immutable\//.test(address) && !now.includes(address));
	expect(dropped).toEqual([]);

	const gone = await page.evaluate(
		async (addresses) => {
			const answers = await Promise.all(addresses.map((address) => fetch(address)));
			return answers.filter(({ ok }) => !ok).map(({ url }) => url);
		},
		old.filter((address) => /\/immutable\//.test(address))
	);
	expect(gone).toEqual([]);

	await update(page, () => site.deploy('typo'));
	await update(page, () => site.deploy('edited-again'));
	const ofCode = now.filter((address) => !old.includes(address) && /\/immutable\//.test(address));
	expect(ofCode.length).toBeGreaterThan(0);
	// They are deleted one by one.
	const kept = async () => Object.values(await listCaches(page)).flat();
	await expect
		.poll(async () => (await kept()).filter((address) => ofCode.includes(address)))
		.toEqual([]);

	site.log.length = 0;
	await update(page, () => site.deploy('typo'));
	// The browser may look at the worker twice: when told to, and when the page is reloaded.
	expect(new Set(site.log)).toEqual(new Set(['/service-worker.js']));

	// The kill switch takes away our caches, also that of packs, and no others, and pages go on.
	const cdp = await context.newCDPSession(page);
	let activeWorker = ''; // which the switch is for
	cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
		activeWorker ||= versions.find(({ status }) => status === 'activated')?.versionId ?? '';
	});
	await cdp.send('ServiceWorker.enable');
	await expect.poll(() => activeWorker).not.toBe('');
	const others = ['postil/book:fonts', 'postil/book:packs', 'somebody-else'];
	await page.evaluate(async (names) => {
		for (const name of [...names, 'postil:packs']) await caches.open(name);
	}, others);
	site.deploy('kill');
	await expect(async () => {
		await comeOnline(page);
		// A worker steps down when it is idle, but not while DevTools, and so Playwright, looks at it.
		// Only that one: the other must not be stopped while it deletes.
		await cdp.send('ServiceWorker.stopWorker', { versionId: activeWorker });
		const names = Object.keys(await listCaches(page));
		expect(names.sort()).toEqual(others);
	}).toPass();
	for (const address of ['', CHAPTER]) {
		expect((await page.goto(address))?.fromServiceWorker()).toBe(false);
		await expect(page.locator('h1').first()).toBeVisible();
	}
});

/** In each page: notes what it asks for from the moment a new worker takes over, for the page after it. */
function noteRequests() {
	let since = Infinity;
	navigator.serviceWorker.addEventListener('message', ({ data }) => {
		if (data.type === 'TAKING_OVER') since = performance.now();
	});
	addEventListener('pagehide', () => {
		const requests = performance
			.getEntriesByType('resource')
			.filter(({ startTime }) => startTime > since)
			.map(({ name }) => name);
		if (since < Infinity) sessionStorage.setItem('requests', JSON.stringify(requests));
	});
}

/** Publishes and takes over a new version. */
async function update(page: Page, deploy: () => void) {
	const before = (await askWorker(page))?.version;
	deploy();
	await untilOffered(page);
	await Promise.all([page.waitForEvent('load'), reloadButton(page).click()]);
	expect((await askWorker(page))?.version).not.toBe(before);
	await untilKept(page);
}

/** Whether this page knows of the worker that waits. */
function hasAsked(page: Page) {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		return Boolean(registration?.waiting);
	});
}

function notice(page: Page) {
	return page.getByText('A new version is ready');
}
