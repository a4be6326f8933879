import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file in a folder and the folders below it.
 *
 * @param {string} dir
 * @returns {string[]} paths relative to `dir`, with forward slashes, sorted
 */
export function listFiles(dir) {
	return readdirSync(dir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(join(dir, '/').length))
		.map((path) => path.replaceAll('\\', '/'))
		.sort();
}
