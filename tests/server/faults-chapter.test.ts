import { describe, expect, test } from 'vitest';
import { chapterFile, findFaults, type Files } from './content-folder';

/** What is wrong, the files, and every fault they have. */
type Case = [name: string, files: Files, faults: string[]];

const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000200000003', 'hex');
const chapter = (markdown: string, others: Files = {}): Files => ({
	'w/1-a.md': chapterFile(markdown),
	...others
});

const ABOUT_A_CHAPTER: Case[] = [
	[
		'no front matter',
		{ 'w/1-a.md': 'Words.\n' },
		[
			'w/1-a.md:1  does not begin with its title | Begin the file with three lines: ---, title: The Exile, ---.'
		]
	],
	[
		'front matter that does not end',
		{ 'w/1-a.md': '---\ntitle: T\nWords.\n' },
		[
			'w/1-a.md:1  does not begin with its title | Begin the file with three lines: ---, title: The Exile, ---.'
		]
	],
	[
		'no title',
		{ 'w/1-a.md': '---\nnumber: I\n---\nWords.\n' },
		['w/1-a.md  has no title | Add a line `title: …`.']
	],
	[
		'an unknown key',
		{ 'w/1-a.md': '---\ntitle: T\nnummer: I\n---\nWords.\n' },
		['w/1-a.md:3  “nummer” is not a known key | Did you mean “number”?']
	],
	[
		'bad YAML',
		{ 'w/1-a.md': '---\nnumber: I\ntitle: "T\n---\nWords.\n' },
		[
			'w/1-a.md:3  cannot be read as YAML: Missing closing "quote | Write one `key: value` a line; put the value in quotes when it has special characters.'
		]
	],
	['no text', chapter(''), ['w/1-a.md  has no text | Write the chapter below its title.']],
	[
		'nothing but a section break',
		chapter('---'),
		['w/1-a.md  has no text | Write the chapter below its title.']
	]
];

const ABOUT_FOOTNOTES: Case[] = [
	[
		'a reference without its text',
		chapter('One,\ntwo[^7] and\n\n> three[^x].'),
		[
			'w/1-a.md:5  a footnote [^7] has no text | Add a line “[^7]: …” with its text, or write \\[ if it is no footnote.',
			'w/1-a.md:7  a footnote [^x] has no text | Add a line “[^x]: …” with its text, or write \\[ if it is no footnote.'
		]
	],
	[
		'a text without its reference',
		chapter('One.\n\n[^1]: Note.'),
		[
			'w/1-a.md:6  nothing refers to the footnote [^1] | Write [^1] where it belongs in the text, or take it out.'
		]
	],
	[
		'texts that only refer to each other',
		chapter('One.\n\n[^1]: A[^2].\n\n[^2]: B[^1].'),
		[
			'w/1-a.md:6  nothing refers to the footnote [^1] | Write [^1] where it belongs in the text, or take it out.',
			'w/1-a.md:8  nothing refers to the footnote [^2] | Write [^2] where it belongs in the text, or take it out.'
		]
	],
	[
		'defined twice',
		chapter('One[^1].\n\n[^1]: A.\n\n[^1]: B.'),
		[
			'w/1-a.md:8  the footnote [^1] is defined twice, first in line 6 | Give one of the two another number, here and at its reference.'
		]
	],
	[
		'an empty one',
		chapter('One[^1].\n\n[^1]:'),
		['w/1-a.md:6  the footnote [^1] has no words | Write its text after “[^1]:”.']
	],
	[
		'one inside a link',
		chapter('[One[^1]](https://example.org)\n\n[^1]: A.'),
		['w/1-a.md:4  the footnote [^1] stands inside a link | Put it after the link.']
	]
];

const ABOUT_IMAGES: Case[] = [
	[
		'no alt text',
		chapter('![](a.png) x', { 'w/a.png': png }),
		[
			'w/1-a.md:4  an image has no alt text | Say between the brackets what it shows, for those who cannot see it: ![A map](…).'
		]
	],
	[
		'not there',
		chapter('x\n\n![A](images/a.png)'),
		[
			'w/1-a.md:6  there is no image images/a.png | Write its path from the work’s folder: images/map.png.'
		]
	],
	[
		'another case',
		chapter('![A](A.png) x', { 'w/a.png': png }),
		['w/1-a.md:4  there is no image A.png | The file is called a.png.']
	],
	[
		'from elsewhere',
		chapter('![A](https://example.org/a.png) x'),
		[
			'w/1-a.md:4  the image https://example.org/a.png is not in the work’s folder | Copy it there, and write its path from there: images/map.png.'
		]
	],
	[
		'without a scheme',
		chapter('![A](//example.org/a.png) x'),
		[
			'w/1-a.md:4  the image //example.org/a.png is not in the work’s folder | Copy it there, and write its path from there: images/map.png.'
		]
	],
	[
		'out of its folder',
		chapter('![A](../v/a.png) x'),
		[
			'w/1-a.md:4  there is no image ../v/a.png | Write its path from the work’s folder: images/map.png.'
		]
	],
	[
		'no image inside',
		chapter('![A](a.png) x', { 'w/a.png': 'text' }),
		['w/1-a.md:4  a.png cannot be read as an image | Save it again as PNG, JPEG, GIF, WebP or SVG.']
	],
	[
		'cut off',
		chapter('![A](a.png) x', { 'w/a.png': png.subarray(0, 18) }),
		['w/1-a.md:4  a.png cannot be read as an image | Save it again as PNG, JPEG, GIF, WebP or SVG.']
	]
];

