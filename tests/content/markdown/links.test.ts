import { expect, test } from 'vitest';
import { findFaults, makeChapter } from '../make-chapter';

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
		'an address that is none',
		'[One](http://[) [two](https://)',
		['http://[', 'https://'].map(
			(url) =>
				`1  a link cannot lead to “${url}” | Write https://…, mailto:…, a chapter’s file name (44-next.md) or a block (#p12).`
		)
	],
	[
		'a link to a file that is no page',
		'[One](../map.pdf?a) [two](../../../w/) [three](a/../b/)',
		['../map.pdf?a', '../../../w/', 'a/../b/'].map(
			(url) =>
				`1  a link cannot lead to “${url}” | Write https://…, mailto:…, a chapter’s file name (44-next.md) or a block (#p12).`
		)
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

test.each([
	['2-b.md', '../2-b/'],
	['./2-b.md#p1', '../2-b/#p1'],
	['../2-b/', '../2-b/'],
	['../other/1-a.md', '../../other/1-a/'],
	['../other/1-a.md#p3', '../../other/1-a/#p3'],
	['../other/', '../../other/'],
	['../../other/1-a/#p3', '../../other/1-a/#p3'],
	['#p1', '#p1'],
	['#:~:text=there', '#:~:text=there'],
	['#p1:~:text=there', '#p1:~:text=there']
])('an address from the page: %s', (url, address) => {
	const { html } = makeChapter(`[One](${url})`, { chapters: ['2-b'] });
	expect(html).toContain(`href="${address}"`);
});
