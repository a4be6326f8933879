/**
 * A made library of 50 works and 5 million words, built and weighed: `node tests/bench/library.js`. Prints
 * how long the build took and its most memory, and what a first visit installs; then a word of one chapter is
 * corrected, of a work that is installed and of a pack that is kept, and it prints what a reader fetches
 * for each. With KEEP_LIBRARY=1 its folder is left there, and named at the end.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { findPacks } from '../../src/tools/precache/pack-lists.js';
import { precacheList } from '../../src/tools/precache/precache-list.js';
import { writeWork } from './million.js';

const HOUSE = resolve(import.meta.dirname, '../..');
const WORDS_OF_LARGE = 1_000_000;
const LARGE = 2;
const WORKS = 50;
const WORDS = 5_000_000;

const folder = mkdtempSync(join(tmpdir(), 'postil-library-'));
const [content, dir] = ['content', 'build'].map((name) => join(folder, name));
const source = readFileSync(join(HOUSE, 'content/my-life/43-the-exile.md'), 'utf8');
const text = source.replace(/^---[^]*?\n---\n/, '');
for (let number = 1; number <= WORKS; number++) {
	const isLarge = number <= LARGE;
	const rest = (WORDS - LARGE * WORDS_OF_LARGE) / (WORKS - LARGE);
	writeWork(join(content, `work-${number}`), text, {
		title: `Work ${number}`,
		words: isLarge ? WORDS_OF_LARGE : rest,
		chapters: isLarge ? 128 : 30
	});
}

const start = performance.now();
const { most, processor } = await build();
const seconds = (performance.now() - start) / 1000;
const { files, packs } = precacheList(dir, findPacks(dir));
const packed = Object.keys(packs)[0];
const before = { files, pack: packFiles(packed) };
const shell = Object.keys(files).filter((address) => !address.startsWith('work-'));
const bytes = (/** @type {string[]} */ addresses) =>
	addresses.reduce((sum, address) => sum + brotliBytes(address), 0);
const all = Object.keys(files);
const packBytes = Object.values(packs).map((pack) => pack.bytes);
const rows = {
	'load of the machine before': loadavg()[0].toFixed(1),
	'build, s': seconds.toFixed(0),
	'build, s of a processor': processor.toFixed(0),
	'build, most memory, MB': (most / 1e6).toFixed(0),
	'shell, files': shell.length,
	'shell, brotli bytes': bytes(shell),
	'a first visit installs, files': all.length,
	'a first visit installs, brotli bytes': bytes(all),
	'the worker itself, brotli bytes': brotliBytes('service-worker.js'),
	packs: Object.keys(packs).length,
	'packs, bytes in all (gzip)': packBytes.reduce((sum, one) => sum + one, 0)
};
print(rows);

const installed = Object.keys(files).find((address) => /^work-\d+\/\d+-/.test(address)) ?? '';
for (const address of [installed, `${packed}/003-part-3/`]) correct(address);
await build();
const after = { files: precacheList(dir, findPacks(dir)).files, pack: packFiles(packed) };
const ofSite = changed(before.files, after.files);
const ofPack = changed(before.pack, after.pack);
print({
	[`corrected: ${installed}`]: '',
	'files that are fetched': ofSite.join(', '),
	'… and the worker, requests': ofSite.length + 1,
	'… brotli bytes': bytes([...ofSite, 'service-worker.js']),
	[`corrected: ${packed}/003-part-3/`]: '',
	'files of the pack that are fetched': ofPack.join(', '),
	'… and its list, requests': ofPack.length + 1,
	'… bytes, as its list says (gzip), and its list in brotli':
		ofPack.reduce((sum, address) => sum + after.pack[address].bytes, 0) +
		brotliBytes(`${packed}/pack.json`)
});
if (process.env.KEEP_LIBRARY) console.log(folder);
else rmSync(folder, { recursive: true });

/** @param {Record<string, string | number>} rows */
function print(rows) {
	for (const [name, value] of Object.entries(rows)) console.log(`${name.padEnd(38)} ${value}`);
}

/**
 * The files of a pack, by address.
 *
 * @param {string} work
 * @returns {Record<string, { integrity: string, bytes: number }>}
 */
function packFiles(work) {
	return JSON.parse(readFileSync(join(dir, work, 'pack.json'), 'utf8'));
}

/**
 * Puts another word at the end of a chapter's last sentence.
 *
 * @param {string} address
 */
function correct(address) {
	const file = join(content, `${address.replace(/\/$/, '')}.md`);
	writeFileSync(file, readFileSync(file, 'utf8').replace(/\S+\n$/, 'corrected.\n'));
}

/**
 * The addresses of what is new or another.
 *
 * @param {Record<string, unknown>} old
 * @param {Record<string, unknown>} now
 */
function changed(old, now) {
	const same = (/** @type {string} */ address) =>
		JSON.stringify(old[address]) === JSON.stringify(now[address]);
	return Object.keys(now).filter((address) => !same(address));
}

/**
 * Builds the library, and gives the most memory that the build took, in bytes, and for how many seconds it
 * had a processor; 0 where /proc is missing.
 */
async function build() {
	const env = {
		...process.env,
		BUILD_DIR: dir,
		BASE_PATH: '',
		KILL_SWITCH: '',
		CONTENT_DIR: content
	};
	const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		cwd: HOUSE,
		env,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	let [most, processor] = [0, 0];
	const look = setInterval(() => {
		most = Math.max(most, memoryOf(child.pid ?? 0));
		processor = Math.max(processor, processorOf(child.pid ?? 0));
	}, 500);
	const code = await new Promise((done) => child.once('exit', done));
	clearInterval(look);
	if (code !== 0) throw new Error(`the build ended with ${code}`);
	return { most, processor };
}

/**
 * What a process and its children hold in memory, in bytes; Kit prerenders in a process of its own.
 *
 * @param {number} pid
 * @returns {number}
 */
function memoryOf(pid) {
	try {
		const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
		const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
		const own = Number(pages) * 4096;
		return children.filter(Boolean).reduce((sum, child) => sum + memoryOf(Number(child)), own);
	} catch {
		return 0; // It has ended, or this is no Linux.
	}
}

/**
 * For how many seconds a process had a processor, and those of its children that have ended.
 *
 * @param {number} pid
 */
function processorOf(pid) {
	try {
		// From the 14th field on: user and system of its own, and of its children; a hundred in a second.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
		return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) / 100, 0);
	} catch {
		return 0;
	}
}

/** @param {string} address */
function brotliBytes(address) {
	const file = address.replace(/(^|\/)(\.\/)?$/, '$1index.html');
	const content = readFileSync(join(dir, decodeURI(file)));
	const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
	return brotliCompressSync(content, { params }).length;
}
