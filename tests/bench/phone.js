import { devices } from 'playwright';
import { observe } from './observe.js';

/**
 * @typedef {import('playwright').Browser} Browser
 * @typedef {import('playwright').BrowserContext} BrowserContext
 * @typedef {import('playwright').Page} Page
 * @typedef {import('./observe.js').Observed} Observed
 * @typedef {import('./observe.js').Visit} Visit
 */

/** A phone of some years ago, on a slow mobile network. */
export const PHONE = {
	/** How many times slower than this machine. */
	cpu: 4,
	network: {
		offline: false,
		latency: 150, // ms
		downloadThroughput: 1_600_000 / 8, // bytes a second
		uploadThroughput: 750_000 / 8
	},
	screen: {
		userAgent: devices['Pixel 7'].userAgent,
		viewport: { width: 412, height: 915 },
		deviceScaleFactor: 2.6,
		isMobile: true,
		hasTouch: true
	}
};

/**
 * A phone nobody has used yet: no cache, no worker, no storage.
 *
 * @param {Browser} browser
 * @returns {Promise<BrowserContext>}
 */
export function newPhone(browser) {
	return browser.newContext(PHONE.screen);
}

/**
 * A new tab, as slow as the phone. Pages of the same phone that are opened otherwise are as fast as
 * this machine.
 *
 * @param {BrowserContext} phone
 * @returns {Promise<Page>}
 */
export async function slowTab(phone) {
	const page = await phone.newPage();
	await page.addInitScript(observe);
	const cdp = await phone.newCDPSession(page);
	await cdp.send('Network.enable');
	await cdp.send('Network.emulateNetworkConditions', PHONE.network);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpu });
	return page;
}

/**
 * Gives every service worker the phone's network from now on. (Its processor it cannot have:
 * Chromium slows down the main thread of pages alone.)
 *
 * @param {Browser} browser
 */
export async function slowWorkers(browser) {
	const cdp = await browser.newBrowserCDPSession();
	const message = JSON.stringify({
		id: 1,
		method: 'Network.emulateNetworkConditions',
		params: PHONE.network
	});
	cdp.on('Target.targetCreated', async ({ targetInfo: { targetId, type } }) => {
		if (type !== 'service_worker') return;
		try {
			// Not flat: Playwright's sessions cannot talk to the children of a flat one.
			const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
			await cdp.send('Target.sendMessageToTarget', { sessionId, message });
		} catch (error) {
			// The worker was gone before we came: its phone was thrown away.
			if (!/No target|not found|closed/i.test(String(error))) throw error;
		}
	});
	await cdp.send('Target.setDiscoverTargets', {
		discover: true,
		filter: [{ type: 'service_worker' }]
	});
}

/**
 * Visits an address in a tab, and waits until all is quiet.
 *
 * @param {Page} page
 * @param {string} url
 * @returns {Promise<Visit>}
 */
export async function visit(page, url) {
	await page.goto(url);
	return page.evaluate(() => /** @type {Observed} */ (/** @type {unknown} */ (window)).bench.visit);
}

/**
 * Waits until a worker is in charge, which both have when they have kept what they keep.
 *
 * @param {Page} page
 */
export async function untilKept(page) {
	await page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		if (active?.state === 'activated') return;
		await new Promise((done) => active?.addEventListener('statechange', done));
	});
}
