import { devices, type Page, type Request } from '@playwright/test';
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FONTS } from '../../src/lib/core/reading/fonts';
import { browserArgs, findBrowser } from '../../src/tools/find-browser.js';
import { integrity } from '../../src/tools/integrity.js';
import { listFiles } from '../../src/tools/list-files.js';
import { precacheList } from '../../src/tools/precache/precache-list.js';
import { startServer } from '../../src/tools/static-server.js';
import { inlineScripts } from '../bench/weight.js';
import { buildDir, TYPO, type BuildName } from './builds';
import { chooseFont, openChapter, openSheet, untilAwake, untilIdle } from './reader';
import { expect, listCaches, pagesOf, test, untilKept } from './site';

const CHAPTER = 'my-life/43-the-exile/';

test('a corrected word changes its page and the worker, and nothing in them but what follows from it', () => {
	const before = hashes('main');
	const after = hashes('typo');
	const changed = Object.keys(after).filter((file) => after[file] !== before[file]);
	expect(changed).toEqual([`${CHAPTER}index.html`, 'service-worker.js']);
	expect(Object.keys(before)).toEqual(Object.keys(after));
	// With the correction undone they are the same byte for byte, as two builds of one source.
	const contentOf = (file: string) =>
		(['main', 'typo'] as const).map((build) => readFileSync(join(buildDir(build), file), 'utf8'));
	const [page, corrected] = contentOf(`${CHAPTER}index.html`);
	const undone = corrected.replace(TYPO.is, TYPO.was);
	expect(replaceEach(undone, countedOf(corrected), countedOf(page))).toBe(page);
	const [worker, newer] = contentOf('service-worker.js');
	const [were, are] = (['main', 'typo'] as const).map((build) => {
		const { version, files } = precacheList(buildDir(build));
		return [version, files[CHAPTER]];
	});
	expect(replaceEach(newer, are, were)).toBe(worker);
});

/** What is counted from the text of a page: the edition, and the hashes of the scripts that name it. */
function countedOf(page: string): string[] {
	const edition = /data-edition="(\w+)"/.exec(page)![1];
	return [edition, ...inlineScripts(page).map(integrity)];
}

function replaceEach(content: string, each: string[], by: string[]): string {
	return each.reduce((changed, one, index) => changed.replaceAll(one, by[index]), content);
}

test('every inline script stands under a policy that allows it by its hash', () => {
	for (const build of ['main', 'book', 'fixtures'] as const) {
		const dir = buildDir(build);
		for (const file of listFiles(dir).filter((file) => file.endsWith('.html'))) {
			const html = readFileSync(join(dir, file), 'utf8');
			const policy = html.match(/<meta http-equiv="content-security-policy" content="([^"]+)"/)!;
			const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)];
			// The rescue page stands alone, and its script in a file.
			if (file === 'rescue.html')
				expect(html.match(/<script.*/g)).toEqual(['<script src="rescue.js"></script>']);
			else expect(scripts.length, file).toBeGreaterThan(0);
			for (const { 1: code, index } of scripts) {
				expect(index, file).toBeGreaterThan(policy.index!);
				expect(policy[1], file).toContain(`'${integrity(code)}'`);
			}
		}
	}
});

test('faults in the texts end the build with their list, and nothing else', async () => {
	test.slow();
	const content = test.info().outputPath('content');
	cpSync('content', content, { recursive: true });
	const file = join(content, 'my-life/44-after.md');
	writeFileSync(file, '---\ntitle: After\n---\n\nA word[^7].\n');
	const env = { ...process.env, CONTENT_DIR: content, BUILD_DIR: test.info().outputPath('build') };
	const build = promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		env
	});
	const { code, stderr } = await build.then(
		() => ({ code: 0, stderr: '' }),
		(error: { code: number; stderr: string }) => error
	);
	expect(code).toBe(1);
	expect(stderr.trim()).toBe(
		`1 fault in the texts:\n\n${file}:5  a footnote [^7] has no text.\n    Add a line “[^7]: …” with its text, or write \\[ if it is no footnote.`
	);
});

test.describe('works of other kinds', () => {
	test.use({ builds: ['fixtures'] });
	test.slow(); // one visit after the other to every page

	test('no page gives an error or a warning, and each counts the same edition as the build', async ({
		page,
		site
	}) => {
		await visitAllPages(page, site.url, 'fixtures');
	});
});

/**
 * Opens every page of a build: none gives an error or a warning, each counts the same edition as the build.
 *
 * @returns the errors and warnings of this page, also those to come
 */
