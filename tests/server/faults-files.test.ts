import { describe, expect, test } from 'vitest';
import { ContentError } from '$lib/content/publishing/faults';
import { readLibrary } from '$lib/server/library';
import { chapterFile, findFaults, writeContent, type Files } from './content-folder';

/** What is wrong, the files, and every fault they have. */
type Case = [name: string, files: Files, faults: string[]];

const work = (lines: string): Files => ({ 'w/work.yaml': lines });
const about = 'title: T\nauthor: A\nsource: S\nrights: R\n';

const ABOUT_A_WORK: Case[] = [
	[
		'no work.yaml',
		{ 'w/work.yaml': null },
		['w/work.yaml  is missing | Write one with title, author, language, source and rights.']
	],
	[
		'every key missing',
		work('# nothing\n'),
		[
			'w/work.yaml  has no title | Add a line `title: …`.',
			'w/work.yaml  has no author | Add a line `author: …`.',
			'w/work.yaml  has no language | Add a line `language: …`.',
			'w/work.yaml  has no source | Add a line `source: …`.',
			'w/work.yaml  has no rights | Add a line `rights: …`.'
		]
	],
	[
		'an empty title',
		work(`${about}language: en\n`.replace('title: T', 'title:')),
		['w/work.yaml:1  has no title | Add a line `title: …`.']
	],
	[
		'an unknown key, like a known one',
		work(`${about}langauge: en\n`),
		['w/work.yaml:5  “langauge” is not a known key | Did you mean “language”?']
	],
	[
		'a cover that is not there',
		work(`${about}language: en\ncover: images/cover.jpg\n`),
		[
			'w/work.yaml:6  there is no image images/cover.jpg | Write its path from the work’s folder: images/cover.jpg.'
		]
	],
	[
		'an unknown key, like none',
		work(`${about}language: en\nshelfmark: P\n`),
		[
			'w/work.yaml:6  “shelfmark” is not a known key | Known are: title, author, language, dir, source, rights, cover, year, publisher, place, translator, identifier.'
		]
	],
	[
		'a list for a text',
		work(`${about}language: [en, fr]\n`),
		['w/work.yaml:5  “language” is not a plain text | Write it on one line: `language: …`.']
	],
	[
		'a colon in a value',
		work(`${about}language: en\n`.replace('title: T', 'title: War: A Letter')),
		[
			'w/work.yaml:1  cannot be read as YAML: Nested mappings are not allowed in compact mappings | When a value has a colon in it, put the whole value in quotes: title: "War: A Letter".'
		]
	],
	[
		'a key twice',
		work(`${about}language: en\nauthor: B\n`),
		['w/work.yaml:6  cannot be read as YAML: Map keys must be unique | Keep one of the two lines.']
	],
	[
		'no keys',
		work('My Life\n'),
		['w/work.yaml:1  has no keys | Write lines of the form `title: The Exile`.']
	],
	[
		'a title that spells a character that is none',
		work(`${about}language: en\n`.replace('title: T', 'title: "a\\0b"')),
		[
			'w/work.yaml:1  has the character U+0000, which shows nothing | Take it out, or write the letter that was meant.'
		]
	],
	[
		'a language by its name',
		work(`${about}language: english\n`),
		[
			'w/work.yaml:5  “english” is not a language tag | Write its code, such as en, en-GB, he, zh-Hant (BCP 47), not its name.'
		]
	],
	[
		'no language tag',
		work(`${about}language: en_GB!\n`),
		[
			'w/work.yaml:5  “en_GB!” is not a language tag | Write its code, such as en, en-GB, he, zh-Hant (BCP 47), not its name.'
		]
	],
	[
		'an unknown direction',
		work(`${about}language: he\ndir: left\n`),
		[
			'w/work.yaml:6  “left” is not a direction | Write ltr or rtl, or leave the line out: the language tells it.'
		]
	]
];

