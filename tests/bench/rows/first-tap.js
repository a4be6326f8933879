import { newPhone, slowTab, untilKept, visit } from '../phone.js';
import { tap } from '../tap.js';

const LIMIT = 100; // ms at a further tap; the first one may have to fetch what it opens

/** The controls of the reading page, and what each shows when it is tapped. */
const CONTROLS = [
	{ key: 'contents', name: 'Contents', shows: 'dialog[open]' },
	{ key: 'search', name: 'Search', shows: 'dialog[open]' },
	{ key: 'appearance', name: 'Appearance', shows: 'dialog[open]' },
	{ key: 'bookmark', name: 'Bookmark', shows: '[aria-label="Bookmark"][aria-pressed="true"]' },
	{ key: 'marker', name: 'Marker', shows: '[aria-label="Marker"][aria-pressed="true"]' }
];

/**
 * A phone that has been here opens the chapter with the host gone and the worker asleep, and taps each
 * control for the first time, and a second time: in a tab of its own each, since what one fetches
 * another has.
 */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	runs: 5,
	rows: Object.fromEntries(
		CONTROLS.flatMap(({ key, name }) => [
			[key, { what: `network gone, worker asleep: first tap on ${name}`, unit: 'ms' }],
			[`${key}Again`, { what: `${name} tapped again`, unit: 'ms', budget: { limit: LIMIT } }]
		])
	),
	async measure({ browser, hosts, addressOn }) {
		/** @type {import('../row.js').Sample} */
		const sample = {};
		const phone = await newPhone(browser);
		try {
			const url = addressOn(hosts.ours);
			const first = await phone.newPage();
			await first.goto(url);
			await untilKept(first);
			await first.goto('about:blank');
			await hosts.ours.stop();
			for (const { key, name, shows } of CONTROLS) {
				const page = await slowTab(phone);
				await visit(page, url);
				await page.keyboard.press('Escape'); // the bars, which a tap of the visit hid
				const cdp = await phone.newCDPSession(page);
				await cdp.send('ServiceWorker.enable');
				await cdp.send('ServiceWorker.stopAllWorkers');
				const button = page.getByRole('button', { name, exact: true });
				sample[key] = await button.evaluate(tap, shows);
				await (key === 'bookmark' ? button.click() : page.keyboard.press('Escape'));
				await page.locator(shows).waitFor({ state: 'detached' });
				sample[`${key}Again`] = await button.evaluate(tap, shows);
				await page.close();
			}
			return sample;
		} finally {
			await phone.close();
			await hosts.ours.start();
		}
	}
});
