import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { env, exit, getuid, platform } from 'node:process';
import { pathToFileURL } from 'node:url';

// The headless shell draws no windows, and so takes two thirds of the time for the end-to-end tests.
// Debian's /usr/bin/chromium is a shell script that prints warnings; the program is in lib.
/** @type {Record<string, (string | undefined)[]>} */
const USUAL_PLACES = {
	linux: [
		'/usr/lib/chromium/chromium-headless-shell',
		'/usr/lib/chromium/chromium',
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome-stable',
		'/usr/bin/google-chrome',
		'/opt/google/chrome/chrome',
		'/snap/bin/chromium'
	],
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
	],
	win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) => [
		`${folder}\\Google\\Chrome\\Application\\chrome.exe`,
		`${folder}\\Microsoft\\Edge\\Application\\msedge.exe`
	])
};

const isRoot = getuid?.() === 0;

/**
 * The arguments that Chromium needs on the command line. Its sandbox does not run as root.
 *
 * @returns {string[]}
 */
export function browserArgs() {
	return isRoot ? ['--no-sandbox'] : [];
}

/**
 * Looks for a Chromium to test with.
 *
 * @returns {string | null | undefined} its path; `null` for Playwright's own, which needs no path;
 *     `undefined` when there is none
 */
function lookForBrowser() {
	if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
	// Loaded only here, since Playwright takes a while to load and a build does not need it.
	const { chromium } = createRequire(import.meta.url)('playwright');
	if (existsSync(chromium.executablePath())) return null;
	return USUAL_PLACES[platform]?.find((path) => path && existsSync(path));
}

/**
 * The path of the Chromium to test with, as Playwright wants it in `executablePath`.
 *
 * @returns {string | undefined} `undefined` for Playwright's own, and also when there is none: builds
 *     read this configuration too, and do without a browser; tests are told by Playwright what is missing
 */
export function findBrowser() {
	return lookForBrowser() ?? undefined;
}

/**
 * Installs a Chromium by Playwright, or else by the system's package manager.
 *
 * @returns {boolean} whether there is a browser now
 */
function installBrowser() {
	/** @type {[string, ...string[]][]} */
	const ways = [['npx', 'playwright', 'install', 'chromium']];
	if (isRoot && existsSync('/usr/bin/apt-get')) {
		ways.push(
			['apt-get', 'update'],
			['apt-get', 'install', '-y', '--no-install-recommends', 'chromium-headless-shell'],
			['apt-get', 'install', '-y', '--no-install-recommends', 'chromium']
		);
	}
	for (const [command, ...args] of ways) {
		console.log(`No Chromium found. Trying: ${[command, ...args].join(' ')}`);
		try {
			execFileSync(command, args, { stdio: 'inherit', shell: platform === 'win32' });
		} catch {
			// The command has printed why it failed; the next one may work.
		}
		if (lookForBrowser() !== undefined) return true;
	}
	return false;
}

// Run as a script, it finds a browser or installs one.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	if (lookForBrowser() === undefined && !installBrowser()) {
		console.error(
			'The tests need Chromium or Chrome, and it could not be installed.\n' +
				'Install one, or set CHROMIUM_PATH to the program.'
		);
		exit(1);
	}
	console.log(`Browser: ${findBrowser() ?? "Playwright's Chromium"}`);
}
