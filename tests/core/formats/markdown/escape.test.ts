/** A note is read as it was typed, by whatever program shows it. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { escapeDestination, escapeInline, escapeLines } from '$lib/core/formats/markdown/escape';
import { wellFormed } from '$lib/core/formats/json';
import { note, words } from './notes';
import { look, RENDERERS } from './renderers';

vi.setConfig({ testTimeout: 60_000 });

describe.each(Object.entries(RENDERERS))('%s', (_, render) => {
	test('shows the text of any note, and no element but paragraphs, line breaks and links', () => {
		fc.assert(
			fc.property(note, (text) => {
				const { text: shown, elements, links } = look(render(escapeLines(text)));
				expect(words(shown)).toBe(words(text));
				expect(elements.filter((name) => !['p', 'br', 'a'].includes(name))).toEqual([]);
				for (const link of links) expect(link).toMatch(/^(?:https?:|mailto:|ftp:)/i);
			}),
			{ numRuns: 2000 }
		);
	});

	test('shows each line of a note as one, with its indentation', () => {
		const text = 'plan:\n    - first\n\t- second\n\n      # not a heading\n     > not a quote';
		const { text: shown, elements } = look(render(escapeLines(text)));
		expect(
			shown
				.split('\n')
				.filter((line) => line.trim() !== '')
				.map((line) => line.replaceAll('\u00a0', ' '))
		).toEqual(
			text
				.replaceAll('\t', '    ')
				.split('\n')
				.filter((line) => line !== '')
		);
		expect([...new Set(elements)]).toEqual(['p', 'br']);
	});

	test('shows any title in one line', () => {
		fc.assert(
			fc.property(note, (title) => {
				fc.pre(words(title) !== '');
				const { text, elements } = look(render(`## ${escapeInline(title)}\n`));
				expect(words(text)).toBe(words(title));
				expect(elements.filter((name) => name !== 'a')).toEqual(['h2']);
			}),
			{ numRuns: 500 }
		);
	});

	test.each([
		'https://x/)<script>alert(1)</script>',
		'https://x/)![](https://y/z.png)',
		'https://x/)[click](javascript:alert(1))',
		'https://x/A_(b',
		'https://x/a b\\c"d\'e`f|g^h{i}',
		'https://x/?a=1&copy;=2&lt=3',
		'https://x/ж中😀#p1',
		'https://x/%41%zz',
		'https://x/\ud800'
	])('keeps an address in its link: %s', (address) => {
		const { text, elements, links } = look(
			render(`[In the text](${escapeDestination(address)}) · blue`)
		);
		expect([text.trim(), elements, links.length]).toEqual(['In the text · blue', ['p', 'a'], 1]);
		const decoded = (link: string) =>
			link.replace(/%(?:[0-9A-F]{2})/gi, (code) => {
				const byte = parseInt(code.slice(1), 16);
				return byte < 0x80 ? String.fromCharCode(byte) : code;
			});
		expect(decoded(links[0])).toBe(decoded(encodeURI(wellFormed(decoded(address)))));
	});
});

test.each([
	['see #later and ==this==', 'see \\#later and \\=\\=this\\=\\='],
	['a = b, so - what!', 'a = b, so - what!'],
	['%%hidden%% $x$', '\\%\\%hidden\\%\\% \\$x\\$']
])('Obsidian sees no tag, no highlight, no comment in %j', (text, escaped) => {
	expect(escapeLines(text)).toBe(escaped);
});
