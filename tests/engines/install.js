/** Finds Firefox for `npm run test:engines`, or installs it where that is possible: on Debian, as root. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { env, exit, getuid } from 'node:process';
import { pathToFileURL } from 'node:url';

const USUAL_PLACES = [
	'/usr/bin/firefox-esr',
	'/usr/bin/firefox',
	'/Applications/Firefox.app/Contents/MacOS/firefox',
	'C:\\Program Files\\Mozilla Firefox\\firefox.exe'
];

/**
 * The path of Firefox.
 *
 * @returns {string | undefined} `undefined` when there is none
 */
export function findFirefox() {
	return env.FIREFOX_PATH ?? USUAL_PLACES.find((path) => existsSync(path));
}

/** Run as a script, it installs what is missing. */
function install() {
	if (findFirefox()) return;
	if (getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		console.error(
			'The tests need Firefox, and install it on Debian as root alone.\n' +
				'Install it, or set FIREFOX_PATH to the program.'
		);
		exit(1);
	}
	execFileSync('apt-get', ['update'], { stdio: 'inherit' });
	execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'firefox-esr'], {
		stdio: 'inherit',
		env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }
	});
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) install();
