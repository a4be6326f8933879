import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { addressOf } from './address-of.js';
import { integrity } from '../integrity.js';
import { listFiles } from '../list-files.js';

/**
 * Packs: works that are too large to be kept offline unasked (src/lib/core/app/packs.ts, which has the
 * types of the lists too).
 *
 * @typedef {import('../../lib/core/app/packs.js').PackFile} PackFile
 * @typedef {import('../../lib/core/app/packs.js').PackSummary} PackSummary
 * @typedef {{ work: number, all: number }} Limits bytes, compressed: of one work, and of all that are
 *     kept unasked
 */

/** @type {Limits} */
const LIMITS = { work: 500_000, all: 5_000_000 };
/** Files that hosts send compressed. */
const COMPRESSIBLE = /\.(html|json|svg)$/i;
const PICTURE = /<img [^>]*?src="([^"]+)"/g;
const CONTENTS = /^([^/]+)\/contents\.json$/;

/** @param {string} work */
export function packListPath(work) {
	return `${work}/pack.json`;
}

/** @param {string} file */
export function isPackList(file) {
	return /^[^/]+\/pack\.json$/.test(file);
}

/**
 * The packs of a finished build: works over the limit of one, and of the others the largest, until the
 * rest is within the limit of all.
 *
 * @param {string} dir
 * @param {Limits} [limits]
 * @returns {Map<string, { text: string, summary: PackSummary }>} their lists by their slugs, sorted
 */
export function findPacks(dir, limits = LIMITS) {
	const works = listFiles(dir).flatMap((file) => CONTENTS.exec(file)?.[1] ?? []);
	const lists = works.map((work) => ({ work, ...packListOf(dir, work) }));
	let all = 0;
	const packs = lists
		.sort((a, b) => a.summary.bytes - b.summary.bytes)
		.filter(({ summary: { bytes } }) => bytes > limits.work || (all += bytes) > limits.all)
		.sort((a, b) => (a.work < b.work ? -1 : 1));
	return new Map(packs.map(({ work, text, summary }) => [work, { text, summary }]));
}

/**
 * The list of a work's files.
 *
 * @param {string} dir of the finished build
 * @param {string} work
 */
function packListOf(dir, work) {
	const folder = join(dir, work);
	/** @type {Record<string, PackFile>} */
	const files = {};
	for (const name of listFiles(folder)) {
		const file = `${work}/${name}`;
		if (isPackList(file)) continue;
		const content = readFileSync(join(dir, file));
		const bytes = COMPRESSIBLE.test(file) ? gzipSync(content).length : content.length;
		const pictures = name.endsWith('index.html') ? picturesOn(addressOf(file), content) : [];
		files[addressOf(file)] = {
			integrity: integrity(content),
			bytes,
			...(pictures.length > 0 ? { pictures } : {})
		};
	}
	const text = JSON.stringify(files);
	const all = Object.values(files);
	const bytes = all.reduce((sum, file) => sum + file.bytes, 0);
	return { text, summary: { list: integrity(text), bytes, files: all.length } };
}

/**
 * The addresses of the pictures that a page shows, relative to the site's root.
 *
 * @param {string} page its address
 * @param {Buffer} content
 * @returns {string[]}
 */
function picturesOn(page, content) {
	const sources = [...content.toString().matchAll(PICTURE)].map(([, source]) => source);
	const root = 'https://site.example/';
	const addresses = sources.map((source) => new URL(source.replaceAll('&amp;', '&'), root + page));
	return [...new Set(addresses.map(({ href }) => href.slice(root.length)))];
}
