import { newPhone, slowTab, untilKept, visit } from '../phone.js';

/** A phone that has never been here opens a chapter. */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['plain', 'ours'],
	rows: {
		paint: { what: 'first visit: first paint', unit: 'ms' },
		text: {
			what: 'first visit: text on screen',
			unit: 'ms',
			budget: { limit: (plain) => plain + 60, says: 'plain + 60' }
		},
		interactive: { what: 'first visit: interactive', unit: 'ms', budget: { limit: 700 } },
		empty: { what: 'first visit: interactive, if our script did nothing', unit: 'ms' },
		blocked: { what: 'first visit: blocked (TBT)', unit: 'ms' },
		scripts: {
			what: 'first visit: script loaded, brotli',
			unit: 'B',
			budget: { limit: 60 * 1024 }
		},
		requests: { what: 'first visit: requests of the page', unit: '' },
		bytes: { what: 'first visit: sent to the page', unit: 'B' },
		sheet: { what: 'first visit: Appearance tapped to its sheet painted', unit: 'ms' },
		keptRequests: { what: 'first visit: requests of the worker, to keep it all', unit: '' },
		keptBytes: { what: 'first visit: sent to the worker, to keep it all', unit: 'B' }
	},
	async measure({ browser, hosts, addressOn }, side) {
		const host = hosts[side];
		host.requests.length = 0;
		const phone = await newPhone(browser);
		try {
			const page = await slowTab(phone);
			const times = await visit(page, addressOn(host));
			const loaded = host.requests.filter(({ kind }) => !ofWorker(kind));
			const sample = {
				...times,
				requests: loaded.length,
				bytes: sum(loaded),
				scripts: sum(loaded.filter(({ kind }) => kind === 'script'))
			};
			if (side === 'plain') return sample;
			const sheet = await page.evaluate(openAppearance);
			await untilKept(page);
			const kept = host.requests.filter(({ kind }) => ofWorker(kind));
			const empty = await visitEmpty(browser, hosts.empty.url);
			return { ...sample, empty, sheet, keptRequests: kept.length, keptBytes: sum(kept) };
		} finally {
			await phone.close();
		}
	}
});

/**
 * The same page with a script of as many bytes that only answers a tap: ms until it does.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} url
 */
async function visitEmpty(browser, url) {
	const phone = await newPhone(browser);
	try {
		return (await visit(await slowTab(phone), url)).interactive;
	} finally {
		await phone.close();
	}
}

/** @param {string} kind */
function ofWorker(kind) {
	return kind === 'serviceworker' || kind === 'empty';
}

/** @param {import('../hosts.js').Request[]} requests */
function sum(requests) {
	return requests.reduce((bytes, request) => bytes + request.bytes, 0);
}

/** Taps *Appearance*, in the page: milliseconds until its sheet is painted. */
async function openAppearance() {
	const button = /** @type {HTMLElement} */ (document.querySelector('[aria-label="Appearance"]'));
	const tapped = performance.now();
	button.click();
	do await new Promise(requestAnimationFrame);
	while (!document.querySelector('dialog[open]'));
	await new Promise((done) => setTimeout(done)); // after the frame with it
	return performance.now() - tapped;
}
