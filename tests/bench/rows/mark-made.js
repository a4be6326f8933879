import { editionOf, makeMarks, phoneWith } from '../marks.js';
import { slowTab } from '../phone.js';

/** A colour is tapped, on a page that has a thousand marks. */
export const group = /** @satisfies {import('../row.js').Group} */ ({
	sides: ['ours'],
	rows: {
		frames: {
			what: 'tap on a colour: frames until it is painted',
			unit: '',
			budget: { limit: 1, says: 'the next' }
		},
		painted: { what: 'tap on a colour to painted', unit: 'ms' },
		saved: { what: 'tap on a colour to *Saved*', unit: 'ms', budget: { limit: 60 } }
	},
	runs: 5,
	async measure(bench) {
		const edition = editionOf(bench.text);
		const phone = await phoneWith(bench, makeMarks(edition, 1000).slice(500), edition);
		try {
			const page = await slowTab(phone);
			await page.goto(bench.addressOn(bench.hosts.ours));
			await page.locator('html.awake').waitFor({ state: 'attached' });
			await page.evaluate(() => {
				const [text] = /** @type {HTMLElement} */ (document.getElementById('p2')).childNodes;
				getSelection()?.setBaseAndExtent(text, 20, text, 120);
			});
			const colour = page.getByRole('button', { name: 'Highlight yellow' });
			await colour.waitFor();
			return await colour.evaluate(tapColour);
		} finally {
			await phone.close();
		}
	}
});

/**
 * In the page.
 *
 * @param {Element} colour
 * @returns {Promise<{ frames: number, painted: number, saved: number }>}
 */
async function tapColour(colour) {
	/** Resolves when the frame that is next has been painted. */
	const untilPainted = async () => {
		await new Promise(requestAnimationFrame);
		const { port1, port2 } = new MessageChannel();
		await new Promise((done) => {
			port1.onmessage = done;
			port2.postMessage(null);
		});
	};
	const isSaved = () =>
		[...document.querySelectorAll('[role="status"]')].some(({ textContent }) =>
			textContent?.includes('Saved')
		);
	await untilPainted();
	const tapped = performance.now();
	const saying = new Promise((resolve) => {
		const observer = new MutationObserver(() => {
			if (!isSaved()) return;
			observer.disconnect();
			resolve(performance.now() - tapped);
		});
		observer.observe(document.body, { childList: true, subtree: true, characterData: true });
	});
	/** @type {HTMLElement} */ (colour).click();
	let frames = 0;
	do {
		await untilPainted();
		frames += 1;
	} while (!document.querySelector('#p2 mark'));
	const painted = performance.now() - tapped;
	return { frames, painted, saved: await saying };
}
