/** What of Markdown is not parsed, since it would take minutes, and that what people write is. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openBook } from '$lib/content/books/open-book';
import { tooCostly } from '$lib/content/markdown/parse-cost';

const PROSE =
	'It was *late*, as [boats](https://example.org/boats "a list") are, and `noise` filled <b class="x">it</b>[^1]; __both__ of 2 * 3.';

describe('is parsed', () => {
	test.each([
		['a chapter', readFileSync('content/my-life/43-the-exile.md', 'utf8')],
		['a thousand paragraphs', `${PROSE}\n\n`.repeat(1000)],
		['a thousand lines without an empty one', `${PROSE.replace(' * ', ' x ')}\n`.repeat(1000)],
		['a list of five thousand', '* one\n'.repeat(5000)],
		['a thousand quotations', '> one\n\n'.repeat(1000)],
		['five hundred headings with a line below', 'One\n===\n\ntext\n\n'.repeat(500)],
		['five hundred verses', ':::verse\none\n:::\n\n'.repeat(500)],
		['code', `~~~\n${'for (const a of b[c]) { a *= b_c; }\n'.repeat(30)}~~~\n\n`.repeat(20)]
	])('%s', (_, markdown) => {
		expect(tooCostly(markdown)).toBeNull();
	});
});

describe('is not parsed', () => {
	test.each([
		['signs', 'x<!--'.repeat(20_000)],
		['signs', 'x <?'.repeat(25_000)],
		['signs', '_*a'.repeat(33_000)],
		['signs', 'a] '.repeat(33_000)],
		['signs', '<a b="'.repeat(20_000)],
		['signs', '> x<!--\n'.repeat(15_000)],
		['blocks', '> a\n\n'.repeat(20_000)],
		['blocks', 'a\n=\n'.repeat(25_000)],
		['depth', '> '.repeat(500)],
		['depth', '1. '.repeat(500)],
		['depth', ':::verse\n'.repeat(500)]
	])('for its %s (%#)', (reason, markdown) => {
		expect(tooCostly(markdown)).toBe(reason);
	});

	test('which a reader is told in a sentence', () => {
		const open = () => openBook(new TextEncoder().encode('x<!--'.repeat(20_000)), 'a.md');
		expect(open).toThrow(
			'A paragraph of it has too many signs like < and * that have no partner. The file is not opened.'
		);
	});
});
