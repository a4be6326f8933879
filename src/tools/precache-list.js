import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { integrity } from './integrity.js';
import { listFiles } from './list-files.js';

/**
 * What the service worker keeps: addresses relative to the worker, each with the hash its bytes
 * must have. `fonts` are the files fetched and kept once a reader chooses a font. `version` names
 * the whole.
 *
 * @typedef {Record<string, string>} Hashes
 * @typedef {{ version: string, files: Hashes, fonts: Hashes }} PrecacheList
 */

/** What stands in the worker until the list is known; src/service-worker/this-build.ts names it. */
const PLACEHOLDER = 'self.__POSTIL_FILES__';

// Not needed to read: the worker itself, files for hosts and stores, and what a host may not serve.
const NEVER = [
	/^service-worker\.js$/,
	/^_app\/version\.json$/,
	/^_[^/]*$/,
	/(^|\/)\./,
	/^(CNAME|robots\.txt|sitemap\.xml|screenshots\/.*)$/,
	/\.(br|gz|map)$/
];

/**
 * The address under which a built file is asked for, relative to the site's root.
 *
 * @param {string} file as in `my-life/43-the-exile/index.html`
 * @returns {string} as in `my-life/43-the-exile/`; the root is `./`, since an empty one would be
 *     the worker's own address
 */
export function addressOf(file) {
	const address = file.replace(/(^|\/)index\.html$/, '$1') || './';
	return encodeURI(address).replace(/[?#]/g, encodeURIComponent);
}

/**
 * The list of a finished build.
 *
 * @param {string} dir
 * @returns {PrecacheList} sorted by file name, so that two builds of one source are the same
 */
export function precacheList(dir) {
	/** @type {{ files: Hashes, fonts: Hashes }} */
	const list = { files: {}, fonts: {} };
	for (const file of listFiles(dir)) {
		if (NEVER.some((pattern) => pattern.test(file))) continue;
		const content = readFileSync(join(dir, file));
		list[isFont(file, content) ? 'fonts' : 'files'][addressOf(file)] = integrity(content);
	}
	return { version: integrity(JSON.stringify(list)).slice(7, 19), ...list };
}

/**
 * Puts the list of a finished build into its service worker.
 *
 * @param {string} dir
 * @throws {Error} when the worker has no place for it, or more than one
 */
export function writePrecacheList(dir) {
	const path = join(dir, 'service-worker.js');
	const parts = readFileSync(path, 'utf8').split(PLACEHOLDER);
	if (parts.length !== 2) {
		throw new Error(
			`${path} must hold ${PLACEHOLDER} once, but holds it ${parts.length - 1} times`
		);
	}
	writeFileSync(path, parts.join(JSON.stringify(precacheList(dir))));
}

/**
 * @param {string} file
 * @param {Buffer} content
 */
function isFont(file, content) {
	return /\.woff2?$/.test(file) || (file.endsWith('.css') && content.includes('@font-face'));
}
