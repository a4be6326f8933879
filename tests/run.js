/**
 * What `npm test` runs: the unit tests, then the built site end to end. Prints the tests that took
 * longest, those that were skipped since this machine lacks what they need, and how long each part
 * took. Ends with the code of the first part that fails.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { env, execPath, exit } from 'node:process';
import { readArguments } from '../src/tools/command-line.js';
import { listSkipped, listSlowest, readPlaywright, readVitest } from './reports.js';

const USAGE = `npm test      runs all tests; it has no options

  npx vitest run --project node tests/core     those of one folder, of the browser's: --project browser
  npx playwright test -c tests offline         those of one file of tests/e2e`;

const SLOWEST = 20; // tests that are listed
const REPORTS = join(import.meta.dirname, '.reports');
const VITEST = join(REPORTS, 'vitest.json');
const PLAYWRIGHT = join(REPORTS, 'playwright.json');

/** @type {[part: string, program: string, args: string[]][]} */
const PARTS = [
	[
		'unit tests',
		'vitest/vitest.mjs',
		['run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`]
	],
	[
		'end to end, with its builds',
		'@playwright/test/cli.js',
		['test', '-c', 'tests', '--reporter=line,json']
	]
];

readArguments(USAGE, {});
rmSync(REPORTS, { recursive: true, force: true });
const times = [];
let code = 0;
const begun = performance.now();
for (const [part, program, args] of PARTS) {
	const from = performance.now();
	const { status } = spawnSync(execPath, [join('node_modules', program), ...args], {
		stdio: 'inherit',
		env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT }
	});
	times.push(`${part} ${clock(performance.now() - from)}`);
	code = status ?? 1;
	if (code !== 0) break;
}
const tests = [...readVitest(VITEST), ...readPlaywright(PLAYWRIGHT)];
console.log(`\nThe ${SLOWEST} slowest tests:\n`);
console.log(listSlowest(tests, SLOWEST));
console.log(`\nSkipped, since this machine lacks what they need:\n`);
console.log(listSkipped(tests));
console.log(`\nAll tests: ${clock(performance.now() - begun)} (${times.join(', ')})`);
exit(code);

/** @param {number} ms */
function clock(ms) {
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
}
