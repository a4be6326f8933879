import { openHost } from '../hosts.js';
import { LAST_WORDS, millionWords } from '../million.js';
import { newPhone, slowTab, untilKept, visit } from '../phone.js';

const WORDS = 'train';

/** A chapter, and a library of a million words, searched by who has just opened the search. */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	runs: 5,
	rows: {
		chapter: { what: 'search in a chapter: every hit painted', unit: 'ms', budget: { limit: 20 } },
		first: {
			what: 'search in a million words, worker fresh: first result',
			unit: 'ms',
			budget: { limit: 300 }
		},
		all: { what: 'the same: the whole count', unit: 'ms' },
		again: { what: 'another word in a million words: the whole count', unit: 'ms' }
	},
	async measure(bench) {
		/** @type {import('../row.js').Sample} */
		const sample = {};
		const phone = await newPhone(bench.browser);
		const host = await openHost(millionWords(bench.text));
		try {
			const chapter = await slowTab(phone);
			await visit(chapter, bench.addressOn(bench.hosts.ours));
			const box = await openSearch(chapter);
			await box.evaluate(typeAndWait, 'station');
			const count = bench.text.match(new RegExp(WORDS, 'gi'))?.length ?? 0;
			sample.chapter = await box.evaluate(typeUntilPainted, { words: WORDS, count });

			const first = await phone.newPage();
			await first.goto(host.url);
			await untilKept(first);
			await keepWork(first, host.url);
			await first.close();
			await host.stop();
			const shelf = await slowTab(phone);
			await shelf.goto(host.url);
			const field = await openSearch(shelf);
			Object.assign(sample, await field.evaluate(typeAndWait, LAST_WORDS));
			sample.again = (await field.evaluate(typeAndWait, 'station')).all;
			return sample;
		} finally {
			await phone.close();
			await host.stop();
		}
	}
});

/**
 * A work of a million words is kept at the reader's word alone.
 *
 * @param {import('playwright').Page} page
 * @param {string} url of the site
 */
async function keepWork(page, url) {
	await page.goto(new URL('million/', url).href);
	await page.getByRole('button', { name: 'Keep offline' }).click();
	await page.getByText('Kept offline').waitFor();
}

/** @param {import('playwright').Page} page */
async function openSearch(page) {
	await page.locator('html.awake').waitFor({ state: 'attached' });
	await page.keyboard.press('Escape'); // the bars of a chapter, which a tap of the visit hid
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	const box = page.getByRole('dialog').getByRole('searchbox');
	await box.waitFor();
	return box;
}

/**
 * In the page: types words at once, and waits for all that is found.
 *
 * @param {Element} box
 * @param {string} words
 * @returns {Promise<{ first: number, all: number }>} ms until a result of theirs, and the whole count, were painted
 */
async function typeAndWait(box, words) {
	const input = /** @type {HTMLInputElement} */ (box);
	const status = () => document.querySelector('dialog [role="status"]')?.textContent ?? '';
	/** What stood in the list before is of other words. */
	const before = document.querySelector('dialog li a')?.textContent;
	const typed = performance.now();
	input.value = words;
	input.dispatchEvent(new Event('input', { bubbles: true }));
	let first = null;
	do {
		await new Promise(requestAnimationFrame);
		await new Promise((done) => setTimeout(done));
		const result = document.querySelector('dialog li a')?.textContent;
		if (result !== undefined && result !== before) first ??= performance.now() - typed;
	} while (!/^[1-9]\d* found$/.test(status()) || first === null);
	return { first, all: performance.now() - typed };
}

/**
 * In the page: types words at once.
 *
 * @param {Element} box
 * @param {{ words: string, count: number }} wanted
 * @returns {Promise<number>} ms until all their places were painted
 */
async function typeUntilPainted(box, { words, count }) {
	const input = /** @type {HTMLInputElement} */ (box);
	const { port1, port2 } = new MessageChannel();
	const turn = () =>
		new Promise((done) => {
			port1.onmessage = done;
			port2.postMessage(null);
		});
	const typed = performance.now();
	input.value = words;
	input.dispatchEvent(new Event('input', { bubbles: true }));
	while (CSS.highlights.get('search')?.size !== count) await turn();
	await new Promise(requestAnimationFrame);
	await turn();
	return performance.now() - typed;
}
