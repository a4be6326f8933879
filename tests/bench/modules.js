/**
 * `npm run bench:modules`: what the script of a reading page is made of, module by module, by when it
 * comes: before the page answers, after that by itself, and while one reads to the end and rests.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openBench } from './bench.js';
import { rememberWhenAwake, scriptPaths } from './observe-scripts.js';
import { untilKept } from './phone.js';
import { brotliBytes } from './weight.js';

const HOUSE = resolve(import.meta.dirname, '../..');
const BUILD = join(HOUSE, 'tests/.builds/modules');
const MODULES = `${BUILD}.json`;
const REST = 10_000; // ms
const SHOWN = 12; // modules of each part that are named

/** @typedef {Record<string, [module: string, length: number][]>} Scripts by path, see modules.config.js */

/** @returns {Scripts} */
function build() {
	execFileSync(
		process.execPath,
		['node_modules/vite/bin/vite.js', 'build', '--config', 'tests/bench/modules.config.js'],
		{
			cwd: HOUSE,
			env: { ...process.env, BUILD_DIR: BUILD, MODULES, BASE_PATH: '', KILL_SWITCH: '' },
			stdio: ['ignore', 'ignore', 'inherit']
		}
	);
	return JSON.parse(readFileSync(MODULES, 'utf8'));
}

/**
 * The scripts that a chapter asks for with a worker in charge, by when it does.
 *
 * @returns {Promise<Record<string, string[]>>} paths in the build
 */
async function watchChapter() {
	const bench = await openBench(BUILD);
	try {
		const page = await bench.browser.newPage();
		await page.goto(bench.addressOn(bench.hosts.ours));
		await untilKept(page);
		await page.addInitScript(rememberWhenAwake);
		await page.reload();
		await page.locator('html.awake').waitFor({ state: 'attached' });
		await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
		await page.waitForTimeout(REST);
		const { before, after } = await page.evaluate(scriptPaths);
		return { 'until the page answers': before, 'by itself, after that': after };
	} finally {
		await bench.close();
	}
}

/**
 * How the bytes of some scripts are shared out among their modules, by length; a package is one.
 *
 * @param {string[]} paths
 * @param {Scripts} scripts
 * @returns {Map<string, number>} brotli bytes
 */
function shareOut(paths, scripts) {
	/** @type {Map<string, number>} */
	const shares = new Map();
	for (const path of paths) {
		const modules = scripts[path.slice(1)] ?? [];
		const whole = modules.reduce((sum, [, length]) => sum + length, 0) || 1;
		for (const [module, length] of modules.length > 0 ? modules : [[path, 1]]) {
			const name = nameOf(String(module));
			const bytes = (Number(length) / whole) * bytesOf(path);
			shares.set(name, (shares.get(name) ?? 0) + bytes);
		}
	}
	return shares;
}

/** @param {string} module */
function nameOf(module) {
	return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? module;
}

/**
 * @param {string} path
 * @returns {number} brotli
 */
function bytesOf(path) {
	return brotliBytes(readFileSync(join(BUILD, path)));
}

const scripts = build();
for (const [stage, paths] of Object.entries(await watchChapter())) {
	const whole = paths.reduce((sum, path) => sum + bytesOf(path), 0);
	const shares = [...shareOut(paths, scripts)].sort(([, a], [, b]) => b - a);
	const rest = shares.slice(SHOWN).reduce((sum, [, bytes]) => sum + bytes, 0);
	console.log(`\n${stage}: ${whole.toLocaleString('en')} B brotli in ${paths.length} files`);
	for (const [module, bytes] of shares.slice(0, SHOWN)) print(bytes, module);
	print(rest, `${Math.max(0, shares.length - SHOWN)} others`);
}

/**
 * @param {number} bytes
 * @param {string} what
 */
function print(bytes, what) {
	console.log(`${Math.round(bytes).toLocaleString('en').padStart(8)}  ${what}`);
}
