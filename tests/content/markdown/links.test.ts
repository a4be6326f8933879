import { expect, test } from 'vitest';
import { findFaults } from '../make-chapter';

/** What is wrong, the Markdown, and every fault it has. */
const CASES: [name: string, markdown: string, faults: string[]][] = [
	[
		'a script for a link',
		'[One](javascript:alert(1))',
		[
			'1  a link cannot lead to “javascript:alert(1)” | Write https://…, mailto:…, a chapter’s file name (44-next.md) or a block (#p12).'
		]
	],
	[
		'a link from the root',
		'[One](/my-life/)',
		[
			'1  a link cannot lead to “/my-life/” | Write https://…, mailto:…, a chapter’s file name (44-next.md) or a block (#p12).'
		]
	],
	[
		'a link to nothing',
		'[One]()',
		[
			'1  a link has no address | Write https://…, mailto:…, a chapter’s file name (44-next.md) or a block (#p12).'
		]
	],
	[
		'a link to a chapter that is not there',
		'[One](2-b.md)',
		[
			'1  a link leads to 2-b.md, which is not in this work’s folder | Write the file name of one of its chapters.'
		]
	],
	[
		'a link to a block that is not there',
		'[One](#p2), [two](#p1), [three](#note-1)',
		[
			'1  a link leads to #p2, which is not in this chapter | Blocks are numbered #p1, #p2, … in reading order, footnotes #note-1, #note-2, ….',
			'1  a link leads to #note-1, which is not in this chapter | Blocks are numbered #p1, #p2, … in reading order, footnotes #note-1, #note-2, ….'
		]
	]
];

test.each(CASES)('reported: %s', (_, markdown, faults) => {
	expect(findFaults(markdown)).toEqual(faults);
});
