import { expect, test } from 'vitest';
import { isMissingScript } from '../../../src/lib/core/app/missing-script';

test.each([
	['Chromium', new TypeError('Failed to fetch dynamically imported module: http://a/b.js'), true],
	['Firefox', new TypeError('error loading dynamically imported module: http://a/b.js'), true],
	['Safari', new TypeError('Importing a module script failed.'), true],
	['a slip of ours', new TypeError('Cannot read properties of undefined'), false],
	['another error', new Error('Importing a module script failed.'), false]
])('A script that cannot be had is known by its error: %s', (_, error, isMissing) => {
	expect(isMissingScript(error)).toBe(isMissing);
});
