import { expect, test } from 'vitest';
import { basePath } from '../../src/tools/base-path.js';

test.each([
	[undefined, ''],
	['', ''],
	['/', ''],
	['/book', '/book'],
	['/my/book', '/my/book']
])('BASE_PATH %j is %j', (given, expected) => {
	expect(basePath(given)).toBe(expected);
});

test.each(['book', '/book/', 'https://example.org/book', '/a b', '//book'])(
	'BASE_PATH %j is refused, and the message shows it',
	(given) => {
		expect(() => basePath(given)).toThrow(given);
	}
);
