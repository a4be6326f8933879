import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Page
} from '@playwright/test';
import { browserArgs, findBrowser } from '../../src/tools/find-browser.js';
import { startServer, type StaticServer } from '../../src/tools/static-server.js';
import { statsOf } from '../bench/stats.js';
import { buildDir, COMPRESSED, TYPO } from './builds';
import { untilAwake } from './reader';
import { expect, reloadButton, test, untilOffered } from './site';

// A new version is taken again and again, by several browsers at once, with two tabs each: now and
// then a browser is asked for something in the moment in which it stops the old worker. A short pass
// here; `npm run test:updates` takes 400.

const UPDATES = Number(process.env.UPDATES ?? 4);
const BROWSERS = Number(process.env.UPDATE_BROWSERS ?? 2);
/** Two builds of any commit that differ by TYPO, with a comma between them. */
const BUILDS = process.env.UPDATE_BUILDS?.split(',') ?? [buildDir('main'), buildDir('typo')];
const TEXTS = [TYPO.was, TYPO.is];

const CHAPTER = 'my-life/43-the-exile/';
const LIMIT = 60_000; // ms after which a tab is judged by what it shows
const ANSWER = 5000; // ms after which a tab that answers nothing is taken for a blank one
const POLL = 50; // ms between two looks at a tab: the times are no more exact than that

type Shown = 'new text' | 'old text and a notice' | 'old text alone' | 'nothing';

/** What a tab shows in the end, after how many ms, and how often it was loaded for that. */
interface Outcome {
	shown: Shown;
	ms: number;
	loads: number;
}

test('every tab takes every new version, and is neither blank nor loaded twice', async ({
	contextOptions
}) => {
	test.setTimeout(120_000 + (2 * LIMIT * UPDATES) / BROWSERS);
	const outcomes: Outcome[] = [];
	let begun = 0;
	async function takeUpdates() {
		const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
		const server = await startServer({ dirs: [BUILDS[0]], compressed: COMPRESSED });
		let reader: Reader | null = null;
		while (begun < UPDATES) {
			begun += 1;
			reader ??= await Reader.open(browser, server, contextOptions);
			const taken = await reader.takeUpdate({ rightAfterLoading: begun % 2 === 0 });
			outcomes.push(...taken);
			if (taken.every(({ shown }) => shown === 'new text')) continue;
			await reader.close(); // and go on with a new one
			reader = null;
		}
		await browser.close();
		await server.close();
	}
	await Promise.all(Array.from({ length: BROWSERS }, takeUpdates));
	report(outcomes);
	expect(outcomes).toHaveLength(2 * UPDATES);
	expect(outcomes.filter(({ shown }) => shown === 'nothing')).toEqual([]);
	expect(outcomes.filter(({ shown }) => shown === 'old text alone')).toEqual([]);
	expect(outcomes.filter(({ loads }) => loads > 1)).toEqual([]);
});

/** A reader who has a chapter open in two tabs, on a site with two builds that are published in turn. */
class Reader {
	#published = 0;

	private constructor(
		private readonly server: StaticServer,
		private readonly context: BrowserContext,
		private readonly tabs: readonly Page[]
	) {}

	static async open(
		browser: Browser,
		server: StaticServer,
		options: BrowserContextOptions
	): Promise<Reader> {
		server.deploy(BUILDS[0]);
		const context = await browser.newContext(options);
		const tabs = [await context.newPage(), await context.newPage()];
		for (const tab of tabs) {
			await tab.goto(server.url + CHAPTER);
			await untilAtRest(tab);
		}
		return new Reader(server, context, tabs);
	}

	/** Publishes the other build, and taps *Reload* in the first tab. */
	async takeUpdate({ rightAfterLoading }: { rightAfterLoading: boolean }): Promise<Outcome[]> {
		const [first] = this.tabs;
		this.#published = 1 - this.#published;
		this.server.deploy(BUILDS[this.#published]);
		await untilOffered(first);
		for (const tab of this.tabs) await expect(reloadButton(tab)).toBeVisible();
		if (rightAfterLoading) await first.reload({ waitUntil: 'commit' });
		await expect(reloadButton(first)).toBeVisible();

		const loads = this.tabs.map(countLoads);
		const begin = Date.now();
		await reloadButton(first).click({ noWaitAfter: true });
		const shown = await Promise.all(
			this.tabs.map((tab) => whatIsShown(tab, TEXTS[this.#published], begin + LIMIT))
		);
		const ends = shown.map(([what, at]) => ({ shown: what, ms: at - begin }));
		if (ends.every(({ shown }) => shown === 'new text')) {
			for (const tab of this.tabs) await untilAtRest(tab);
		}
		return ends.map((end, index) => ({ ...end, loads: loads[index]() }));
	}

	async close(): Promise<void> {
		// A blank tab does not let itself be closed.
		await Promise.race([this.context.close(), pause(ANSWER)]);
	}
}

async function untilAtRest(tab: Page): Promise<void> {
	await untilAwake(tab);
	await tab.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, {
		polling: POLL
	});
}

function countLoads(tab: Page): () => number {
	let loads = 0;
	tab.on('domcontentloaded', () => void loads++);
	return () => loads;
}

/** What a tab shows once it has `text`, or at the time `end`; and when that was. */
async function whatIsShown(tab: Page, text: string, end: number): Promise<[Shown, number]> {
	for (;;) {
		const words = await answerOf(tab, () => document.querySelector('article')?.textContent ?? null);
		const now = Date.now();
		if (words?.includes(text)) return ['new text', now];
		if (now > end) {
			if (words === null) return ['nothing', now];
			const notice = await answerOf(
				tab,
				() => document.querySelector('[role="alert"]')?.textContent
			);
			return [notice ? 'old text and a notice' : 'old text alone', now];
		}
		await pause(POLL);
	}
}

/** What a tab answers; `null` when it does not, or is just going to another page. */
async function answerOf<T>(tab: Page, question: () => T): Promise<T | null> {
	const answer = tab.evaluate(question).catch(() => null);
	return Promise.race([answer, pause(ANSWER).then(() => null)]);
}

function pause(ms: number): Promise<void> {
	return new Promise((done) => setTimeout(done, ms));
}

function report(outcomes: readonly Outcome[]): void {
	const count = (what: Shown) => outcomes.filter(({ shown }) => shown === what).length;
	const taken = outcomes.filter(({ shown }) => shown === 'new text').map(({ ms }) => ms);
	const { median, max } = statsOf(taken);
	const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
	console.log(
		[
			`${outcomes.length / 2} updates, ${BROWSERS} browsers at once, two tabs each:`,
			`${count('nothing')} tabs blank,`,
			`${outcomes.filter(({ loads }) => loads > 1).length} loaded twice,`,
			`${count('old text alone')} on the old text without a word,`,
			`${count('old text and a notice')} with a word;`,
			`the others after ${seconds(median)} (median), ${seconds(max)} (longest)`
		].join(' ')
	);
}
