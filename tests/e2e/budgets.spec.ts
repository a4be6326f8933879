import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { listFiles } from '../../src/tools/list-files.js';
import { precacheList } from '../../src/tools/precache/precache-list.js';
import { blockTexts } from '../bench/chapter-text.js';
import { rememberWhenAwake, scriptPaths } from '../bench/observe-scripts.js';
import { brotliBytes, criticalSheets, inlineScripts } from '../bench/weight.js';
import { describe } from '../../src/lib/core/annotation/describe';
import { buildDir } from './builds';
import { keep, readChapter, recordOf } from './made';
import { openSheet, untilAwake } from './reader';
import {
	comeOnline,
	expect,
	listCaches,
	test,
	testWithoutWorker,
	untilKept,
	type Site
} from './site';

// Budgets in bytes and requests, which no machine can shift. Times are in `npm run bench`.

const CHAPTER = 'my-life/43-the-exile/';
const PAGE_MARGIN = 4096; // bytes of a page over its text alone, both brotli
const SCRIPT_BUDGET = 48 * 1024; // bytes brotli, until the page answers
const SCRIPT_IN_ALL = 60 * 1024; // bytes brotli, before anybody taps anything
const INLINE_BUDGET = 1536; // bytes
const SHELL_FILES = 120; // of the app, whatever its texts
const SHELL_BUDGET = 600_000; // bytes brotli
const QUOTE = 40; // units of a block that nothing else in a build says

/** How often a first visit may ask the host, by what for; what is not here it may not ask for. */
const REQUESTS: Record<string, number> = {
	document: 1,
	script: 13, // six until the page answers, the others after that
	style: 6, // what stands after the text, and the sheets' that come with those scripts
	image: 1, // the icon
	manifest: 1
};
const REQUESTS_IN_ALL = 25;

/** The fonts one can choose, and how their files are called. */
const FONTS = [
	{ option: 'Literata', family: 'Literata Variable', files: 'literata' },
	{ option: 'Source Serif', family: 'Source Serif 4 Variable', files: 'source-serif' },
	{
		option: 'Atkinson Hyperlegible',
		family: 'Atkinson Hyperlegible Next Variable',
		files: 'atkinson'
	},
	{ option: 'OpenDyslexic', family: 'OpenDyslexic', files: 'opendyslexic' }
];

const dir = buildDir('main');
const html = () => readFileSync(join(dir, CHAPTER, 'index.html'), 'utf8');

testWithoutWorker(
	'the page of a chapter weighs little more than its text, which stands in it once, and in no other file',
	async ({ page }) => {
		const blocks = await blocksOf(page);
		const parts = [html(), ...criticalSheets(html()).map((path) => readFileSync(join(dir, path)))];
		const weight = parts.map(brotliBytes).reduce((sum, bytes) => sum + bytes);
		expect(weight - brotliBytes(blocks.join('\n'))).toBeLessThanOrEqual(PAGE_MARGIN);

		const quotes = blocks.map((text) => text.slice(0, QUOTE)).filter(isLong);
		expect(quotes.length).toBeGreaterThan(50);
		for (const file of listFiles(dir)) {
			const content = readFileSync(join(dir, file), 'utf8');
			const times = quotes.map((quote) => content.split(quote).length - 1);
			const wanted = quotes.map(() => (file === `${CHAPTER}index.html` ? 1 : 0));
			expect(times, file).toEqual(wanted);
		}
	}
);

test('the app without its texts is within its files and bytes', () => {
	const { files } = precacheList(dir);
	const shell = Object.keys(files).filter((address) => !address.startsWith('my-life/'));
	expect(shell.length).toBeLessThanOrEqual(SHELL_FILES);
	const paths = shell.map((address) =>
		decodeURI(address).replace(/(^|\/)(\.\/)?$/, '$1index.html')
	);
	// The best compression of so much takes long, and is a little less still.
	const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
	const weights = paths.map((path) =>
		brotliCompressSync(readFileSync(join(dir, path)), { params })
	);
	const weight = weights.reduce((sum, { length }) => sum + length, 0);
	expect(weight).toBeLessThanOrEqual(SHELL_BUDGET);
});

test('one small script runs before the first paint', () => {
	const [beforePaint, start, ...more] = inlineScripts(html());
	expect(Buffer.byteLength(beforePaint)).toBeLessThan(INLINE_BUDGET);
	expect(start).toContain('kit.start(');
	expect(more).toEqual([]);
	expect(html()).not.toMatch(/<script[^>]*\ssrc=/); // modules alone, which wait for the page
});

test('the text is on the screen while everything else hangs', async ({ page, site }) => {
	site.intercept = ({ headers }) => headers['sec-fetch-dest'] !== 'document';
	await page.goto(CHAPTER, { waitUntil: 'commit' });
	await expect(page.locator('#p1')).toBeInViewport();
	await expect(page.locator('#note-5')).toBeAttached();
	await expect.poll(() => page.evaluate(paints)).toContain('first-contentful-paint');
	expect(await page.evaluate(blockers)).toEqual([]);
});

