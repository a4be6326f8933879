import { expect, test } from 'vitest';
import { makeChapter } from '../make-chapter';

const PLAIN = [
	'One *two* **three** ~~four~~ [five](https://example.org).\\\nSix.',
	'One[^1].\n\n[^1]: A note.\n\n    Of two paragraphs.',
	'::signature[L. T.]',
	'm:sup[2] and :lang[mot]{fr}'
];

const MORE = [
	'# Heading',
	'- a list',
	'1. a list',
	'> a quotation',
	'`code`',
	'```\ncode\n```',
	'---',
	'| a | b |\n|---|---|\n| 1 | 2 |',
	':::verse\nA line.\n:::',
	':sc[Anno] Domini',
	'H:sub[2]O',
	'A :page[12] page',
	':lang[שלום]{he}',
	':lang[שלום]{und-Hebr}',
	'One[^1].\n\n[^1]: A note.\n\n    - with a list'
];

test.each(PLAIN)('a chapter is plain: %s', (markdown) => {
	expect(makeChapter(markdown).plain).toBe(true);
});

test.each(MORE)('a chapter is not plain: %s', (markdown) => {
	expect(makeChapter(`Before.\n\n${markdown}\n\nAfter.`).plain).toBe(false);
});

test.each(['he', 'zh-Hant', 'ko'])(
	'a chapter in a language without italics is not plain: %s',
	(language) => {
		expect(makeChapter('Plain.', { language }).plain).toBe(false);
	}
);
