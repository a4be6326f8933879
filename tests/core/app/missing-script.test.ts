import { describe, expect, test } from 'vitest';
import { loadModule, MissingScriptError } from '../../../src/lib/core/app/missing-script';

describe('A module loaded on demand', () => {
	test.each([
		['Chromium', new TypeError('Failed to fetch dynamically imported module: http://a/b.js')],
		['Firefox', new TypeError('error loading dynamically imported module: http://a/b.js')],
		['Safari', new TypeError('Importing a module script failed.')],
		['a captive portal', new TypeError("'text/html' is not a valid JavaScript MIME type.")],
		['its style sheet', new Error('Unable to preload CSS for /_app/a.css')]
	])('is missing when it cannot be fetched: %s', async (_, error) => {
		await expect(loadModule(() => Promise.reject(error))).rejects.toThrow(MissingScriptError);
	});

	test.each([
		['a slip', new TypeError('Cannot read properties of undefined')],
		['one that speaks of modules', new TypeError("reading 'module' of an import")]
	])('is not missing when its own code fails: %s', async (_, error) => {
		await expect(loadModule(() => Promise.reject(error))).rejects.toBe(error);
	});

	test('is given as it is', async () => {
		await expect(loadModule(async () => ({ answer: 42 }))).resolves.toEqual({ answer: 42 });
	});
});
