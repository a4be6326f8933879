/** The engines that the journeys are made in; each test has a browser of its own, whose data is kept. */
import { firefox, webkit, type BrowserContext, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '../e2e/site';
import './bidi';
import { findFirefox, hasWebKit } from './engines.js';
import { serveWebKit } from './webkit/server';

export type EngineName = 'Firefox' | 'WebKit';

/** A browser with one page. */
export interface Started {
	page: Page;
	/** Ends all its processes at once, as a phone that is out of memory does. */
	kill(): Promise<void>;
	close(): Promise<void>;
}

export interface Engine {
	name: EngineName;
	/** Starts a browser on a folder of data, which must not be in use; without one, in a private window. */
	start(data?: string): Promise<Started>;
}

const VIEWPORT = { width: 412, height: 915 };

/** Firefox of the system, by WebDriver BiDi, which its channel says. */
function firefoxEngine(baseURL: string): Engine {
	const launch = { channel: 'moz-firefox', executablePath: findFirefox() };
	const view = { viewport: VIEWPORT, screen: VIEWPORT, baseURL };
	const started = (context: BrowserContext, page: Page, data: string): Started => ({
		page,
		async kill() {
			const gone = new Promise((done) => context.once('close', done));
			// Its whole group: the parts that write to the disk are processes of their own.
			process.kill(-processOf(data), 'SIGKILL');
			await gone;
		},
		close: () => context.browser()?.close() ?? context.close()
	});
	return {
		name: 'Firefox',
		async start(data) {
			if (data) {
				const context = await firefox.launchPersistentContext(data, { ...launch, ...view });
				return started(context, context.pages()[0] ?? (await context.newPage()), data);
			}
			const firefoxUserPrefs = { 'browser.privatebrowsing.autostart': true };
			const browser = await firefox.launch({ ...launch, firefoxUserPrefs });
			const page = await browser.newPage(view);
			return started(page.context(), page, '');
		}
	};
}

/** The first process that was started on this folder of data; it leads the group of the others. */
function processOf(data: string): number {
	return Number(execFileSync('pgrep', ['-o', '-f', data], { encoding: 'utf8' }));
}

/** WebKitGTK of the system, by a driver of our own. */
function webkitEngine(baseURL: string, server: Awaited<ReturnType<typeof serveWebKit>>): Engine {
	return {
		name: 'WebKit',
		async start(data) {
			const browser = await webkit.connect(server.endpoint(data));
			const context = await browser.newContext({ viewport: VIEWPORT, baseURL });
			return {
				page: await context.newPage(),
				kill: () => server.kill(),
				close: () => browser.close()
			};
		}
	};
}

/** A folder for the data of a browser, that `end` takes away: the last of its processes may still write. */
export async function makeFolder(): Promise<{ path: string; end(): Promise<void> }> {
	const path = await mkdtemp(join(tmpdir(), 'postil-engines-'));
	return { path, end: () => rm(path, { recursive: true, force: true, maxRetries: 10 }) };
}

/** `test` with an engine, and with a page in it. */
export const test = base.extend<{ engine: Engine; data: string }>({
	engine: async ({ site }, use, { project }) => {
		if (project.name === 'Firefox') {
			base.skip(!findFirefox(), 'Firefox is not installed');
			return use(firefoxEngine(site.url));
		}
		base.skip(!hasWebKit(), 'WebKitGTK, its driver or its Python binding is not installed');
		const server = await serveWebKit();
		await use(webkitEngine(site.url, server));
		await server.kill();
		server.close();
	},
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what is needed
	data: async ({}, use) => {
		const { path, end } = await makeFolder();
		await use(path);
		await end();
	},
	page: async ({ engine, data }, use) => {
		const { page, close } = await engine.start(data);
		await use(page);
		await close();
	}
});
