import { editionOf, makeMarks, phoneWith } from '../marks.js';
import { slowTab } from '../phone.js';

/** Ms, by how many annotations there are: until the notebook answers, and until it has found words. */
const BUDGETS = [
	{ count: 10_000, usable: 1000, search: 100 },
	{ count: 100_000, usable: 3000, search: 300 }
];

/** The notebook of readers who made thousands of annotations. */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	runs: 3,
	rows: Object.fromEntries(
		BUDGETS.flatMap(({ count, usable, search }) => {
			const notebook = `${count.toLocaleString('en')} in the notebook`;
			return [
				[`usable${count}`, { what: `${notebook}: usable`, unit: 'ms', budget: { limit: usable } }],
				[`all${count}`, { what: `${notebook}: all read and counted`, unit: 'ms' }],
				[`early${count}`, { what: `${notebook}: search as soon as it is usable`, unit: 'ms' }],
				[`search${count}`, { what: `${notebook}: search`, unit: 'ms', budget: { limit: search } }]
			];
		})
	),
	async measure(bench) {
		/** @type {import('../row.js').Sample} */
		const sample = {};
		for (const { count } of BUDGETS) {
			const edition = editionOf(bench.text);
			const phone = await phoneWith(bench, makeMarks(edition, count), edition);
			try {
				const page = await slowTab(phone);
				await page.goto(`${bench.hosts.ours.url}notebook/`);
				await page.getByRole('listitem').first().waitFor();
				sample[`usable${count}`] = await page.evaluate(untilPainted);
				const box = page.getByRole('searchbox');
				sample[`early${count}`] = await box.evaluate(searchFor, 'Note 77');
				sample[`all${count}`] = await page.evaluate(untilCounted);
				sample[`search${count}`] = await box.evaluate(searchFor, 'Note 99');
			} finally {
				await phone.close();
			}
		}
		return sample;
	}
});

/** Ms since the navigation began until the frame that is next has been painted. */
async function untilPainted() {
	await new Promise(requestAnimationFrame);
	await new Promise((done) => setTimeout(done));
	return performance.now();
}

/** Ms since the navigation began until the page says how many there are. */
async function untilCounted() {
	const isCounted = () =>
		[...document.querySelectorAll('[role=status]')].some(({ textContent }) =>
			/\d of [\d,]+ marks/.test(textContent ?? '')
		);
	while (!isCounted()) await new Promise(requestAnimationFrame);
	return performance.now();
}

/**
 * Types words at once: ms until the list that holds them has been painted.
 *
 * @param {Element} box
 * @param {string} words
 */
async function searchFor(box, words) {
	const first = () => document.querySelector('main li')?.textContent ?? '';
	const input = /** @type {HTMLInputElement} */ (box);
	const typed = performance.now();
	input.value = words;
	input.dispatchEvent(new Event('input', { bubbles: true }));
	do {
		await new Promise(requestAnimationFrame);
		await new Promise((done) => setTimeout(done));
	} while (!first().includes(words));
	return performance.now() - typed;
}