async function visitAllPages(page: Page, root: string, build: BuildName): Promise<string[]> {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	const pending = watchRequests(page);
	for (const address of pagesOf(build)) {
		await page.goto(root + address);
		await untilAwake(page);
		// All that it loads by itself has been asked for, and is here.
		await untilIdle(page);
		await expect.poll(() => [...pending].map((request) => request.url())).toEqual([]);
		await untilIdle(page);
		expect(complaints, address).toEqual([]);
		const article = page.locator('article[data-edition]');
		if ((await article.count()) === 0) continue;
		const edition = await article.getAttribute('data-edition');
		expect(await article.evaluate(editionOf), address).toBe(edition);
	}
	return complaints;
}

/** The requests of a page that have not ended, from now on. */
function watchRequests(page: Page): ReadonlySet<Request> {
	const pending = new Set<Request>();
	page.on('request', (request) => pending.add(request));
	page.on('requestfinished', (request) => pending.delete(request));
	page.on('requestfailed', (request) => pending.delete(request));
	return pending;
}

/** Sends Chromium's own errands, its updates and its accounts, to where nobody hears them. */
const NO_ERRANDS = [
	'--component-updater=url-source=http://localhost:9/',
	'--gaia-url=http://localhost:9/'
];

test('a tour of all pages, with sheets and fonts, gives no error and asks nobody but its own host, nor can its worker', async ({
	site,
	playwright
}) => {
	test.slow();
	// Playwright does not see what a worker asks. Everything that is not for localhost goes to this
	// proxy, of pages and of workers; what is for another server there Playwright sees.
	const asked: string[] = [];
	const proxy = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.end('<link rel="icon" href="data:,">');
	});
	proxy.on('connect', (request, socket) => {
		asked.push(request.url ?? '');
		socket.end();
	});
	await new Promise<void>((done) => proxy.listen(0, 'localhost', done));
	const { port } = proxy.address() as AddressInfo;
	const browser = await playwright.chromium.launch({
		executablePath: findBrowser(),
		args: [...browserArgs(), ...NO_ERRANDS],
		proxy: { server: `http://localhost:${port}`, bypass: 'localhost' }
	});
	try {
		const context = await browser.newContext(devices['Pixel 7']);
		const strangers: string[] = [];
		const own = ['data:', 'blob:'];
		context.on('request', (request) => {
			const { origin, protocol } = new URL(request.url());
			if (origin !== new URL(site.url).origin && !own.includes(protocol))
				strangers.push(request.url());
		});
		const control = await context.newPage();
		await control.goto('http://not-ours.example/');
		expect(asked, 'the proxy sees what leaves').toContain('http://not-ours.example/');
		await control.goto('http://localhost:9/').catch(() => {}); // nobody is there
		expect(strangers, 'so do we').toContain('http://localhost:9/');
		await control.close();
		asked.length = 0;
		strangers.length = 0;

		const page = await context.newPage();
		const complaints = await visitAllPages(page, site.url, 'main');
		await untilKept(page);
		await openChapter(page, site.url + CHAPTER);
		await openSheet(page, 'Contents');
		await page.keyboard.press('Escape');
		const sheet = await openSheet(page, 'Appearance');
		for (const { name } of FONTS) await chooseFont(sheet, name);
		expect(complaints).toEqual([]);
		expect(strangers).toEqual([]);
		expect(asked).toEqual([]);

		// The worker could not, where the host sends headers: a page has had an answer from there.
		const [worker] = context.serviceWorkers();
		const call = (address: string) =>
			worker.evaluate(
				(url) =>
					fetch(url, { mode: 'no-cors' }).then(
						() => 'answered',
						() => 'refused'
					),
				address
			);
		expect(await call(`${site.url}icon.svg`)).toBe('answered');
		expect(await call('http://not-ours.example/')).toBe('refused');
		expect(asked).toEqual([]);
	} finally {
		await browser.close();
		proxy.close();
	}
});

test('a host that reads _headers sends them', async ({ site, request }) => {
	const headers = async (path: string) => (await request.get(site.url + path)).headers();
	const page = await headers(CHAPTER);
	expect(page).toMatchObject({
		'cache-control': 'no-cache',
		'cross-origin-opener-policy': 'same-origin',
		'referrer-policy': 'no-referrer',
		'x-content-type-options': 'nosniff'
	});
	expect(page['content-security-policy']).toContain("frame-ancestors 'none'");
	expect(page['content-security-policy']).not.toMatch(/(script|style|default)-src/);
	expect(page['permissions-policy']).toContain('camera=()');

	const worker = await headers('service-worker.js');
	expect(worker['cache-control']).toBe('no-cache');
	expect(worker['content-security-policy']).toContain("default-src 'none'");

	const script = /[^"]*_app\/immutable\/[^"]*\.js/.exec(
		await (await request.get(site.url)).text()
	)!;
	expect((await headers(script[0].replace(/^[./]*/, '')))['cache-control']).toContain('immutable');
});