const ABOUT_FILES: Case[] = [
	[
		'no chapters',
		{ 'w/1-a.md': null },
		['w  has no chapters | Put its first chapter in it, in a file with a name like 1-beginning.md.']
	],
	[
		'a folder’s name with capitals',
		{ 'My Life/work.yaml': '' },
		[
			'My Life  has a name that cannot be part of an address | Use lowercase letters, digits and hyphens: my-life.'
		]
	],
	[
		'a folder’s name of ours',
		{ 'notebook/work.yaml': '', 'service-worker/work.yaml': '' },
		[
			'notebook  has the name of one of Postil’s own pages | Give the folder another name.',
			'service-worker  has the name of one of Postil’s own pages | Give the folder another name.'
		]
	],
	[
		'a folder’s name that works of readers have',
		{ 'own-book/work.yaml': '' },
		['own-book  has the name of one of Postil’s own pages | Give the folder another name.']
	],
	[
		'a file beside the works',
		{ 'notes.txt': 'x' },
		['notes.txt  belongs to no work | Put it into the folder of one, or outside of content.']
	],
	[
		'a chapter’s name with spaces',
		{ 'w/2 The Étude.md': chapterFile('x') },
		[
			'w/2 The Étude.md  has a name that cannot be part of an address | Use a number, lowercase letters, digits and hyphens: 2-the-etude.md.'
		]
	],
	[
		'a chapter’s name with capitals',
		{ 'w/2-B.md': chapterFile('x') },
		[
			'w/2-B.md  has a name that cannot be part of an address | Use a number, lowercase letters, digits and hyphens: 2-b.md.'
		]
	],
	[
		'a chapter without a number',
		{ 'w/preface.md': chapterFile('x') },
		[
			'w/preface.md  has no number to order it by | Use a number, lowercase letters, digits and hyphens: 1-preface.md.'
		]
	],
	[
		'two chapters of one number',
		{ 'w/01-b.md': chapterFile('x') },
		['w/1-a.md  has the same number as 01-b.md | Give one of them another.']
	],
	[
		'two chapters that say they bear one number',
		{
			'w/1-a.md': '---\ntitle: A\nnumber: III\n---\nOne.\n',
			'w/2-b.md': '---\nnumber: III\ntitle: B\n---\nTwo.\n',
			'w/3-c.md': '---\ntitle: C\nnumber: IV\n---\nThree.\n',
			'w/4-d.md': chapterFile('Four.'),
			'w/5-e.md': chapterFile('Five.')
		},
		[
			'w/1-a.md:3  bears the number of 2-b.md, “III” | Give one of them another, or take the line out.',
			'w/2-b.md:2  bears the number of 1-a.md, “III” | Give one of them another, or take the line out.'
		]
	],
	[
		'a chapter in a folder',
		{ 'w/part/2-b.md': chapterFile('x') },
		['w/part/2-b.md  is neither a chapter nor an image | Move it up: 2-b.md beside work.yaml.']
	],
	[
		'a chapter as .txt',
		{ 'w/2-b.txt': 'x' },
		['w/2-b.txt  is neither a chapter nor an image | A chapter’s file name ends in .md.']
	],
	[
		'work.yml',
		{ 'w/work.yml': 'x' },
		['w/work.yml  is neither a chapter nor an image | The file about the work is called work.yaml.']
	],
	[
		'a file of another kind',
		{ 'w/map.pdf': 'x' },
		[
			'w/map.pdf  is neither a chapter nor an image | Images are PNG, JPEG, GIF, WebP or SVG; keep other files outside of content.'
		]
	],
	[
		'links to pages that are not there',
		{
			'w/1-a.md': chapterFile(
				'[a](2-b.md#p1) [b](2-b.md#p9) [c](../no-work/)\n[d](../v/1-z.md) [e](../v/1-a.md#p1) [f](../v/#p1) [g](2-b.md#:~:text=two)'
			),
			'w/2-b.md': chapterFile('Two.'),
			'v/work.yaml': `${about}language: en\n`,
			'v/1-a.md': chapterFile('One.')
		},
		[
			['4', '2-b.md#p9, where nothing has the id “p9”'],
			['4', '../no-work/, which is no work here'],
			['5', '../v/1-z.md, which is no chapter there'],
			['5', '../v/#p1, where nothing has the id “p1”']
		].map(
			([line, what]) =>
				`w/1-a.md:${line}  a link leads to ${what} | Write the file name of a chapter (44-next.md, ../other-work/1-a.md), and #p12 for a block in it.`
		)
	],
	[
		'script in a picture',
		{ 'w/images/map.SVG': '<svg xmlns="http://www.w3.org/2000/svg">\n<script/></svg>' },
		[
			'w/images/map.SVG:2  has a <script>, which could run or load something | Save it from the drawing program as plain SVG, or as PNG.'
		]
	],
	[
		'not UTF-8',
		{ 'w/1-a.md': Buffer.from('---\ntitle: A\n---\nCaf\xe9\n', 'latin1') },
		['w/1-a.md:4  is not valid UTF-8 here | Save the file with the encoding UTF-8.']
	],
	[
		'not NFC',
		{ 'w/1-a.md': chapterFile('One.\n\nCafe\u0301 here,\nnai\u0308ve there.') },
		[
			'w/1-a.md:6  “é” (U+0065 U+0301) is not in the Unicode form NFC, as in 2 lines of the file | Have an editor or `uconv -x nfc` rewrite the file in NFC; it will look the same.'
		]
	]
];

describe.each([
	['about a work', ABOUT_A_WORK],
	['about files', ABOUT_FILES]
])('faults %s', (_, cases) => {
	test.each(cases)('%s', (_, files, faults) => {
		expect(findFaults(files)).toEqual(faults);
	});
});

describe('a ContentError', () => {
	test('has the faults of all files, by file and line, and prints them for a terminal', () => {
		const folder = writeContent({
			'w/2-b.md': chapterFile('Three[^1].\n\nOne <b>two</b>.'),
			'w/1-a.md': chapterFile('One.\n\n![A](a.png)'),
			'v/work.yaml': 'title: V\n'
		});
		const path = (file: string) => `${folder}/${file}`;
		let error: unknown;
		try {
			readLibrary(folder);
		} catch (thrown) {
			error = thrown;
		}
		expect(error).toBeInstanceOf(ContentError);
		const { faults, message } = error as ContentError;
		expect(faults.map(({ file, line }) => [file, line])).toEqual([
			[path('v'), null],
			[path('v/work.yaml'), null],
			[path('v/work.yaml'), null],
			[path('v/work.yaml'), null],
			[path('v/work.yaml'), null],
			[path('w/1-a.md'), 6],
			[path('w/2-b.md'), 4],
			[path('w/2-b.md'), 6]
		]);
		expect(message).toMatch(/^8 faults in the texts:\n\n/);
		expect(message).toContain(
			`${path('w/2-b.md')}:4  a footnote [^1] has no text.\n    Add a line “[^1]: …”`
		);
	});

	test('tells that the folder is missing, or empty', () => {
		expect(() => readLibrary('no-such-folder')).toThrow('no-such-folder  is missing.');
		const empty = writeContent({ 'w/work.yaml': null, 'w/1-a.md': null });
		expect(() => readLibrary(empty)).toThrow('holds no work.');
	});
});
