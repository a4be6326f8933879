import { expect, test } from 'vitest';
import { findFaults, makeChapter, type WorkOptions } from '../make-chapter';

const size = { width: 2, height: 3 };

/** What is wrong, the Markdown, every fault it has, and what its work has beside it. */
const CASES: [name: string, markdown: string, faults: string[], work?: WorkOptions][] = [
	[
		'no alt text',
		'![](a.png) x',
		[
			'1  an image has no alt text | Say between the brackets what it shows, for those who cannot see it: ![A map](…).'
		],
		{ images: { 'a.png': size } }
	],
	[
		'not there',
		'x\n\n![A](images/a.png)',
		['3  there is no image images/a.png | Write its path from the work’s folder: images/map.png.']
	],
	[
		'no path',
		'![A]() x',
		['1  there is no image . | Write its path from the work’s folder: images/map.png.']
	],
	[
		'another case',
		'![A](A.png) x',
		['1  there is no image A.png | The file is called a.png.'],
		{ images: { 'a.png': size } }
	],
	[
		'from elsewhere',
		'![A](https://example.org/a.png) x',
		[
			'1  the image https://example.org/a.png is not in the work’s folder | Copy it there, and write its path from there: images/map.png.'
		]
	],
	[
		'without a scheme',
		'![A](//example.org/a.png) x',
		[
			'1  the image //example.org/a.png is not in the work’s folder | Copy it there, and write its path from there: images/map.png.'
		]
	],
	[
		'out of its folder',
		'![A](../v/a.png) x',
		['1  there is no image ../v/a.png | Write its path from the work’s folder: images/map.png.'],
		{ images: { 'v/a.png': size } }
	],
	[
		'not to be read as an image',
		'![A](a.png) x',
		['1  a.png cannot be read as an image | Save it again as PNG, JPEG, GIF, WebP or SVG.'],
		{ images: { 'a.png': null } }
	]
];

test.each(CASES)('reported: %s', (_, markdown, faults, work) => {
	expect(findFaults(markdown, work)).toEqual(faults);
});

test.each([
	['b/c.png', 'b/c.png'],
	['./b/c.png', 'b/c.png'],
	['b/./x/../c.png', 'b/c.png'],
	['<b//c d.png>', 'b/c d.png'],
	['b/c%20d.png', 'b/c d.png'],
	['<100% wool.png>', '100% wool.png']
])('the path %s leads to the file %s', (path, file) => {
	expect(makeChapter(`One ![A](${path})`, { images: { [file]: size } }).images).toEqual([file]);
});

test('a chapter lists the images it shows, each once', () => {
	const work = { images: { 'a.png': size, 'b/c d.png': size, 'unused.png': size } };
	const { images } = makeChapter('One ![A](<b/c d.png>) ![B](a.png) ![C](b/c%20d.png)', work);
	expect(images).toEqual(['b/c d.png', 'a.png']);
});
