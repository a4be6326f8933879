import { editionOf, makeMarks, phoneWith, storeMarks } from '../marks.js';
import { observeMarks } from '../observe-marks.js';
import { slowTab, visit } from '../phone.js';

const COUNTS = [10, 100, 1000, 5000];
/** Ms, by how many marks there are. */
const PAINTED = new Map([[1000, 150]]);
const WHOLE = new Map([
	[100, 550],
	[1000, 700]
]);

/** @typedef {import('../observe-marks.js').Showing} Showing */

/**
 * Marks come into a chapter that is open and at rest, from another tab; and a phone that has them
 * opens the chapter again.
 */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	runs: 5,
	rows: Object.fromEntries(
		COUNTS.flatMap((count) => {
			const marks = `${count.toLocaleString('en')} marks`;
			return [
				[
					`painted${count}`,
					{
						what: `${marks}: stored to painted`,
						unit: 'ms',
						budget: budgetOf(PAINTED.get(count))
					}
				],
				[
					`whole${count}`,
					{
						what: `${marks}: reload to the last one drawn, whole app`,
						unit: 'ms',
						budget: budgetOf(WHOLE.get(count))
					}
				]
			];
		})
	),
	async measure(bench) {
		/** @type {import('../row.js').Sample} */
		const sample = {};
		const edition = editionOf(bench.text);
		for (const count of COUNTS) {
			const phone = await phoneWith(bench, [], edition);
			try {
				const open = await slowTab(phone);
				await open.addInitScript(observeMarks);
				await visit(open, bench.addressOn(bench.hosts.ours));
				await storeMarks(open, makeMarks(edition, count), edition);
				const told = await open.evaluate(tell);
				sample[`painted${count}`] = (await shownOn(open)).drawn - told;
				await open.close();

				const again = await slowTab(phone);
				await again.addInitScript(observeMarks);
				await again.goto(bench.addressOn(bench.hosts.ours));
				sample[`whole${count}`] = (await shownOn(again)).drawn;
			} finally {
				await phone.close();
			}
		}
		return sample;
	}
});

/** @param {number | undefined} limit */
function budgetOf(limit) {
	return limit === undefined ? undefined : { limit };
}

/** @param {import('playwright').Page} page */
function shownOn(page) {
	return page.evaluate(() => /** @type {Showing} */ (/** @type {unknown} */ (window)).shown);
}

/** In the page: says that another tab wrote (storage/changes.ts), and when that was. */
function tell() {
	const channel = new BroadcastChannel('postil:changes');
	channel.postMessage('changed');
	return performance.now();
}
