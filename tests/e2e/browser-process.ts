/** A browser that the test started itself, to kill it: Playwright closes its own in good order. */
import { chromium, test, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { browserArgs, findBrowser } from '../../src/tools/find-browser.js';

export interface BrowserProcess {
	page: Page;
	/** Ends all its processes at once, as a phone that is out of memory does. */
	kill(): Promise<void>;
	/** Holds all its processes where they are; none of them does anything more. POSIX only. */
	freeze(): void;
}

/** Ms: what waits on such a page would else wait for ever, and the browser outlive its test. */
const PATIENCE = 60_000;

/** Does what Playwright would wait for without end in such a browser; an error says which it was. */
export function patiently<T>(what: string, work: () => Promise<T>): Promise<T> {
	return test.step(what, work, { timeout: PATIENCE });
}

/** Starts a browser on a profile, which must not be in use. */
export function startBrowser(
	profile: string,
	viewport: { width: number; height: number }
): Promise<BrowserProcess> {
	return patiently('start a browser', () => start(profile, viewport));
}

async function start(
	profile: string,
	viewport: { width: number; height: number }
): Promise<BrowserProcess> {
	const child = spawn(
		findBrowser() ?? chromium.executablePath(),
		[
			...browserArgs(),
			'--headless',
			'--no-first-run',
			'--remote-debugging-port=0',
			`--user-data-dir=${profile}`,
			'about:blank'
		],
		{ stdio: ['ignore', 'ignore', 'pipe'], detached: true }
	);
	const exited = once(child, 'exit');
	let address: string | undefined;
	for await (const line of createInterface(child.stderr)) {
		address = /DevTools listening on (\S+)/.exec(line)?.[1];
		if (address) break;
	}
	if (!address) throw new Error('the browser ended before it could be driven');
	child.stderr.resume(); // one that cannot say more stands still
	const browser = await chromium.connectOverCDP(address);
	const page = await browser.contexts()[0].newPage();
	page.setDefaultTimeout(PATIENCE);
	await page.setViewportSize(viewport);
	return {
		page,
		async kill() {
			// Its whole group: the parts that write to the disk are processes of their own.
			if (process.platform === 'win32') child.kill('SIGKILL');
			else process.kill(-child.pid!, 'SIGKILL');
			await patiently('wait until the browser has ended', () => exited);
		},
		freeze: () => process.kill(-child.pid!, 'SIGSTOP')
	};
}
