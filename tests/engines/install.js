/** Installs what `npm run test:engines` needs, where that is possible: on Debian, as root. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { env, getuid } from 'node:process';
import { PACKAGES } from './engines.js';

const missing = Object.entries(PACKAGES).filter(([, { isThere }]) => !isThere());
const names = missing.map(([name]) => name).join(', ');
const packages = missing.flatMap(([, { packages }]) => packages);

if (packages.length > 0) {
	if (getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		const options = /** @type {const} */ ({
			stdio: 'inherit',
			env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }
		});
		execFileSync('apt-get', ['update'], options);
		execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
	} else {
		console.log(
			`Not here: ${names}. It is installed on Debian as root alone (${packages.join(' ')});` +
				'\njourneys that need it are skipped. FIREFOX_PATH says where a Firefox is.'
		);
	}
}
