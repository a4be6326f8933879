import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from './address-of.js';
import { integrity } from '../integrity.js';
import { listFiles } from '../list-files.js';
import { findPacks, isPackList, packListPath } from './pack-lists.js';

/**
 * What the service worker keeps: addresses relative to the worker, each with the hash its bytes
 * must have. `fonts` are the files fetched and kept once a reader chooses a font, `packs` the works that
 * are kept when a reader says so, each with the hash of its list. `version` names the whole.
 *
 * @typedef {Record<string, string>} Hashes
 * @typedef {import('./pack-lists.js').PackSummary} PackSummary
 * @typedef {{ version: string, files: Hashes, fonts: Hashes, packs: Record<string, PackSummary> }} PrecacheList
 */

/** What stands in the worker until the list is known; src/service-worker/this-build.ts names it. */
export const PLACEHOLDER = 'self.__POSTIL_FILES__';

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
 * The list of a finished build.
 *
 * @param {string} dir
 * @param {ReadonlyMap<string, { summary: PackSummary }>} [packs] what is not kept unasked
 * @returns {PrecacheList} sorted by file name, so that two builds of one source are the same
 */
export function precacheList(dir, packs = findPacks(dir)) {
	/** @type {{ files: Hashes, fonts: Hashes }} */
	const list = { files: {}, fonts: {} };
	for (const file of listFiles(dir)) {
		const isOfPack = packs.has(file.split('/')[0]);
		if (isOfPack || isPackList(file) || NEVER.some((pattern) => pattern.test(file))) continue;
		const content = readFileSync(join(dir, file));
		list[isFont(file, content) ? 'fonts' : 'files'][addressOf(file)] = integrity(content);
	}
	const summaries = Object.fromEntries([...packs].map(([work, { summary }]) => [work, summary]));
	const whole = { ...list, packs: summaries };
	return { version: integrity(JSON.stringify(whole)).slice(7, 19), ...whole };
}

/**
 * Puts the list of a finished build into its service worker, and beside each pack the list of it.
 *
 * @param {string} dir
 * @param {import('./pack-lists.js').Limits} [limits]
 * @throws {Error} when the worker has no place for it, or more than one
 */
export function writePrecacheList(dir, limits) {
	const path = join(dir, 'service-worker.js');
	const parts = readFileSync(path, 'utf8').split(PLACEHOLDER);
	if (parts.length !== 2) {
		throw new Error(
			`${path} must hold ${PLACEHOLDER} once, but holds it ${parts.length - 1} times`
		);
	}
	const packs = findPacks(dir, limits);
	for (const [work, { text }] of packs) writeFileSync(join(dir, packListPath(work)), text);
	writeFileSync(path, parts.join(JSON.stringify(precacheList(dir, packs))));
}

/**
 * @param {string} file
 * @param {Buffer} content
 */
function isFont(file, content) {
	return /\.woff2?$/.test(file) || (file.endsWith('.css') && content.includes('@font-face'));
}
