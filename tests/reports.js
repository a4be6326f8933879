/** Reads the reports of Vitest and Playwright: which tests took longest, and which were skipped. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ name: string, ms: number, isSkipped: boolean }} Test one test, with its file */

/**
 * The tests in a report of Vitest's `json` reporter; none when it was not written.
 *
 * @param {string} file
 * @returns {Test[]}
 */
export function readVitest(file) {
	/** @type {{ testResults: { name: string, assertionResults: { fullName: string, status: string, duration?: number | null }[] }[] } | null} */
	const report = read(file);
	return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
		assertionResults.map(({ fullName, status, duration }) => ({
			name: `${relative('tests', name)} › ${fullName}`,
			ms: duration ?? 0,
			isSkipped: status === 'skipped'
		}))
	);
}

/**
 * @typedef {{ title: string, file: string, specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ title: string, file: string, tests: { projectName: string, status: string, results: { duration: number }[] }[] }} Spec
 */

/**
 * The tests in a report of Playwright's `json` reporter; none when it was not written.
 *
 * @param {string} file
 * @returns {Test[]}
 */
export function readPlaywright(file) {
	/** @type {{ suites: Suite[] } | null} */
	const report = read(file);
	return (report?.suites ?? []).flatMap(testsOf);
}

/**
 * @param {Suite} suite
 * @returns {Test[]}
 */
function testsOf({ specs = [], suites = [] }) {
	const own = specs.flatMap(({ title, file, tests }) =>
		tests.map(({ projectName, status, results }) => ({
			name: `[${projectName}] ${file} › ${title}`,
			ms: results.reduce((sum, { duration }) => sum + duration, 0),
			isSkipped: status === 'skipped'
		}))
	);
	return [...own, ...suites.flatMap(testsOf)];
}

/**
 * The longest tests, a line each, with their seconds.
 *
 * @param {readonly Test[]} tests
 * @param {number} most
 * @returns {string}
 */
export function listSlowest(tests, most) {
	const slowest = [...tests].sort((a, b) => b.ms - a.ms).slice(0, most);
	return slowest
		.map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`)
		.join('\n');
}

/**
 * The skipped tests, a line each; `none` when there are none.
 *
 * @param {readonly Test[]} tests
 * @returns {string}
 */
export function listSkipped(tests) {
	const skipped = tests.filter(({ isSkipped }) => isSkipped);
	return skipped.map(({ name }) => `           ${name}`).join('\n') || '           none';
}

/** @param {string} file */
function read(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
