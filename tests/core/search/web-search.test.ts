import { describe, expect, test } from 'vitest';
import { isSearchAddress, WEB_SEARCHES, webSearchFor } from '$lib/core/search/web-search';

describe('A search on the web', () => {
	test('is none until one is chosen', () => {
		expect(webSearchFor('', 'train', 'en')).toBeNull();
	});

	test('has the words in its address, in the language of the text', () => {
		expect(webSearchFor('wikipedia', '“a & b?”', 'de-AT')).toEqual({
			name: 'Wikipedia',
			address: 'https://de.wikipedia.org/w/index.php?search=%E2%80%9Ca%20%26%20b%3F%E2%80%9D'
		});
	});

	test.each(WEB_SEARCHES)('$name leads to a site', ({ id, name }) => {
		const { protocol, hostname } = new URL(webSearchFor(id, 'x', 'en')!.address);
		expect(protocol).toBe('https:');
		expect(hostname).toContain(name.toLowerCase());
	});

	test.each([
		['https://example.org/?q=%s', true],
		['http://localhost:8080/#%s', true],
		['example.org/?q=%s', false],
		['https://example.org/?q=', false]
	])('may have the address %s: %s', (address, isOne) => {
		expect(isSearchAddress(address)).toBe(isOne);
	});

	test('may be one of one’s own, called by its host', () => {
		expect(webSearchFor('https://dict.example.org/look/%s/now', 'ab cd', 'en')).toEqual({
			name: 'dict.example.org',
			address: 'https://dict.example.org/look/ab%20cd/now'
		});
	});

	// What was stored may come from a file of somebody else's.
	test.each([
		'javascript:alert(1)//%s',
		'https://example.org/',
		'//example.org/%s',
		'data:text/html,%s',
		'https://%s',
		'google.com/%s',
		'https://[/%s'
	])('is none by %s', (chosen) => {
		expect(webSearchFor(chosen, 'a.b', 'en')).toBeNull();
	});

	test('takes words as they are: signs of a pattern, half of a letter', () => {
		expect(webSearchFor('google', '$& %s \ud83d', 'en')!.address).toBe(
			'https://www.google.com/search?q=%24%26%20%25s%20%EF%BF%BD'
		);
	});
});
