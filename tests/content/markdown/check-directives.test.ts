import { expect, test } from 'vitest';
import { findFaults } from '../make-chapter';

/** What is wrong, the Markdown, and every fault it has. */
const CASES: [name: string, markdown: string, faults: string[]][] = [
	[
		'an unknown directive',
		'::figure[x]',
		[
			'1  ::figure is not known | Known are :::verse and ::signature[NAME]; a backslash before the colons makes them text.'
		]
	],
	['a directive with a slip', ':::verze\nOne\n:::', ['1  :::verze is not known | Write :::verse.']],
	[
		'a signature as a container',
		':::signature\nOne\n:::',
		['1  :::signature is not known | Write ::signature[NAME].']
	],
	[
		'an empty signature',
		'One.\n\n::signature',
		['3  the signature is empty | Write ::signature[NAME].']
	],
	[
		'attributes',
		'One.\n\n::signature[A]{.b}',
		['3  ::signature takes no {…} | Take the braces out.']
	],
	[
		'verse that does not end',
		':::verse\nOne\n\nTwo',
		['1  this :::verse does not end | Write ::: on a line of its own after it.']
	],
	[
		'verse with a list in it',
		':::verse\nOne\n\n1. Two\n:::',
		[
			'4  verse is made of lines only, this is a list | Put a backslash before the sign that begins the line, or take it out of the verse.'
		]
	],
	[
		'verse with a label',
		':::verse[Song]\nOne\n:::',
		['1  :::verse takes no […] | Write its title in a line above it.']
	],
	[
		'empty verse',
		'x\n\n:::verse\n:::',
		['3  this :::verse is empty | Write its lines before the closing :::.']
	],
	[
		'another language that is not said, or is none',
		'a :lang[mot] b\n:lang[mot]{french}',
		[
			'1  :lang[…] does not say its language | Write its code in braces: :lang[mot]{fr}.',
			'2  :lang[…] does not say its language | Write its code in braces: :lang[mot]{fr}.'
		]
	],
	[
		'braces after small capitals, and none that end',
		':sc[a]{b} :sub[x',
		[
			'1  :sc takes no {…} | Take the braces out.',
			'1  :sub[ has no words or no end | Write :sub[words], or a backslash before it.'
		]
	],
	[
		'a space after the colons',
		'::: verse\nOne\n:::',
		[
			'1  “::: verse” would be shown as it stands | Write :::verse without a space and ::: alone after it, or ::signature[NAME].',
			'3  “:::” would be shown as it stands | Write :::verse without a space and ::: alone after it, or ::signature[NAME].'
		]
	]
];

test.each(CASES)('reported: %s', (_, markdown, faults) => {
	expect(findFaults(markdown)).toEqual(faults);
});