test('no script runs that is not ours: in a picture that is opened by itself, from the network and from the worker, or in a page', async ({
	page
}, { outputDir }) => {
	// The build refuses such a picture; here it gets past it, and into the worker's list of files.
	const dir = join(outputDir, 'site');
	cpSync(buildDir('main'), dir, { recursive: true });
	const [icon, worker] = ['icon.svg', 'service-worker.js'].map((file) => join(dir, file));
	const active = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="document.documentElement.id = 'ran'">
		<script>document.documentElement.id = 'ran'; fetch('/ran')</script><rect width="9" height="9"/></svg>`;
	const list = readFileSync(worker, 'utf8');
	const changed = list.replaceAll(integrity(readFileSync(icon)), integrity(active));
	expect(changed).not.toBe(list);
	writeFileSync(worker, changed);
	writeFileSync(icon, active);
	const log: string[] = [];
	const server = await startServer({
		dirs: [dir],
		intercept({ url }, response) {
			log.push(url ?? '');
			if (url !== '/bare.svg') return false;
			response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(active);
			return true;
		}
	});
	const idOf = async (path: string) => {
		await page.goto(server.url + path);
		return page.evaluate(
			() => `${document.documentElement.localName} ${document.documentElement.id}`
		);
	};
	expect(await idOf('bare.svg')).toBe('svg ran'); // where no policy is sent with it
	expect(await idOf('icon.svg')).toBe('svg ');
	await page.goto(server.url + CHAPTER);
	expect(await page.evaluate(runForeignScripts)).toEqual({
		errors: ['TypeError', 'TypeError'],
		injected: false
	});
	await untilKept(page);
	await server.close();
	expect(await idOf('icon.svg')).toBe('svg ');
	expect(log.filter((url) => url === '/ran')).toHaveLength(1);
});

/** Tries to have a page run a script, and make HTML of a string; gives what that threw, and whether it ran. */
function runForeignScripts() {
	const script = document.createElement('script');
	const attempts = [
		() => document.body.append(Object.assign(script, { textContent: 'window.injected = 1' })),
		() => (document.createElement('p').innerHTML = '<img src="x" onerror="window.injected = 1">')
	];
	const errors = attempts.map((attempt) => {
		try {
			attempt();
		} catch (error) {
			return (error as Error).name;
		}
	});
	return { errors, injected: 'injected' in window };
}

test.describe('under a base path', () => {
	test.use({ builds: ['book', 'main'] });

	test('two on one host keep out of each other, and everything works offline', async ({
		page,
		site
	}) => {
		expect(site.url).toMatch(/\/book\/$/);
		// The other way round the worker of the root would answer for the book, until that has its own.
		for (const root of [site.url, new URL('/', site.url).href]) {
			await page.goto(root);
			await untilKept(page);
		}
		const contents = await listCaches(page);
		expect(Object.keys(contents)).toEqual(
			expect.arrayContaining(['postil/book:precache', 'postil:precache'])
		);
		for (const [name, addresses] of Object.entries(contents)) {
			const inBook = addresses.filter((address) => address.startsWith(site.url));
			expect(inBook.length, name).toBe(name.startsWith('postil/book:') ? addresses.length : 0);
		}
		await site.stop();
		for (const address of pagesOf('book')) {
			const response = await page.goto(address, { waitUntil: 'commit' });
			expect(response?.status(), address).toBe(200);
		}
		expect((await page.goto('no/such/'))?.status()).toBe(404);
		await page.getByRole('link').first().click();
		await expect(page).toHaveURL(site.url);
	});
});

function hashes(build: BuildName): Record<string, string> {
	const dir = buildDir(build);
	return Object.fromEntries(
		listFiles(dir).map((file) => [file, integrity(readFileSync(join(dir, file)))])
	);
}

/** The edition of an article by the rules of `core/text/chapter-text.ts`, written anew without our own code. */
async function editionOf(article: Element): Promise<string> {
	const blocks: string[] = [];
	for (const block of article.querySelectorAll('[id]')) {
		if (!/^(p\d+|note-\d+(-\d+)?)$/.test(block.id)) continue;
		const copy = block.cloneNode(true) as Element;
		copy.querySelectorAll('[data-noanchor]').forEach((part) => part.remove());
		copy.querySelectorAll('br').forEach((br) => br.replaceWith(' '));
		const text = (copy.textContent ?? '').replace(/[\u00ad\u200b\ufeff\u2060]/g, '');
		blocks.push(text.replace(/\s+/gu, ' ').trim());
	}
	const bytes = new TextEncoder().encode(blocks.join('\n'));
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...digest]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('')
		.slice(0, 32);
}