const ABOUT_MARKDOWN: Case[] = [
	[
		'a line break in HTML',
		chapter('One<br>two.'),
		[
			'w/1-a.md:4  HTML is not supported: <br> | End the line before with a backslash (\\), or set verse in :::verse.'
		]
	],
	[
		'italics in HTML, once',
		chapter('One <i>two</i>.'),
		['w/1-a.md:4  HTML is not supported: <i> | Write italics as *words*.']
	],
	[
		'a block of HTML',
		chapter('x\n\n<div class="a">\n\nOne\n\n</div>'),
		[
			'w/1-a.md:6  HTML is not supported: <div class="a"> | Leave an empty line between paragraphs instead.'
		]
	],
	[
		'a comment',
		chapter('One.\n\n<!-- todo\n-->'),
		[
			'w/1-a.md:6  HTML is not supported: <!-- todo | Take the comment out; notes to yourself belong in a file of your own.'
		]
	],
	[
		'a tag we have no word for',
		chapter('He said <sic> so.'),
		[
			'w/1-a.md:4  HTML is not supported: <sic> | Take the tag out, or write \\< when a real < is meant.'
		]
	],
	[
		'an unknown directive',
		chapter('::figure[x]'),
		[
			'w/1-a.md:4  ::figure is not known | Known are :::verse and ::signature[NAME]; a backslash before the colons makes them text.'
		]
	],
	[
		'a directive with a slip',
		chapter(':::verze\nOne\n:::'),
		['w/1-a.md:4  :::verze is not known | Write :::verse.']
	],
	[
		'a signature as a container',
		chapter(':::signature\nOne\n:::'),
		['w/1-a.md:4  :::signature is not known | Write ::signature[NAME].']
	],
	[
		'an empty signature',
		chapter('One.\n\n::signature'),
		['w/1-a.md:6  the signature is empty | Write ::signature[NAME].']
	],
	[
		'attributes',
		chapter('One.\n\n::signature[A]{.b}'),
		['w/1-a.md:6  ::signature takes no {…} | Take the braces out.']
	],
	[
		'verse that does not end',
		chapter(':::verse\nOne\n\nTwo'),
		['w/1-a.md:4  this :::verse does not end | Write ::: on a line of its own after it.']
	],
	[
		'verse with a list in it',
		chapter(':::verse\nOne\n\n1. Two\n:::'),
		[
			'w/1-a.md:7  verse is made of lines only, this is a list | Put a backslash before the sign that begins the line, or take it out of the verse.'
		]
	],
	[
		'verse with a label',
		chapter(':::verse[Song]\nOne\n:::'),
		['w/1-a.md:4  :::verse takes no […] | Write its title in a line above it.']
	],
	[
		'empty verse',
		chapter('x\n\n:::verse\n:::'),
		['w/1-a.md:6  this :::verse is empty | Write its lines before the closing :::.']
	],
	[
		'a space after the colons',
		chapter('::: verse\nOne\n:::'),
		[
			'w/1-a.md:4  “::: verse” would be shown as it stands | Write :::verse without a space and ::: alone after it, or ::signature[NAME].',
			'w/1-a.md:6  “:::” would be shown as it stands | Write :::verse without a space and ::: alone after it, or ::signature[NAME].'
		]
	],
	[
		'a check box',
		chapter('- [ ] One'),
		['w/1-a.md:4  a check box cannot be shown | Write \\[ ] or \\[x] to have the brackets as text.']
	],
	[
		'an address nothing refers to',
		chapter('One.\n\n[note]: https://example.org'),
		[
			'w/1-a.md:6  nothing refers to “[note]:”, so the line would not be shown | Take it out, or write \\[ if it is part of the text.'
		]
	],
	[
		'a script for a link',
		chapter('[One](javascript:alert(1))'),
		[
			'w/1-a.md:4  a link cannot lead to “javascript:alert(1)” | Write https://…, mailto:…, a chapter’s file name (44-next.md) or a block (#p12).'
		]
	],
	[
		'a link from the root',
		chapter('[One](/my-life/)'),
		[
			'w/1-a.md:4  a link cannot lead to “/my-life/” | Write https://…, mailto:…, a chapter’s file name (44-next.md) or a block (#p12).'
		]
	],
	[
		'a link to nothing',
		chapter('[One]()'),
		[
			'w/1-a.md:4  a link has no address | Write https://…, mailto:…, a chapter’s file name (44-next.md) or a block (#p12).'
		]
	],
	[
		'a link to a chapter that is not there',
		chapter('[One](2-b.md)'),
		[
			'w/1-a.md:4  a link leads to 2-b.md, which is not in this work’s folder | Write the file name of one of its chapters.'
		]
	],
	[
		'a link to a block that is not there',
		chapter('[One](#p2), [two](#p1), [three](#note-1)'),
		[
			'w/1-a.md:4  a link leads to #p2, which is not in this chapter | Blocks are numbered #p1, #p2, … in reading order, footnotes #note-1, #note-2, ….',
			'w/1-a.md:4  a link leads to #note-1, which is not in this chapter | Blocks are numbered #p1, #p2, … in reading order, footnotes #note-1, #note-2, ….'
		]
	]
];

describe.each([
	['about a chapter', ABOUT_A_CHAPTER],
	['about footnotes', ABOUT_FOOTNOTES],
	['about images', ABOUT_IMAGES],
	['about Markdown', ABOUT_MARKDOWN]
])('faults %s', (_, cases) => {
	test.each(cases)('%s', (_, files, faults) => {
		expect(findFaults(files)).toEqual(faults);
	});
});
