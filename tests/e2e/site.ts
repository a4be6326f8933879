import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WorkerStatus } from '../../src/lib/core/app/worker-messages';
import { listFiles } from '../../src/tools/list-files.js';
import { addressOf } from '../../src/tools/precache/address-of.js';
import { startServer } from '../../src/tools/static-server.js';
import { buildDir, COMPRESSED, type BuildName } from './builds';

export { expect };

/** A published site: a real server, that can be stopped and can fail. */
export interface Site {
	url: string;
	/** Paths of the requests since it was last emptied. */
	log: string[];
	/** Sees each request first; true when it has answered. */
	intercept: (request: IncomingMessage, response: ServerResponse) => boolean;
	/** Publishes another build in the place of the one before. */
	deploy(...builds: BuildName[]): void;
	/** The same, of a folder that is none of the builds. */
	deployFolder(dir: string): void;
	/** The network is gone, until `start`. */
	stop(): Promise<void>;
	/** The network is back, at the same address. */
	start(): Promise<void>;
}

const openly = () => false;

/** `test` with a site of its own for each test; `test.use({ builds: ['book'] })` names its builds. */
export const test = base.extend<{ builds: BuildName[]; site: Site }>({
	builds: [['main'], { option: true }],
	site: async ({ builds }, use) => {
		let dirs = builds.map(buildDir);
		const site: Site = {
			url: '',
			log: [],
			intercept: openly,
			deploy(...builds) {
				dirs = builds.map(buildDir);
				server.deploy(...dirs);
			},
			deployFolder(dir) {
				dirs = [dir];
				server.deploy(dir);
			},
			stop: () => server.close(),
			start: async () => void (server = await open(server.port))
		};
		const open = async (port: number) => {
			const intercept = (request: IncomingMessage, response: ServerResponse) => {
				site.log.push(request.url ?? '');
				return site.intercept(request, response);
			};
			return startServer({ dirs, port, intercept, compressed: COMPRESSED });
		};
		let server = await open(0);
		site.url = server.url;
		await use(site);
		await server.close();
	},
	baseURL: ({ site }, use) => use(site.url)
});

/**
 * For tests of what a worker has no part in: at the first visit of each test it would fetch the
 * whole site, which takes longer than most of them.
 */
export const WITHOUT_WORKER = { serviceWorkers: 'block' } as const;

/** `test` without the service worker, beside tests of the same file that need it. */
export const testWithoutWorker = test.extend({ serviceWorkers: WITHOUT_WORKER.serviceWorkers });

/** Ends the faults of a site. */
export function heal(site: Site): void {
	site.intercept = openly;
}

/**
 * Keeps scripts from the page until `arrive`; `asked` resolves when it asks for the first. Only
 * without a service worker, whose requests cannot be held up.
 */
export async function holdScripts(
	page: Page
): Promise<{ arrive: () => void; asked: Promise<void> }> {
	let arrive = () => {};
	const arrived = new Promise<void>((done) => (arrive = done));
	let ask = () => {};
	const asked = new Promise<void>((done) => (ask = done));
	await page.route('**/*.js', async (route) => {
		ask();
		await arrived;
		await route.continue();
	});
	return { arrive, asked };
}

/** Every page of a build, relative to its root: `''`, `my-life/`, … */
export function pagesOf(build: BuildName): string[] {
	return listFiles(buildDir(build))
		.filter((file) => /(^|\/)index\.html$/.test(file))
		.map((file) => addressOf(file).replace('./', ''));
}

/** What the active worker says of its cache; `null` while there is none. */
export function askWorker(page: Page): Promise<WorkerStatus | null> {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		if (!registration?.active) return null;
		const { port1, port2 } = new MessageChannel();
		const answer = new Promise<WorkerStatus>((done) => (port1.onmessage = (e) => done(e.data)));
		registration.active.postMessage({ type: 'STATUS' }, [port2]);
		return answer;
	});
}

/** Waits until the worker in charge of this page has every file of its build. */
export async function untilKept(page: Page): Promise<void> {
	await expect
		.poll(async () => {
			const status = await askWorker(page);
			return status && status.total > 0 ? status.total - status.done : 'no worker';
		})
		.toBe(0);
	await expect
		.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)))
		.toBe(true);
}

/** As when the network has come back: the app gets what it lacks, and looks for a new version. */
export function comeOnline(page: Page): Promise<void> {
	return page.evaluate(() => void dispatchEvent(new Event('online')));
}

/** Has the page look for a new version until it offers one, by a button that reloads it. */
export async function untilOffered(page: Page): Promise<void> {
	// The browser looks by itself too, a while after a page was opened: a look that joins that one
	// may find what was there before.
	await expect(async () => {
		await comeOnline(page);
		await expect(reloadButton(page)).toBeVisible({ timeout: 5000 });
	}).toPass();
}

export function reloadButton(page: Page): Locator {
	return page.getByRole('alert').getByRole('button', { name: 'Reload' });
}

/** What is in the caches of this origin: addresses by cache name. */
export function listCaches(page: Page): Promise<Record<string, string[]>> {
	return page.evaluate(async () => {
		const contents: Record<string, string[]> = {};
		for (const name of await caches.keys()) {
			const requests = await (await caches.open(name)).keys();
			contents[name] = requests.map(({ url }) => url);
		}
		return contents;
	});
}

/** Whether a service worker asked, and not a page; pages fetch nothing while they start. */
export function isFromWorker({ headers }: IncomingMessage): boolean {
	return headers['sec-fetch-dest'] === 'empty';
}

/** Counts, from now on, how often a worker tells this page that an installation failed. */
export async function countFailures(page: Page): Promise<() => Promise<number>> {
	let failures = 0;
	await page.exposeFunction('countFailure', () => void failures++);
	await page.addInitScript(() => {
		navigator.serviceWorker.addEventListener('message', ({ data }) => {
			if (data.type === 'FAILED') (window as never as { countFailure(): void }).countFailure();
		});
	});
	return async () => failures;
}
