import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file under `dir`, as paths relative to it with forward slashes, sorted.
 *
 * @param {string} dir
 * @returns {string[]}
 */
export function listFiles(dir) {
	return readdirSync(dir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(dir, '/').length))
		.map((path) => path.replaceAll('\\', '/'))
		.sort();
}

/**
 * The SHA-256 of some bytes as browsers want it in `integrity` and in a content security policy.
 *
 * @param {string | Uint8Array} content
 * @returns {`sha256-${string}`}
 */
export function integrity(content) {
	return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

/**
 * A name for the code of a build: the same until a file of it changes. Texts are left out, so that
 * a corrected chapter changes its own page and no other.
 *
 * @param {string[]} paths files and folders, relative to the working directory
 * @param {string} base the base path, which is in the code too
 * @returns {string} 12 hex digits
 */
export function codeVersion(paths, base) {
	const hash = createHash('sha256').update(base);
	for (const path of paths) {
		const files = path.endsWith('/') ? listFiles(path).map((file) => path + file) : [path];
		for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 12);
}
