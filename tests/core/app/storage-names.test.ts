import { describe, expect, test } from 'vitest';
import { databaseName, isOwnName, ownName } from '$lib/core/app/storage-names';

const BASES = ['', '/book', '/book/two', '/book2'];

describe('What we keep on an origin', () => {
	test('is named after the base path', () => {
		expect(databaseName('')).toBe('postil');
		expect(databaseName('/book')).toBe('postil/book');
		expect(ownName('/book', 'precache')).toBe('postil/book:precache');
	});

	test.each(BASES)('is ours under "%s", and nobody else’s', (base) => {
		for (const other of BASES) {
			expect(isOwnName(base, ownName(other, 'precache'))).toBe(base === other);
		}
	});

	test.each(['workbox-precache', 'postil', 'postilion:precache', 'Postil:precache', ''])(
		'is not "%s"',
		(name) => {
			expect(isOwnName('', name)).toBe(false);
		}
	);

	test('never shares a database', () => {
		expect(new Set(BASES.map(databaseName)).size).toBe(BASES.length);
	});
});
