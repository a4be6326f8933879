import { createHash } from 'node:crypto';
import { newPhone, untilKept } from './phone.js';

/**
 * Marks for the rows about them: records as the app stores them, and a phone that has them.
 *
 * @typedef {import('../../src/lib/core/annotation/annotation').Annotation} Annotation
 * @typedef {{ edition: string, text: string }} Edition
 */

const CONTEXT = 64; // units each side of a quote, as core/selector.ts has them
const COLOURS = ['yellow', 'green', 'blue', 'pink', 'orange', 'purple'];
const BATCH = 10_000; // records for one message to the page

/** @param {string} text of a chapter @returns {Edition} */
export function editionOf(text) {
	return { edition: createHash('sha256').update(text).digest('hex').slice(0, 32), text };
}

/**
 * Highlights of 40 to 200 letters, spread over a text: one in ten has a note, and they overlap as
 * they become many. The same for the same text and number.
 *
 * @param {Edition} edition
 * @param {number} count
 * @returns {Annotation[]}
 */
export function makeMarks({ edition, text }, count) {
	const random = dice(count);
	const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	/** @param {number} at */
	const blockAt = (at) => `p${starts.filter((start) => start <= at).length}`;
	return Array.from({ length: count }, (_, n) => {
		const length = 40 + Math.floor(random() * 160);
		const from = Math.floor((n / count) * (text.length - length - CONTEXT));
		const start = skipSpace(text, from);
		const end = start + text.slice(start, start + length).trimEnd().length;
		const at = `${(1.79e12 + n).toString(16).padStart(13, '0')}-0000-bench`;
		return /** @type {Annotation} */ ({
			id: n.toString(16).padStart(32, '0'),
			v: 1,
			kind: 'highlight',
			created: '2026-11-01T09:00:00.000Z',
			targets: [
				{
					work: 'my-life',
					chapter: '43-the-exile',
					edition,
					norm: 1,
					start,
					end,
					blocks: [blockAt(start), blockAt(end - 1)],
					quote: {
						exact: text.slice(start, end),
						prefix: text.slice(Math.max(0, start - CONTEXT), start),
						suffix: text.slice(end, end + CONTEXT)
					}
				}
			],
			fields: {
				colour: { value: COLOURS[n % COLOURS.length], at },
				...(n % 10 === 0 ? { note: { value: `Note ${n}: compare with ${n + 1}.`, at } } : {})
			}
		});
	});
}

/**
 * The text as a publisher would correct it: letters changed in 2 % of its words, a few paragraphs
 * parted, merged, and put in.
 *
 * @param {string} text
 */
export function correct(text) {
	const random = dice(text.length);
	return text
		.split('\n')
		.flatMap((block, n) => {
			const words = block.split(' ').map((word) => (random() < 0.02 ? `${word.slice(1)}e` : word));
			const middle = words.length >> 1;
			if (n % 13 === 5) return [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
			if (n % 13 === 9) return ['A paragraph that was not there before.', words.join(' ')];
			return [words.join(' ')];
		})
		.reduce((all, block, n) => (n === 0 ? block : all + (n % 17 === 7 ? ' ' : '\n') + block), '');
}

/**
 * A phone on which the site is kept, and these marks, and the text of their edition.
 *
 * @param {import('./bench.js').Bench} bench
 * @param {Annotation[]} marks
 * @param {Edition} edition
 */
export async function phoneWith({ browser, hosts, addressOn }, marks, edition) {
	const phone = await newPhone(browser);
	const page = await phone.newPage();
	await page.goto(addressOn(hosts.ours));
	await untilKept(page);
	await page.goto(`${hosts.ours.url}settings/`); // makes the database
	await page.getByText('0 marks recently deleted').waitFor({ state: 'attached' });
	await storeMarks(page, marks, edition);
	await page.close();
	return phone;
}

/**
 * Puts marks, and the text of their edition, into the database of the app, as another tab would.
 *
 * @param {import('playwright').Page} page of the app
 * @param {Annotation[]} marks
 * @param {Edition} edition
 */
export async function storeMarks(page, marks, edition) {
	for (let n = 0; n < marks.length; n += BATCH) {
		await page.evaluate(store, { marks: marks.slice(n, n + BATCH), edition, saved: n });
	}
}

/**
 * In the page.
 *
 * @param {{ marks: Annotation[], edition: Edition, saved: number }} what
 * @returns {Promise<void>}
 */
function store({ marks, edition, saved }) {
	return new Promise((resolve, reject) => {
		const opened = indexedDB.open('postil');
		opened.onerror = () => reject(opened.error);
		opened.onsuccess = () => {
			const tx = opened.result.transaction(['annotations', 'snapshots'], 'readwrite');
			for (const mark of marks) {
				const { work, chapter, start } = mark.targets[0];
				const sortKey = [work, chapter, start, mark.id]; // storage/stored-record.ts
				tx.objectStore('annotations').put({ ...mark, saved: ++saved, sortKey });
			}
			tx.objectStore('snapshots').put({ ...edition, v: 1 });
			tx.onabort = () => reject(tx.error);
			tx.oncomplete = () => {
				opened.result.close();
				resolve();
			};
		};
	});
}

/** @param {string} text @param {number} from */
function skipSpace(text, from) {
	return from + (/\S/.exec(text.slice(from))?.index ?? 0);
}

/** Numbers from 0 to 1, the same for the same seed (a linear congruence). @param {number} seed */
function dice(seed) {
	let state = seed;
	return () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
}
