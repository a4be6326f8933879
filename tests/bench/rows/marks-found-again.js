import { correct, editionOf, makeMarks, phoneWith } from '../marks.js';
import { observeMarks } from '../observe-marks.js';
import { observeTasks } from '../observe-tasks.js';
import { slowTab } from '../phone.js';

/** @typedef {import('../observe-marks.js').Showing} Showing */

const COUNT = 1000;

/**
 * A phone whose marks were made in another edition of the chapter, of which it has the text: 2 % of
 * its words differ, paragraphs were parted, merged, and put in.
 */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	runs: 5,
	rows: {
		found: {
			what: '1,000 marks of another edition: stored to found again and painted',
			unit: 'ms',
			budget: { limit: 500 }
		},
		blocked: {
			what: '1,000 marks of another edition: longest task',
			unit: 'ms',
			budget: { limit: 200 }
		}
	},
	async measure(bench) {
		const old = editionOf(correct(bench.text));
		const phone = await phoneWith(bench, makeMarks(old, COUNT), old);
		try {
			const page = await slowTab(phone);
			await page.addInitScript(observeMarks);
			await page.addInitScript(observeTasks);
			await page.goto(bench.addressOn(bench.hosts.ours));
			const { stored, drawn, count } = await page.evaluate(
				() => /** @type {Showing} */ (/** @type {unknown} */ (window)).shown
			);
			if (count < 20) throw new Error(`only ${count} marks were found again`);
			const blocked = await page.evaluate(
				() => /** @type {{ longest: number }} */ (/** @type {unknown} */ (window)).longest
			);
			return { found: drawn - stored, blocked };
		} finally {
			await phone.close();
		}
	}
});
