import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLinks } from '$lib/core/text/links';

describe('links in a note', () => {
	test.each<[string, string[]]>([
		['see https://a.org/b?c#d.', ['https://a.org/b?c#d']],
		['(http://a.org)', ['http://a.org']],
		[
			'https://en.wikipedia.org/wiki/Exile_(film), and',
			['https://en.wikipedia.org/wiki/Exile_(film)']
		],
		['“https://a.org”', ['https://a.org']],
		['HTTPS://A.ORG', ['HTTPS://A.ORG']],
		['javascript:alert(1)', []],
		['data:text/html,x', []],
		['www.a.org', []],
		['https://', []],
		['https:///', []],
		['xhttps://a.org', []],
		['', []]
	])('%s', (text, links) => {
		expect(splitLinks(text).flatMap(({ href }) => href ?? [])).toEqual(links);
	});

	test('pieces join to the text, and every address can be opened', () => {
		const words = fc.array(
			fc.oneof(
				fc.string(),
				fc.constantFrom('https://', ')', '.', ' ', '(http://a', 'https://b.org/c_(d)?e#f')
			)
		);
		fc.assert(
			fc.property(words, (words) => {
				const text = words.join('');
				const pieces = splitLinks(text);
				expect(pieces.map((piece) => piece.text).join('')).toBe(text);
				for (const { href } of pieces) if (href) expect(href).toMatch(/^https?:\/\/./i);
			})
		);
	});

	// What grows as the square of a text's length would take minutes for these, whatever the machine.
	const LONG = 200_000;
	test.each<[string, string, number]>([
		['signs within an address', `https://a${'.'.repeat(LONG)}b`, 1],
		['signs at the end of an address', `https://a${'.'.repeat(LONG)}`, 1],
		['brackets', `https://a${'('.repeat(LONG)}${')'.repeat(LONG)}`, 1],
		['a letter and signs', `a${'.'.repeat(LONG)}`, 0],
		['beginnings of addresses', 'https://'.repeat(LONG), 1],
		['addresses', 'https://a. '.repeat(LONG), LONG]
	])('a long note of %s takes no longer than its length', (_, text, links) => {
		const pieces = splitLinks(text);
		expect(pieces.filter(({ href }) => href !== null)).toHaveLength(links);
		expect(pieces.map((piece) => piece.text).join('') === text).toBe(true);
	});
});
