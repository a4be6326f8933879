/** Reads the reports of Vitest and Playwright, for the list of the tests that took longest. */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @typedef {{ name: string, ms: number }} Timed one test, with its file */

/**
 * The tests in a report of Vitest's `json` reporter; none when it was not written.
 *
 * @param {string} file
 * @returns {Timed[]}
 */
export function readVitest(file) {
	/** @type {{ testResults: { name: string, assertionResults: { fullName: string, duration?: number | null }[] }[] } | null} */
	const report = read(file);
	return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
		assertionResults.map(({ fullName, duration }) => ({
			name: `${relative('tests', name)} › ${fullName}`,
			ms: duration ?? 0
		}))
	);
}

/**
 * @typedef {{ title: string, file: string, specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ title: string, file: string, tests: { projectName: string, results: { duration: number }[] }[] }} Spec
 */

/**
 * The tests in a report of Playwright's `json` reporter; none when it was not written.
 *
 * @param {string} file
 * @returns {Timed[]}
 */
export function readPlaywright(file) {
	/** @type {{ suites: Suite[] } | null} */
	const report = read(file);
	return (report?.suites ?? []).flatMap(testsOf);
}

/**
 * @param {Suite} suite
 * @returns {Timed[]}
 */
function testsOf({ specs = [], suites = [] }) {
	const own = specs.flatMap(({ title, file, tests }) =>
		tests.map(({ projectName, results }) => ({
			name: `[${projectName}] ${file} › ${title}`,
			ms: results.reduce((sum, { duration }) => sum + duration, 0)
		}))
	);
	return [...own, ...suites.flatMap(testsOf)];
}

/**
 * The longest tests, a line each, with their seconds.
 *
 * @param {readonly Timed[]} tests
 * @param {number} most
 * @returns {string}
 */
export function listSlowest(tests, most) {
	const slowest = [...tests].sort((a, b) => b.ms - a.ms).slice(0, most);
	return slowest
		.map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`)
		.join('\n');
}

/** @param {string} file */
function read(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
