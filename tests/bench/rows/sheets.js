import { editionOf, makeMarks, phoneWith } from '../marks.js';
import { slowTab } from '../phone.js';
import { tap } from '../tap.js';

const LIMIT = 100; // ms

/** What opens over a page when something on it is tapped: where, and what is tapped. `first-tap.js` has others. */
const SHEETS = [
	{ key: 'card', name: 'Mark', on: 'chapter', tapped: 'article mark' },
	{
		key: 'filter',
		name: 'Filter',
		on: 'notebook',
		tapped: 'main button:has-text("Filter")'
	},
	{
		key: 'export',
		name: 'Export',
		on: 'notebook',
		tapped: 'main button:has-text("Export")'
	}
];

/** Each sheet, once it was open before: its script is there, and what it shows changes little. */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	runs: 5,
	rows: Object.fromEntries(
		SHEETS.map(({ key, name, on }) => [
			key,
			{ what: `${name} opened again, in the ${on}`, unit: 'ms', budget: { limit: LIMIT } }
		])
	),
	async measure(bench) {
		/** @type {import('../row.js').Sample} */
		const sample = {};
		const edition = editionOf(bench.text);
		const phone = await phoneWith(bench, makeMarks(edition, 100), edition);
		try {
			const page = await slowTab(phone);
			let open = '';
			for (const { key, on, tapped } of SHEETS) {
				const { ours } = bench.hosts;
				if (on !== open) {
					await page.goto(on === 'chapter' ? bench.addressOn(ours) : `${ours.url}notebook/`);
					await page.locator('html.awake').waitFor({ state: 'attached' });
				}
				open = on;
				await page.keyboard.press('Escape');
				const control = page.locator(tapped).first();
				const shown = page.locator('dialog[open]');
				for (let time = 0; time < 2; time++) {
					await control.waitFor();
					sample[key] = await control.evaluate(tap, 'dialog[open]');
					await page.keyboard.press('Escape');
					await shown.waitFor({ state: 'detached' });
				}
			}
			return sample;
		} finally {
			await phone.close();
		}
	}
});
