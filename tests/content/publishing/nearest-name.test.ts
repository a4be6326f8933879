import { expect, test } from 'vitest';
import { nearestName } from '$lib/content/publishing/nearest-name';

const KNOWN = ['title', 'author', 'language', 'dir', 'source', 'rights'] as const;

test.each([
	['title', 'title'],
	['Title', 'title'],
	['tilte', 'title'],
	['langauge', 'language'],
	['autor', 'author'],
	['right', 'rights'],
	['sources', 'source'],
	['publisher', null],
	['lang', null],
	['', null]
])('“%s” was meant to be %s', (name, meant) => {
	expect(nearestName(name, KNOWN)).toBe(meant);
});

test('of two that are as near, the first is meant', () => {
	expect(nearestName('bat', ['cat', 'hat'])).toBe('cat');
});
