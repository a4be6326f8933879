import { expect, test } from 'vitest';
import { readLibrary, workSummaries } from '$lib/server/library';
import { chapterFile, findFaults, makeChapter, writeContent, type Files } from './content-folder';

const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000200000003', 'hex');

/** What is wrong, the files, and every fault they have. */
const CASES: [name: string, files: Files, faults: string[]][] = [
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
	...['0', '7', '1.5', 'part'].map((level): (typeof CASES)[number] => [
		`the level ${level}`,
		{ 'w/1-a.md': `---\ntitle: T\nlevel: ${level}\n---\nWords.\n` },
		[
			`w/1-a.md:3  “${level}” is not a level | Write 2 for a chapter of a part, up to 6 for what stands deeper, or leave the line out.`
		]
	]),
	[
		'bad YAML',
		{ 'w/1-a.md': '---\nnumber: I\ntitle: "T\n---\nWords.\n' },
		[
			'w/1-a.md:3  cannot be read as YAML: Missing closing "quote | Write one `key: value` a line; put the value in quotes when it has special characters.'
		]
	],
	[
		'faults of the text, by their lines in the file',
		{ 'w/1-a.md': chapterFile('One,\ntwo[^7] and\n\n> three[^x].') },
		[
			'w/1-a.md:5  a footnote [^7] has no text | Add a line “[^7]: …” with its text, or write \\[ if it is no footnote.',
			'w/1-a.md:7  a footnote [^x] has no text | Add a line “[^x]: …” with its text, or write \\[ if it is no footnote.'
		]
	],
	[
		'no text',
		{ 'w/1-a.md': chapterFile('') },
		['w/1-a.md  has no text | Write the chapter below its title.']
	],
	[
		'no image in an image’s file',
		{ 'w/1-a.md': chapterFile('![A](a.png) x'), 'w/a.png': 'text' },
		['w/1-a.md:4  a.png cannot be read as an image | Save it again as PNG, JPEG, GIF, WebP or SVG.']
	],
	[
		'an image cut off',
		{ 'w/1-a.md': chapterFile('![A](a.png) x'), 'w/a.png': png.subarray(0, 18) },
		['w/1-a.md:4  a.png cannot be read as an image | Save it again as PNG, JPEG, GIF, WebP or SVG.']
	]
];

test.each(CASES)('reported: %s', (_, files, faults) => {
	expect(findFaults(files)).toEqual(faults);
});

test('an image has the size that its file says', () => {
	const { html } = makeChapter('![A](a.png) x', { 'w/a.png': png });
	expect(html).toContain('<img src="../a.png" alt="A" width="2" height="3"');
});

test('a chapter of a part says its level, and its summary has it', () => {
	const folder = writeContent({
		'w/1-a.md': '---\ntitle: Part One\n---\nA motto.\n',
		'w/2-b.md': '---\ntitle: B\nlevel: 2\n---\nWords.\n',
		'w/3-c.md': '---\ntitle: C\nlevel: 1\n---\nWords.\n'
	});
	const [work] = workSummaries(readLibrary(folder));
	expect(work.chapters.map(({ slug, level }) => [slug, level])).toEqual([
		['1-a', undefined],
		['2-b', 2],
		['3-c', undefined]
	]);
});
