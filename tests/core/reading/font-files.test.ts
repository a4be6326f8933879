import { expect, test } from 'vitest';
import { fontFiles, readFontFaces } from '$lib/core/reading/font-files';

const face = (name: string, style: string, range: string) =>
	`@font-face{font-family:F;font-style:${style};src:url(./${name}-${style}.woff2) format("woff2"),url(./${name}.woff);${range && `unicode-range:${range}`}}`;

const SHEET = ['normal', 'italic']
	.flatMap((style) => [
		face('cyrillic', style, 'U+0301,U+0400-045F,U+2116'),
		face('greek', style, 'U+03??'),
		face('latin-ext', style, 'U+0100-02BA,U+1E00-1E9F'),
		face('latin', style, 'U+0000-00FF,U+0131')
	])
	.join('');

const LATIN = ['latin-ext-normal', 'latin-normal', 'latin-ext-italic', 'latin-italic'];

test.each([
	['nothing but Latin', 'Words.', LATIN],
	['no text at all', '', LATIN],
	[
		'a word of Greek',
		'the λόγος',
		['greek-normal', ...LATIN.slice(0, 2), 'greek-italic', ...LATIN.slice(2)]
	],
	[
		'Russian',
		'Слово',
		['cyrillic-normal', ...LATIN.slice(0, 2), 'cyrillic-italic', ...LATIN.slice(2)]
	]
])('for %s, every style of what it needs', (_, text, names) => {
	expect(fontFiles(SHEET, text)).toEqual(names.map((name) => `./${name}.woff2`));
});

test('a face without ranges is needed by every text, with quotes around its address or without', () => {
	const sheet = face('all', 'normal', '').replace('(./all-normal.woff2)', "('/all.woff2')");
	expect(fontFiles(sheet, '書')).toEqual(['/all.woff2']);
});

test('every face of a sheet is read, with its descriptors and absolute addresses', () => {
	const sheet = `@font-face{font-family:'F G';font-style:italic;font-display:swap;font-weight:200 900;src:url(./a.woff2) format("woff2"),url('b.woff');unicode-range:U+0000-00FF,U+0131}
		@font-face { font-family: H; src: url(/h.woff2) }`;
	expect(readFontFaces(sheet, (address) => `https://x${address.replace(/^\.?\/?/, '/')}`)).toEqual([
		[
			'F G',
			'url("https://x/a.woff2") format("woff2"),url("https://x/b.woff")',
			{ style: 'italic', weight: '200 900', display: 'swap', unicodeRange: 'U+0000-00FF,U+0131' }
		],
		['H', 'url("https://x/h.woff2")', {}]
	]);
});
