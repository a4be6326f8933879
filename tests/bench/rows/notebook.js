import { editionOf, makeMarks, phoneWith } from '../marks.js';
import { slowTab } from '../phone.js';

const COUNT = 100_000;

/** The notebook of a reader who made 100,000 annotations. */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	runs: 3,
	rows: {
		usable: { what: '100,000 in the notebook: usable', unit: 'ms', budget: { limit: 1500 } },
		search: { what: '100,000 in the notebook: search', unit: 'ms', budget: { limit: 200 } }
	},
	async measure(bench) {
		const edition = editionOf(bench.text);
		const phone = await phoneWith(bench, makeMarks(edition, COUNT), edition);
		try {
			const page = await slowTab(phone);
			await page.goto(`${bench.hosts.ours.url}notebook/`);
			await page.getByRole('listitem').first().waitFor();
			const usable = await page.evaluate(untilPainted);
			const search = await page.getByRole('searchbox').evaluate(searchFor, 'Note 77');
			return { usable, search };
		} finally {
			await phone.close();
		}
	}
});

/** Ms since the navigation began until the frame that is next has been painted. */
async function untilPainted() {
	await new Promise(requestAnimationFrame);
	await new Promise((done) => setTimeout(done));
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