test('a first visit asks for what reading needs, and no more, and script is within its budget; each font comes when it is chosen, alone, and stays without a network', async ({
	page,
	site
}) => {
	await page.addInitScript(rememberWhenAwake);
	const asked = watch(site);
	await page.goto(CHAPTER);
	await untilKept(page);
	const own = asked.filter(({ kind }) => !['empty', 'serviceworker'].includes(kind));
	const paths = own.map(({ path }) => path).join('\n');
	for (const { kind } of own) expect(Object.keys(REQUESTS), paths).toContain(kind);
	for (const [kind, most] of Object.entries(REQUESTS)) {
		const times = own.filter((request) => request.kind === kind).length;
		expect(times, `${kind}:\n${paths}`).toBeLessThanOrEqual(most);
	}
	expect(own.length, paths).toBeLessThanOrEqual(REQUESTS_IN_ALL);
	for (const { path } of own.filter(({ kind }) => kind === 'image')) {
		expect(path).toMatch(/^\/(icon\.svg|favicon\.ico|apple-touch-icon\.png)$/);
	}
	const ofFonts = () => asked.map(({ path }) => path).filter(isFontFile);
	expect(ofFonts()).toEqual([]);
	expect(await page.evaluate(strangers)).toEqual([]);

	const { before, after } = await page.evaluate(scriptPaths);
	expect(before.length).toBeGreaterThan(2);
	expect(after.length).toBeGreaterThan(0);
	expect(weightOf(before)).toBeLessThanOrEqual(SCRIPT_BUDGET);
	expect(weightOf([...before, ...after])).toBeLessThanOrEqual(SCRIPT_IN_ALL);

	// Kept, it asks for its scripts after the first paint.
	await page.reload();
	await page.locator('html.awake').waitFor();
	const { painted, scripts } = await page.evaluate(firstPaintAndScripts);
	expect(painted).toBeGreaterThan(0);
	expect(scripts.length).toBeGreaterThan(2);
	for (const { name, startTime } of scripts) expect(startTime, name).toBeGreaterThan(painted);

	// A font that cannot come is told of, and comes with the network.
	asked.length = 0;
	await site.stop();
	const sheet = await openSheet(page, 'Appearance');
	await sheet.getByRole('radio', { name: 'Literata' }).check();
	const told = sheet.getByText('will download when you are online');
	await expect(told).toHaveText('Literata will download when you are online.');
	await site.start();
	await comeOnline(page);
	await expect(told).toBeHidden();

	for (const { option, family, files } of FONTS) {
		await sheet.getByRole('radio', { name: option }).check();
		await expect.poll(() => page.evaluate(loadedFamilies)).toEqual([family]);
		// All styles and weights of Latin and extended Latin; what the page is set in is less.
		const whole = listFiles(dir).filter((file) => filesOf(files).test(file));
		expect(whole.length).toBeGreaterThan(3);
		const kept = async () =>
			(await keptPaths(page)).filter((path) => filesOf(files).test(path)).sort();
		await expect.poll(kept).toEqual(whole.map((file) => `/${file}`).sort());
		expect([...new Set(ofFonts())].sort()).toEqual(await kept());
		asked.length = 0;
	}

	// Without a network the page comes in the font that was chosen last, and the others when they are chosen.
	await site.stop();
	await page.reload();
	await untilAwake(page);
	await expect.poll(() => page.evaluate(loadedFamilies)).toEqual([FONTS.at(-1)!.family]);
	await openSheet(page, 'Appearance');
	for (const { option, family } of FONTS) {
		await sheet.getByRole('radio', { name: option }).check();
		await expect.poll(() => page.evaluate(loadedFamilies)).toEqual([family]);
		await expect(told).toBeHidden();
		await expect(page.locator('#p1')).toHaveCSS('font-family', new RegExp(family));
		for (const style of ['italic', 'bold']) {
			const faces = await page.evaluate(loadFaces, `${style} 16px "${family}"`);
			expect(faces, style).toEqual(['loaded']);
		}
	}
});

