import { readFileSync } from 'node:fs';

const EVERY = 50; // ms between two looks

/**
 * Watches the memory of a browser's processes that show pages: what is theirs alone, as Chromium's own
 * task manager counts it (`RssAnon` and what was swapped out). Workers of a page live in its process.
 * Linux only: elsewhere all is 0.
 *
 * @param {import('playwright').Browser} browser
 */
export async function watchMemory(browser) {
	const cdp = await browser.newBrowserCDPSession();
	let most = 0;
	const look = async () => {
		const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
		const renderers = processInfo.filter(({ type }) => type === 'renderer');
		const now = Math.max(0, ...renderers.map(({ id }) => privateBytes(id)));
		most = Math.max(most, now);
		return now;
	};
	// A look that is under way when the browser closes is answered by an error.
	const timer = setInterval(() => void look().catch(() => 0), EVERY);
	return {
		/** Of the largest process now, in bytes. */
		look,
		/** The most since the last time, in bytes. */
		takeMost() {
			const taken = most;
			most = 0;
			return taken;
		},
		stop: () => clearInterval(timer)
	};
}

/** @param {number} pid */
function privateBytes(pid) {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		const pages = [...status.matchAll(/^(?:RssAnon|VmSwap):\s+(\d+) kB$/gm)];
		return pages.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
	} catch {
		return 0; // It has ended, or this is no Linux.
	}
}
