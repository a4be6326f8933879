/**
 * `npm run bench`: what Postil costs beside a plain page of the same text. See README.md.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fail, readArguments } from '../../src/tools/command-line.js';
import { openBench } from './bench.js';
import { PHONE } from './phone.js';
import { table } from './table.js';

/**
 * @typedef {import('./bench.js').Bench} Bench
 * @typedef {import('./row.js').Group} Group
 * @typedef {import('./table.js').Result} Result
 */

const HOUSE = resolve(import.meta.dirname, '../..');

const USAGE = `npm run bench -- [OPTIONS]      what Postil costs beside a plain page of the same text

  --runs 20             pairs of runs, one of each page
  --only network-gone   one file of tests/bench/rows
  --build build         a build there is; else one is made
  --json FILE           where the raw numbers are written`;

const { values } = readArguments(USAGE, {
	options: {
		runs: { type: 'string', default: '20' },
		only: { type: 'string' },
		build: { type: 'string' },
		json: { type: 'string' }
	}
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) fail('--runs wants a number from 1.');

/** The groups in `rows/`, or the one asked for, by name. */
async function readGroups() {
	const all = readdirSync(join(import.meta.dirname, 'rows')).map((file) => basename(file, '.js'));
	const { only } = values;
	if (only && !all.includes(only)) fail(`--only wants one of ${all.join(', ')}.`);
	/** @type {Map<string, Group>} */
	const groups = new Map();
	for (const name of only ? [only] : all)
		groups.set(name, (await import(`./rows/${name}.js`)).group);
	return groups;
}

/** The build to measure: a fresh one, unless one was given. */
function build() {
	if (values.build) return resolve(values.build);
	const dir = join(HOUSE, 'tests/.builds/bench');
	console.log('Building …');
	execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		cwd: HOUSE,
		env: { ...process.env, BUILD_DIR: dir, BASE_PATH: '', KILL_SWITCH: '', CONTENT_DIR: undefined },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	return dir;
}

/**
 * Measures a group: its sides in turn, so that what disturbs the machine disturbs both. The first
 * pair only warms up: files are read and compressed, the browser's code is compiled.
 *
 * @param {Bench} bench
 * @param {string} name
 * @param {Group} group
 * @returns {Promise<Record<string, Result>>} by the keys of its rows
 */
async function measure(bench, name, group) {
	/** @type {Record<string, import('./table.js').Samples>} */
	const samples = {};
	const [warmUps, counted] = group.once ? [0, 1] : [1, Math.min(runs, group.runs ?? runs)];
	try {
		for (let run = -warmUps; run < counted; run++) {
			for (const side of group.sides) {
				progress(`${name}: ${run < 0 ? 'warming up' : `${run + 1} of ${counted}`}, ${side}`);
				const sample = await group.measure(bench, side);
				if (run < 0) continue;
				for (const key of Object.keys(group.rows)) {
					const value = sample[key];
					if (value !== undefined) ((samples[key] ??= {})[side] ??= []).push(value);
				}
			}
		}
		return mapRows(group, (row, key) => ({ row, samples: samples[key] ?? {} }));
	} catch (error) {
		return mapRows(group, (row) => ({ row, fault: String(error) }));
	}
}

/**
 * @param {Group} group
 * @param {(row: import('./row.js').Row, key: string) => Result} make
 */
function mapRows({ rows }, make) {
	return Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, make(row, key)]));
}

/** @param {string} line shown in the place of the one before, where there is a terminal */
function progress(line) {
	if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
}

/** @param {Bench} bench */
function describeMachine({ browser }) {
	const processors = cpus();
	return {
		date: new Date().toISOString(),
		cores: processors.length,
		processor: processors[0]?.model.trim() ?? 'unknown',
		load: loadavg().map((load) => Math.round(load * 10) / 10),
		chromium: browser.version(),
		node: process.version
	};
}

const groups = await readGroups();
const bench = await openBench(build());
const before = describeMachine(bench);
/** @type {Record<string, Record<string, Result>>} */
const results = {};
for (const [name, group] of groups) results[name] = await measure(bench, name, group);
progress('');
const after = describeMachine(bench);
await bench.close();

const all = Object.values(results).flatMap((rows) => Object.values(rows));
const { latency, downloadThroughput } = PHONE.network;
console.log(`\n${table(all)}\n`);
console.log(
	`Medians (min–max) of ${runs} interleaved pairs (5 with marks, 3 with 100,000); ${before.date.slice(0, 10)}; ` +
		`Chromium ${before.chromium}, Node ${before.node}; ${before.cores} cores, ${before.processor}, ` +
		`load ${before.load[0]} to ${after.load[0]}.\n` +
		`Phone: CPU ${PHONE.cpu}x slower, ${latency} ms and ${(downloadThroughput * 8) / 1e6} Mbit/s, ` +
		`${PHONE.screen.viewport.width}x${PHONE.screen.viewport.height} @${PHONE.screen.deviceScaleFactor}.`
);
if (values.json) {
	const content = { machine: { before, after }, phone: PHONE, runs, results };
	writeFileSync(values.json, JSON.stringify(content, null, '\t') + '\n');
}
const faults = new Set(all.flatMap((result) => ('fault' in result ? result.fault : [])));
for (const fault of faults) console.error(`Not measured: ${fault}`);
// Times are no verdict: a busy machine would fail the best of them.
process.exitCode = faults.size > 0 ? 1 : 0;
