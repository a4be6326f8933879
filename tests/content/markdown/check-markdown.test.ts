import { expect, test } from 'vitest';
import { findFaults } from '../make-chapter';

/** What is wrong, the Markdown, and every fault it has. */
const CASES: [name: string, markdown: string, faults: string[]][] = [
	[
		'a line break in HTML',
		'One<br>two.',
		[
			'1  HTML is not supported: <br> | End the line before with a backslash (\\), or set verse in :::verse.'
		]
	],
	[
		'italics in HTML, once',
		'One <i>two</i>.',
		['1  HTML is not supported: <i> | Write italics as *words*.']
	],
	[
		'a block of HTML',
		'x\n\n<div class="a">\n\nOne\n\n</div>',
		['3  HTML is not supported: <div class="a"> | Leave an empty line between paragraphs instead.']
	],
	[
		'a comment',
		'One.\n\n<!-- todo\n-->',
		[
			'3  HTML is not supported: <!-- todo | Take the comment out; notes to yourself belong in a file of your own.'
		]
	],
	[
		'a tag we have no word for',
		'He said <sic> so.',
		['1  HTML is not supported: <sic> | Take the tag out, or write \\< when a real < is meant.']
	],
	[
		'a check box',
		'- [ ] One',
		['1  a check box cannot be shown | Write \\[ ] or \\[x] to have the brackets as text.']
	],
	[
		'an address nothing refers to',
		'One.\n\n[note]: https://example.org',
		[
			'3  nothing refers to “[note]:”, so the line would not be shown | Take it out, or write \\[ if it is part of the text.'
		]
	]
];

test.each(CASES)('reported: %s', (_, markdown, faults) => {
	expect(findFaults(markdown)).toEqual(faults);
});
