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
});
