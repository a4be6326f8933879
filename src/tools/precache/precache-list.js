import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

const LINK = /<link [^>]*>/g;
/** Kit's own scripts, which know of all pages. */
const CLIENT = /^_app\/immutable\/entry\//;

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
	const inPages = stylesInPages(dir);
	for (const file of listFiles(dir)) {
		const isElsewhere = packs.has(file.split('/')[0]) || isPackList(file) || inPages.has(file);
		if (isElsewhere || NEVER.some((pattern) => pattern.test(file))) continue;
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
 * The style sheets that stand in the pages they are for, and that nothing else asks for. Kit's client
 * names them, for pages that are shown without loading a document, and passes over those to which the
 * page has a link; ours has one to each, which is disabled (hooks.server.ts).
 *
 * @param {string} dir
 * @returns {Set<string>}
 */
function stylesInPages(dir) {
	const files = listFiles(dir);
	const read = (/** @type {string} */ file) => readFileSync(join(dir, file), 'utf8');
	const scripts = files
		.filter((file) => file.startsWith('_app/') && /\.js$/.test(file) && !CLIENT.test(file))
		.map(read);
	// Other links of pages, such as that to the sheet which follows the text.
	const links = files
		.filter((file) => file.endsWith('.html'))
		.flatMap((file) => read(file).match(LINK) ?? [])
		.filter((link) => !link.includes(' disabled'));
	const named = [...scripts, ...new Set(links)];
	const sheets = files.filter((file) => file.startsWith('_app/') && file.endsWith('.css'));
	return new Set(sheets.filter((file) => !named.some((text) => text.includes(basename(file)))));
}

/**
 * @param {string} file
 * @param {Buffer} content
 */
function isFont(file, content) {
	return /\.woff2?$/.test(file) || (file.endsWith('.css') && content.includes('@font-face'));
}
