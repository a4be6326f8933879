/**
 * A book of a million words of the reader's own, opened on the phone of the bench: `node
 * tests/bench/own-book/run.js build` takes a build there is. Prints for each book how long it took from
 * the choice of the file to the preview, and from *Keep* to the contents and to the first chapter; the
 * longest task of each page; the most memory of the process that has the page and its worker. The
 * processor of a worker is as fast as this machine: what a phone's would take is at most four times as
 * long, and is printed too. WORDS and FILES are the sizes of the books.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserArgs, findBrowser } from '../../../src/tools/find-browser.js';
import { openHost } from '../hosts.js';
import { newPhone, PHONE, slowTab, untilKept } from '../phone.js';
import { makeBook } from './make-book.js';
import { watchMemory } from './renderer-memory.js';
import { watchOpening } from './watch-opening.js';

const WORDS = Number(process.env.WORDS ?? 1_000_000);
const FILES = (process.env.FILES ?? '100,2000').split(',').map(Number);

const LONGEST = 120_000; // ms that are waited for anything

const folder = mkdtempSync(join(tmpdir(), 'postil-book-'));
const host = await openHost(process.argv[2] ?? 'build');
for (const files of FILES) {
	const path = join(folder, `large-${files}.epub`);
	const bytes = makeBook({ words: WORDS, files });
	writeFileSync(path, bytes);
	console.log(`\n${WORDS} words in ${files} files, ${(bytes.length / 1e6).toFixed(1)} MB`);
	for (const [name, value] of Object.entries(await measure(path)))
		console.log(`${name.padEnd(44)} ${value}`);
}
await host.stop();
rmSync(folder, { recursive: true });

/**
 * Opens a file on a phone that has nothing but the app.
 *
 * @param {string} path
 */
async function measure(path) {
	const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
	const memory = await watchMemory(browser);
	const page = await slowTab(await newPhone(browser));
	await page.addInitScript(watchOpening);
	await page.goto(host.url);
	await untilKept(page);
	const before = await memory.look();
	memory.takeMost();

	await page.getByLabel('Open a file').setInputFiles(path);
	const keep = page.getByRole('button', { name: 'Keep', exact: true });
	await keep.waitFor({ timeout: LONGEST });
	const { chosen, preview, steps, silence } = await page.evaluate(
		() =>
			/** @type {import('./watch-opening.js').Watched} */ (/** @type {unknown} */ (window)).opening
	);
	const opened = memory.takeMost();
	const clicked = Date.now();
	await keep.click();
	// Not by its role: Playwright would look through two thousand links on the page whose tasks are measured.
	const first = page.locator('li > a').first();
	await page.waitForURL(/own\/\?work=/, { timeout: LONGEST });
	await first.waitFor({ timeout: LONGEST });
	const kept = Date.now();
	const whileKept = memory.takeMost();
	await first.click();
	await page.locator('#p1').waitFor({ timeout: LONGEST });
	const read = Date.now();
	const longest = JSON.parse(await page.evaluate(() => sessionStorage.longest ?? '{}'));
	memory.stop();
	await browser.close();

	const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;
	const megabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
	return {
		'chosen to preview': seconds(preview - chosen),
		[`… with a worker ${PHONE.cpu} times slower, at most`]: seconds(PHONE.cpu * (preview - chosen)),
		'steps of the progress': steps,
		'longest time without one': seconds(silence),
		'Keep to contents (all is stored)': seconds(kept - clicked),
		'… to first chapter, tapped there': seconds(read - clicked),
		...Object.fromEntries(
			Object.entries(longest).map(([name, ms]) => [`longest task of ${name}`, `${ms} ms`])
		),
		'memory before': megabytes(before),
		'most memory, opening': megabytes(opened),
		'most memory, keeping and contents': megabytes(whileKept)
	};
}
