/** Where the engines are that `npm run test:engines` drives, and what they are installed by. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { env, platform } from 'node:process';

const FIREFOX = [
	'/usr/bin/firefox-esr',
	'/usr/bin/firefox',
	'/Applications/Firefox.app/Contents/MacOS/firefox',
	'C:\\Program Files\\Mozilla Firefox\\firefox.exe'
];

/** Debian's packages, and what says that they are there. */
export const PACKAGES = {
	Firefox: { packages: ['firefox-esr'], isThere: () => Boolean(findFirefox()) },
	WebKit: {
		packages: ['webkit2gtk-driver', 'gir1.2-webkit2-4.1', 'python3-gi', 'xvfb'],
		isThere: hasWebKit
	},
	'what reads a PDF': { packages: ['poppler-utils'], isThere: canReadPdf }
};

/**
 * The path of Firefox.
 *
 * @returns {string | undefined} `undefined` when there is none
 */
export function findFirefox() {
	return env.FIREFOX_PATH ?? FIREFOX.find((path) => existsSync(path));
}

/** Whether WebKitGTK is here, with its driver, its Python binding, and a screen that nobody sees. */
export function hasWebKit() {
	if (platform !== 'linux' || !runs('WebKitWebDriver', '--help') || !runs('Xvfb', '-help'))
		return false;
	const load = 'import gi; gi.require_version("WebKit2", "4.1"); from gi.repository import WebKit2';
	return runs('/usr/bin/python3', '-c', load);
}

/** Whether the words of a printed page can be read. */
export function canReadPdf() {
	return runs('pdftotext', '-v');
}

/**
 * @param {string} program
 * @param {string[]} args
 */
function runs(program, ...args) {
	try {
		execFileSync(program, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false; // it is not there, or lacks what it needs
	}
}
