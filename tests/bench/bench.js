import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { browserArgs, findBrowser } from '../../src/tools/find-browser.js';
import { blockTexts } from './chapter-text.js';
import { writeEmptyScriptPage } from './empty-script.js';
import { openHost, writePlainPage } from './hosts.js';
import { slowWorkers } from './phone.js';

/**
 * What every row measures with.
 *
 * @typedef {import('./hosts.js').Host} Host
 * @typedef {{
 *     browser: import('playwright').Browser,
 *     dir: string,
 *     html: string,
 *     text: string,
 *     hosts: { ours: Host, plain: Host, plainKept: Host, empty: Host },
 *     addressOn: (host: Host) => string,
 *     close: () => Promise<void>
 * }} Bench `dir` is the build; `html` its chapter page, `text` that chapter's text; `plainKept` is
 *     the plain page with a worker, `empty` ours with a script that does nothing; `addressOn` the chapter's address on a host
 */

const CHAPTER = 'my-life/43-the-exile/';
const PLAIN = resolve(import.meta.dirname, '../.builds/plain');
const PLAIN_KEPT = `${PLAIN}-kept`;
const EMPTY = `${PLAIN}-empty-script`;

/**
 * Puts a build on the air, the plain pages beside it, and starts a browser.
 *
 * @param {string} dir the build
 * @returns {Promise<Bench>}
 * @throws {Error} when the text of the chapter is not the edition that its page names
 */
export async function openBench(dir) {
	const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
	const ours = await openHost(dir);
	const { title, blocks } = await readChapter(browser, ours.url + CHAPTER);
	for (const keeps of [false, true]) {
		writePlainPage(keeps ? PLAIN_KEPT : PLAIN, { title, blocks, keeps });
	}
	const html = readFileSync(join(dir, CHAPTER, 'index.html'), 'utf8');
	writeEmptyScriptPage(EMPTY, { build: dir, html });
	const empty = await openHost(EMPTY);
	const plain = await openHost(PLAIN);
	const plainKept = await openHost(PLAIN_KEPT);
	await slowWorkers(browser);
	return {
		browser,
		dir,
		html,
		text: blocks.join('\n'),
		hosts: { ours, plain, plainKept, empty },
		addressOn: (host) => (host === ours ? host.url + CHAPTER : host.url),
		async close() {
			await browser.close();
			await Promise.all([ours, plain, plainKept, empty].map((host) => host.stop()));
		}
	};
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url
 */
async function readChapter(browser, url) {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(url);
	const title = await page.locator('h1').innerText();
	const article = page.locator('article');
	const blocks = await article.evaluate(blockTexts);
	const edition = createHash('sha256').update(blocks.join('\n')).digest('hex').slice(0, 32);
	const named = await article.getAttribute('data-edition');
	if (edition !== named) throw new Error(`The page has edition ${edition}, and says ${named}.`);
	await page.close();
	return { title, blocks };
}