testWithoutWorker(
	'a chapter shows its marks when they alone are read, however many there are elsewhere',
	async ({ page }) => {
		const chapter = await readChapter(page);
		const elsewhere = { ...chapter, chapter: 'another' };
		const [here, there] = [chapter, elsewhere].map((of) =>
			Array.from({ length: 50 }, (_, index) =>
				recordOf(describe(chapter.text, { start: index, end: index + 40 }, of), {
					id: `${of.chapter}-${index}`,
					colour: 'yellow'
				})
			)
		);
		await keep(page, there, chapter, 40);
		await keep(page, here, chapter);
		await page.addInitScript(countReadAnnotations);
		await page.goto(CHAPTER);
		await page.locator('article mark').first().waitFor();
		expect(await page.evaluate(() => window.readBeforeMarks)).toBe(50);
		await expect.poll(() => page.evaluate(() => window.read)).toBe(50 + 50 + 2000);
		await page.goto('notebook/');
		await page.getByText('2,050 marks').waitFor();
		expect(await page.evaluate(() => window.read)).toBe(24 + 2050);
	}
);

/** The texts of the blocks of the chapter, checked against the edition that its page names. */
async function blocksOf(page: Page): Promise<string[]> {
	await page.goto(CHAPTER);
	const article = page.locator('article');
	const blocks = await article.evaluate(blockTexts);
	const edition = createHash('sha256').update(blocks.join('\n')).digest('hex').slice(0, 32);
	expect(await article.getAttribute('data-edition')).toBe(edition);
	return blocks;
}

function isLong(quote: string): boolean {
	return quote.length === QUOTE;
}

/** Bytes of files of the build, brotli. */
function weightOf(paths: readonly string[]): number {
	return paths.reduce((sum, path) => sum + brotliBytes(readFileSync(join(dir, path))), 0);
}

/** The files of a font that are kept when it is chosen, by their paths in the build. */
function filesOf(font: string): RegExp {
	return new RegExp(`/${font}[^/]*-latin(-ext)?-[^/]*\\.woff2$|/${font}\\.[^/]*\\.css$`);
}

function isFontFile(path: string): boolean {
	return /\.woff2?$|\/(literata|source-serif|atkinson|opendyslexic)[^/]*\.css$/.test(path);
}

/** What the host is asked for from now on, and what for: `document`, `script`, … */
function watch(site: Site): { path: string; kind: string }[] {
	const asked: { path: string; kind: string }[] = [];
	site.intercept = ({ url, headers }: IncomingMessage) => {
		asked.push({ path: url ?? '', kind: String(headers['sec-fetch-dest']) });
		return false;
	};
	return asked;
}

async function keptPaths(page: Page): Promise<string[]> {
	const addresses = Object.values(await listCaches(page)).flat();
	return addresses.map((address) => new URL(address).pathname);
}

// In the page:

function paints(): string[] {
	return performance.getEntriesByType('paint').map(({ name }) => name);
}

/** What held up the first paint. */
function blockers(): string[] {
	const entries = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
		renderBlockingStatus: string;
	})[];
	return entries
		.filter((entry) => entry.renderBlockingStatus === 'blocking')
		.map(({ name }) => name);
}

/** When the first text was painted, and when each script was asked for, in ms. */
function firstPaintAndScripts() {
	// `startTime` is when the screen showed it, which the page does not wait for.
	const [{ paintTime: painted }] = performance.getEntriesByName(
		'first-contentful-paint'
	) as (PerformanceEntry & { paintTime: number })[];
	const scripts = performance.getEntriesByType('resource').filter(({ name }) => /\.js$/.test(name));
	return { painted, scripts: scripts.map(({ name, startTime }) => ({ name, startTime })) };
}

/** What was asked of other hosts. */
function strangers(): string[] {
	const names = performance.getEntriesByType('resource').map(({ name }) => name);
	return names.filter((name) => new URL(name).origin !== location.origin);
}

/** The font families that are here, by our own style sheets. */
function loadedFamilies(): string[] {
	const loaded = [...document.fonts].filter(({ status }) => status === 'loaded');
	return [...new Set(loaded.map(({ family }) => family.replaceAll('"', '')))];
}

/** How the faces of a font fared that a letter of ours needs. */
async function loadFaces(font: string): Promise<string[]> {
	const faces = await document.fonts.load(font, 'a');
	return faces.map(({ status }) => status);
}

declare global {
	interface Window {
		/** Annotations that were read since the page came. */
		read: number;
		/** The same, when the first mark was drawn. */
		readBeforeMarks: number;
	}
}

/** Counts the annotations that the page reads out of its database: in all, and until a mark is drawn. */
function countReadAnnotations() {
	window.read = 0;
	for (const { prototype } of [IDBObjectStore, IDBIndex]) {
		const getAll = prototype.getAll;
		prototype.getAll = function (this: IDBObjectStore | IDBIndex, ...args) {
			const request = getAll.apply(this, args);
			const { name } = 'objectStore' in this ? this.objectStore : this;
			request.addEventListener('success', () => {
				if (name === 'annotations') window.read += request.result.length;
			});
			return request;
		};
	}
	new MutationObserver((_, observer) => {
		if (!document.querySelector('article mark')) return;
		window.readBeforeMarks = window.read;
		observer.disconnect();
	}).observe(document, { childList: true, subtree: true });
}
