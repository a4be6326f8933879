/** What stands in HTML, and what a reader sees of a note in it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml, textOfHtml } from '$lib/core/formats/html';

describe('The text of a note in HTML', () => {
	test.each<[string, string, string]>([
		['paragraphs and breaks', '<p>one<br>two</p><p>three</p>', 'one\ntwo\nthree'],
		['other elements', 'a <b class="x">bold</b> word', 'a bold word'],
		['comments', 'one<!-- two -->three', 'onethree'],
		['less than, which begins no tag', 'a < b and c <3', 'a < b and c <3'],
		['numbers', '&#233; &#xe9; &#128512;', 'é é 😀'],
		['the names of XML', '&lt;b&gt; &amp; &quot;q&quot; &apos;', '<b> & "q" \''],
		['names of HTML', 'caf&eacute; &hellip; &ndash; &laquo;&#8239;', 'café … – «'],
		['a space that does not break', 'p.&nbsp;7', 'p. 7'],
		['a name that is none', '&nothing; &', '&nothing; &'],
		['entities of entities, once', '&amp;lt;', '&lt;'],
		['numbers of no character', '&#xd83d; &#0; &#x110000;', '\ufffd \ufffd \ufffd']
	])('%s', (_, html, text) => expect(textOfHtml(html)).toBe(text));
});

test('Text comes out of HTML as it was put into it', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(textOfHtml(escapeHtml(text))).toBe(text.trim());
		})
	);
});

test('A carriage return stays one, and no control stands in a page', () => {
	expect(escapeHtml('a\r\nb\rc')).toBe('a&#13;\nb&#13;c');
	expect(escapeHtml('a\0b\x07c\x1bd')).toBe('a\ufffdb\ufffdc\ufffdd');
});
