import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { listFiles } from './list-files.js';

const VERSION_LENGTH = 12; // hex digits

/**
 * A name for the code of a build, which stays the same until a file of the code changes. Kit writes
 * it into every page; texts have no part in it, so that a corrected chapter changes its own page and
 * no other.
 *
 * @param {string[]} paths files, and folders with a slash at the end, relative to the working directory
 * @param {string} base the base path, which stands in the code too
 * @returns {string} 12 hex digits
 */
export function codeVersion(paths, base) {
	const hash = createHash('sha256').update(base);
	for (const path of paths) {
		const files = path.endsWith('/') ? listFiles(path).map((file) => path + file) : [path];
		for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, VERSION_LENGTH);
}
