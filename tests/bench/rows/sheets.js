import { editionOf, makeMarks, phoneWith } from '../marks.js';
import { fakeSpeech, OPENINGS } from '../openings.js';
import { slowTab, visit } from '../phone.js';
import { tap } from '../tap.js';

/** @typedef {import('../openings.js').Opening} Opening */

const LIMIT = 100; // ms when it is opened again; the first time it may have to be fetched
const MARKS = 100;

/** @param {Opening} opening */
const keyOf = ({ name, on }) => `${name} ${on}`;

/**
 * A phone that has been here, and has marks, opens a page with the host gone and the worker asleep, and
 * opens a sheet or a card on it for the first time, and again: in a tab of its own each, since what one
 * fetches another has.
 */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	runs: 5,
	rows: Object.fromEntries(
		OPENINGS.flatMap((opening) => {
			const { name, on } = opening;
			const what = on === 'chapter' ? name : `${name}, on the ${on}`;
			return [
				[keyOf(opening), { what: `network gone, worker asleep: ${what}, first`, unit: 'ms' }],
				[
					`${keyOf(opening)} again`,
					{ what: `${what}, again`, unit: 'ms', budget: { limit: LIMIT } }
				]
			];
		})
	),
	async measure(bench) {
		/** @type {import('../row.js').Sample} */
		const sample = {};
		const { ours } = bench.hosts;
		const edition = editionOf(bench.text);
		const phone = await phoneWith(bench, makeMarks(edition, MARKS), edition);
		await ours.stop();
		try {
			for (const opening of OPENINGS) {
				const page = await slowTab(phone);
				await page.addInitScript(fakeSpeech);
				await goTo(page, opening.on, bench);
				const cdp = await phone.newCDPSession(page);
				await cdp.send('ServiceWorker.enable');
				await cdp.send('ServiceWorker.stopAllWorkers');
				sample[keyOf(opening)] = await open(page, opening);
				await close(page, opening);
				sample[`${keyOf(opening)} again`] = await open(page, opening);
				await page.close();
			}
			return sample;
		} finally {
			await phone.close();
			await ours.start();
		}
	}
});

/**
 * Opens a page, and waits until it is at rest.
 *
 * @param {import('playwright').Page} page
 * @param {import('../openings.js').Where} where
 * @param {import('../bench.js').Bench} bench
 */
async function goTo(page, where, bench) {
	const chapter = bench.addressOn(bench.hosts.ours);
	if (where === 'chapter') {
		await visit(page, `${chapter}#p1`); // not where the opening before this one left it
		// The bars, which the visit hid. A finger or a key would have what opens over the text fetched.
		await page.locator('article p').first().dispatchEvent('click');
		await page.locator('article mark').first().waitFor();
		return;
	}
	const path = where === 'work' ? new URL('..', chapter).pathname : '/';
	await page.goto(new URL(where === 'notebook' ? '/notebook/' : path, chapter).href);
	await page.locator('html.awake').waitFor({ state: 'attached' });
	await page.waitForLoadState('networkidle');
}

/**
 * @param {import('playwright').Page} page
 * @param {Opening} opening
 */
async function open(page, { tapped, by, shows, before }) {
	await before?.(page);
	const control = page.locator(tapped).first();
	await control.waitFor({ state: 'attached' });
	return control.evaluate(tap, { shows, by });
}

/**
 * @param {import('playwright').Page} page
 * @param {Opening} opening
 */
async function close(page, { shows, close }) {
	if (close) await page.locator(close).first().dispatchEvent('click');
	else await page.keyboard.press('Escape');
	await page.locator(shows).first().waitFor({ state: 'detached' });
}
