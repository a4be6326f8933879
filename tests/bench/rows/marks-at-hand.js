import { editionOf, makeMarks, phoneWith } from '../marks.js';
import { observeMarks } from '../observe-marks.js';
import { slowTab } from '../phone.js';

/** @typedef {import('../observe-marks.js').Showing} Showing */

/** How many marks the page has; with the fewer, the font's size has a budget, with the more the rest. */
const FEW = 100;
const MANY = 1000;
/** Over the same page without marks. */
const SLOWER = 1.2;

/** What one does on a page with many marks. `plain` is Postil without a mark here. */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['plain', 'ours'],
	runs: 5,
	rows: {
		sizeWithFew: {
			what: '100 marks: font size changed to screen right again (plain: no marks)',
			unit: 'ms',
			budget: { limit: (plain) => plain * SLOWER, says: 'no marks + 20 %' }
		},
		size: {
			what: '1,000 marks: font size changed to screen right again (plain: no marks)',
			unit: 'ms'
		},
		scroll: {
			what: '1,000 marks: scrolling, the 95th of 100 frames (plain: no marks)',
			unit: 'ms',
			budget: { limit: 16.8 }
		},
		response: {
			what: '1,000 marks: tap on a mark to its card, and closing it (plain: to the bars)',
			unit: 'ms',
			budget: { limit: 100 }
		}
	},
	async measure(bench, side) {
		const withFew = await use(bench, side === 'ours' ? FEW : 0);
		const withMany = await use(bench, side === 'ours' ? MANY : 0);
		return { ...withMany, sizeWithFew: withFew.size };
	}
});

/**
 * Reads on, taps on a mark (or the text, where there is none), and changes the font's size.
 *
 * @param {import('../bench.js').Bench} bench
 * @param {number} count of marks
 */
async function use(bench, count) {
	const edition = editionOf(bench.text);
	const phone = await phoneWith(bench, makeMarks(edition, count), edition);
	try {
		const page = await slowTab(phone);
		await page.addInitScript(observeMarks);
		await page.goto(bench.addressOn(bench.hosts.ours));
		await page.locator('html.awake').waitFor({ state: 'attached' });
		if (count > 0) {
			await page.evaluate(() => /** @type {Showing} */ (/** @type {unknown} */ (window)).shown);
		}
		const scroll = await page.evaluate(scrollAlong);
		await page.evaluate(() => scrollTo(0, 600));
		await page.evaluate(watchTaps);
		if (count !== FEW) await page.touchscreen.tap(206, 300);
		if (count === MANY) {
			await page.getByRole('dialog', { name: 'Mark' }).waitFor(); // there is hardly a word without one
			await page.keyboard.press('Escape');
		}
		const response = await page.evaluate(slowestTap);
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Appearance' }).tap();
		const larger = page.getByRole('button', { name: 'More size' });
		await larger.waitFor();
		const size = await larger.evaluate(untilRight);
		return { size, scroll, response };
	} finally {
		await phone.close();
	}
}

/** Reads on for 240 frames; the 95th percentile of their lengths, in ms. */
async function scrollAlong() {
	const STEP = 40; // px a frame: a fast thumb
	const lengths = [];
	let last = await new Promise(requestAnimationFrame);
	for (let n = 0; n < 240; n++) {
		scrollBy(0, STEP);
		const now = await new Promise(requestAnimationFrame);
		lengths.push(now - last);
		last = now;
	}
	lengths.sort((a, b) => a - b);
	return lengths[Math.floor(lengths.length * 0.95)];
}

/** Begins to note how long taps and keys take until the frame that answers them. */
function watchTaps() {
	const watched = /** @type {{ taps: number[] }} */ (/** @type {unknown} */ (window));
	watched.taps = [];
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) watched.taps.push(duration);
	}).observe(
		/** @type {PerformanceObserverInit} */ ({
			type: 'event',
			durationThreshold: 16,
			buffered: false
		})
	);
}

/** The slowest tap since, in ms (the browser counts in steps of 8, from 16). */
async function slowestTap() {
	for (let n = 0; n < 3; n++) await new Promise(requestAnimationFrame); // entries come after the frame
	return Math.max(16, .../** @type {{ taps: number[] }} */ (/** @type {unknown} */ (window)).taps);
}

/**
 * Presses a button that changes the layout: ms until the first frame of those that stay as they are.
 *
 * @param {Element} button
 */
async function untilRight(button) {
	const STILL = 12; // frames
	const look = () => {
		const top = [...document.querySelectorAll('article [id]')].find(
			(block) => block.getBoundingClientRect().bottom > 60
		);
		return `${document.body.scrollHeight} ${top?.id} ${top?.getBoundingClientRect().top}`;
	};
	const before = look();
	const pressed = performance.now();
	/** @type {HTMLElement} */ (button).click();
	let right = pressed;
	let last = before;
	for (let still = 0; still < STILL || last === before;) {
		await new Promise(requestAnimationFrame);
		const { port1, port2 } = new MessageChannel();
		await new Promise((done) => {
			port1.onmessage = done;
			port2.postMessage(null);
		});
		const now = look();
		still = now === last ? still + 1 : 0;
		if (now !== last) right = performance.now();
		last = now;
	}
	return right - pressed;
}
