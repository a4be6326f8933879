import { newPhone, slowTab, untilKept } from '../phone.js';
import { observeTasks } from '../observe-tasks.js';
import { tap } from '../tap.js';
import { fillShelf } from '../works.js';

const WORKS = 200;
const LIMIT = 200; // ms: a task that takes longer is felt

/** @typedef {Window & { longest: number }} Watched */

/** What one does on a shelf of many works of one's own. */
const DOINGS = {
	find: 'a letter typed to the works found',
	whole: 'the letter deleted to all works',
	sort: 'sorted by title',
	grid: 'shown as a grid',
	list: 'shown as a list again',
	tags: 'tags of a work'
};

/** A phone with a shelf of works of the reader's own: half of them begun, some with tags. */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	runs: 5,
	rows: {
		opened: { what: `${WORKS} works on the shelf: all listed`, unit: 'ms' },
		openedTask: {
			what: `${WORKS} works on the shelf: longest task until then`,
			unit: 'ms',
			budget: { limit: LIMIT }
		},
		...Object.fromEntries(
			Object.entries(DOINGS).map(([key, what]) => [
				key,
				{ what: `${WORKS} works on the shelf: ${what}`, unit: 'ms', budget: { limit: LIMIT } }
			])
		),
		task: {
			what: `${WORKS} works on the shelf: longest task of all these`,
			unit: 'ms',
			budget: { limit: LIMIT }
		}
	},
	async measure({ browser, hosts }) {
		const phone = await newPhone(browser);
		try {
			const { url } = hosts.ours;
			const first = await phone.newPage();
			await first.goto(url);
			await untilKept(first);
			await first.goto(`${url}settings/`); // makes the database
			await first.getByText('0 marks recently deleted').waitFor({ state: 'attached' });
			await first.evaluate(fillShelf, WORKS);
			await first.close();

			const page = await slowTab(phone);
			await page.addInitScript(observeTasks);
			await page.goto(url);
			/** @type {import('../row.js').Sample} */
			const sample = { opened: await page.evaluate(untilListed, WORKS) };
			await page.waitForLoadState('networkidle');
			sample.openedTask = await page.evaluate(longestTask);
			const field = page.getByLabel('Find a work');
			sample.find = await field.evaluate(change, { value: 'v', event: 'input' });
			sample.whole = await field.evaluate(change, { value: '', event: 'input' });
			const order = page.getByLabel('Sort by');
			sample.sort = await order.evaluate(change, { value: 'title', event: 'change' });
			sample.grid = await page.getByRole('radio', { name: 'Grid' }).evaluate(tap, {
				shows: 'ul.grid > [data-work]'
			});
			sample.list = await page.getByRole('radio', { name: 'List' }).evaluate(tap, {
				shows: 'ul:not(.grid) > [data-work]'
			});
			sample.tags = await page.locator('[data-work] .tags button').first().evaluate(tap, {
				shows: 'dialog[open][aria-label="Tags and status"] input'
			});
			sample.task = await page.evaluate(longestTask);
			return sample;
		} finally {
			await phone.close();
		}
	}
});

/**
 * In the page: ms since the navigation began until so many works were painted.
 *
 * @param {number} count
 */
async function untilListed(count) {
	while (document.querySelectorAll('[data-work]').length < count) {
		await new Promise(requestAnimationFrame);
	}
	await new Promise((done) => setTimeout(done));
	return performance.now();
}

/**
 * In the page: gives a field another value: ms until the works have been painted in another order, or
 * others.
 *
 * @param {Element} field
 * @param {{ value: string, event: string }} to `event`: how it tells of it, `input` or `change`
 */
async function change(field, { value, event }) {
	const listed = () =>
		[...document.querySelectorAll('[data-work]')]
			.map((work) => work.getAttribute('data-work'))
			.join();
	const before = listed();
	const changed = performance.now();
	/** @type {HTMLInputElement | HTMLSelectElement} */ (field).value = value;
	field.dispatchEvent(new Event(event, { bubbles: true }));
	do await new Promise(requestAnimationFrame);
	while (listed() === before);
	await new Promise((done) => setTimeout(done));
	return performance.now() - changed;
}

/** In the page: the longest task since this was asked last, in ms; 0 when none was long. */
async function longestTask() {
	const watched = /** @type {Watched} */ (/** @type {unknown} */ (window));
	await new Promise((done) => setTimeout(done, 100)); // entries come a moment later
	const { longest } = watched;
	watched.longest = 0;
	return longest;
}
