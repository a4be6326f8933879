import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { normalize } from '$lib/core/text/chapter-text';
import { assignBlockIds } from '$lib/content/article/block-ids';
import type { ChapterContent } from '$lib/content/markdown/read-chapter';
import { makeChapter } from '../make-chapter';

/** What it is about, the Markdown, and each block's id and text. */
type Case = [name: string, markdown: string, blocks: [id: string, text: string][]];

const CASES: Case[] = [
	['line ends', 'One\ntwo\tthree.', [['p1', 'One two three.']]],
	['line breaks', 'One\\\ntwo  \nthree', [['p1', 'One two three']]],
	['no-break, thin and wide spaces', 'a&nbsp;b\u2009c\u3000 d', [['p1', 'a b c d']]],
	[
		'soft hyphens, zero width spaces, word joiners, byte order marks',
		'a&shy;b\u200bc\u2060d\ufeffe',
		[['p1', 'abcde']]
	],
	['joiners, which are read', 'می\u200cخواهم 👩\u200d🚀', [['p1', 'می\u200cخواهم 👩\u200d🚀']]],
	['nothing folded', 'ﬁn “A” – ǆ…', [['p1', 'ﬁn “A” – ǆ…']]],
	['emphasis and code', '*a*b **c** `d  e`', [['p1', 'ab c d e']]],
	[
		'footnote marks, which are not text',
		'One[^1], two [^1] three [^1].\n\n[^1]: N.',
		[
			['p1', 'One, two three .'],
			['note-1', 'N.']
		]
	],
	[
		'a note of two paragraphs',
		'One[^1].\n\n[^1]: A.\n\n    B.',
		[
			['p1', 'One.'],
			['note-1', 'A.'],
			['note-1-2', 'B.']
		]
	],
	[
		'blocks without text, which get no id',
		'One\n\n&nbsp;\n\n- &shy;\n- two',
		[
			['p1', 'One'],
			['p2', 'two']
		]
	],
	[
		'nested lists',
		'- a\n  1. b\n- c',
		[
			['p1', 'a'],
			['p2', 'b'],
			['p3', 'c']
		]
	],
	[
		'table cells',
		'| a | b |\n| - | - |\n| | `c` |',
		[
			['p1', 'a'],
			['p2', 'b'],
			['p3', 'c']
		]
	],
	['code', '```\na\n\n\tb\n```', [['p1', 'a b']]],
	[
		'verse and its signature',
		':::verse\n  a\nb[^1]\n:::\n\n::signature[C]\n\n[^1]: N.',
		[
			['p1', 'a'],
			['p2', 'b'],
			['p3', 'C'],
			['note-1', 'N.']
		]
	]
];

function blocksOf({ text, blocks }: ChapterContent): [string, string][] {
	return blocks.map(({ id, start, end }) => [id, text.slice(start, end)]);
}

describe('a chapter’s text has', () => {
	test.each(CASES)('%s', (_, markdown, blocks) => {
		const chapter = makeChapter(markdown);
		expect(blocksOf(chapter)).toEqual(blocks);
		expect(chapter.text).toBe(blocks.map(([, text]) => text).join('\n'));
	});

	test('the same characters as its source, whatever they are', () => {
		const characters = fc.constantFrom(
			...Array.from('aB1 .,:;-_*`~#<>&[]()!|\\"\'“”’–…\n\t\u00a0\u00ad\u200b\u2003é道א👩🏽')
		);
		const raw = fc.string({ unit: characters, minLength: 1, maxLength: 40 });
		fc.assert(
			fc.property(raw, (raw) => {
				// A line of nothing but spaces and tabs would part two paragraphs.
				const words = `x${raw.replace(/\n[ \t\n]*\n/g, '\n')}x`;
				const chapter = makeChapter(escape(words));
				expect(chapter.text).toBe(normalize(words));
				expect(textOfHtml(chapter.html)).toBe(chapter.text);
			}),
			{ numRuns: 300 }
		);
	});
});

test('a line break is a space, whether or not a line ends with it in the HTML', () => {
	const text = (value: string) => ({ type: 'text' as const, value });
	const node = (tagName: string, ...children: ElementContent[]) => ({
		type: 'element' as const,
		tagName,
		properties: {},
		children
	});
	const article = {
		type: 'root' as const,
		children: [node('p', text('a'), node('br'), text('b'))]
	};
	expect(assignBlockIds(article)).toEqual({
		text: 'a b',
		blocks: [{ id: 'p1', start: 0, end: 3 }]
	});
});

/** Markdown that says just `words`: CommonMark lets every ASCII punctuation be escaped. */
function escape(words: string): string {
	return words.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** The text of a page of plain paragraphs, found without the code under test. */
function textOfHtml(html: string): string {
	const plain = html.replace(/<\/?(p|br)\b[^>]*>/g, '\n');
	return normalize(plain.replace(/&#x(\w+);/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))));
}
