import { expect, test } from 'vitest';
import { findFaults } from '../make-chapter';

/** What is wrong, the Markdown, and every fault it has. */
const CASES: [name: string, markdown: string, faults: string[]][] = [
	[
		'a reference without its text',
		'One,\ntwo[^7] and\n\n> three[^x].',
		[
			'2  a footnote [^7] has no text | Add a line “[^7]: …” with its text, or write \\[ if it is no footnote.',
			'4  a footnote [^x] has no text | Add a line “[^x]: …” with its text, or write \\[ if it is no footnote.'
		]
	],
	[
		'a text without its reference',
		'One.\n\n[^1]: Note.',
		[
			'3  nothing refers to the footnote [^1] | Write [^1] where it belongs in the text, or take it out.'
		]
	],
	[
		'texts that only refer to each other',
		'One.\n\n[^1]: A[^2].\n\n[^2]: B[^1].',
		[
			'3  nothing refers to the footnote [^1] | Write [^1] where it belongs in the text, or take it out.',
			'5  nothing refers to the footnote [^2] | Write [^2] where it belongs in the text, or take it out.'
		]
	],
	[
		'defined twice',
		'One[^1].\n\n[^1]: A.\n\n[^1]: B.',
		[
			'5  the footnote [^1] is defined twice, first in line 3 | Give one of the two another number, here and at its reference.'
		]
	],
	[
		'an empty one',
		'One[^1].\n\n[^1]:',
		['3  the footnote [^1] has no words | Write its text after “[^1]:”.']
	],
	[
		'one inside a link',
		'[One[^1]](https://example.org)\n\n[^1]: A.',
		['1  the footnote [^1] stands inside a link | Put it after the link.']
	]
];

test.each(CASES)('reported: %s', (_, markdown, faults) => {
	expect(findFaults(markdown)).toEqual(faults);
});
