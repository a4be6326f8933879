import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readImageSize } from '$lib/server/image-size';

const hex = (...parts: string[]) => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');
const ascii = (text: string) => Buffer.from(text, 'latin1').toString('hex');

// A JPEG: start, a comment, then by case Exif, Huffman tables, and the frame, 258 x 3.
const START = 'ffd8 fffe 0004 ffc0';
const TABLES = 'ffc4 0004 0000';
const FRAME = 'ffc2 0011 08 0003 0102 03';
const exif = (order: string, directory: string) =>
	`ffe1 0022 ${ascii('Exif')} 0000 ${ascii(order)} ${directory}`;
const TURNED_MM = exif('MM', '002a 00000008 0001 0112 0003 00000001 0006 0000 00000000');
const TURNED_II = exif('II', '2a00 08000000 0100 1201 0300 01000000 0800 0000 00000000');
const UPRIGHT = exif('MM', '002a 00000008 0001 0112 0003 00000001 0003 0000 00000000');

const webp = (chunk: string, rest: string) =>
	hex(ascii('RIFF'), '00000000', ascii('WEBP'), ascii(chunk), '00000000', rest);

const SIZES: [name: string, file: Buffer, width: number, height: number][] = [
	['PNG', readFileSync('tests/fixtures/content/lighthouse-year/images/tower.png'), 320, 240],
	['GIF', hex(ascii('GIF89a'), '0201 0300'), 258, 3],
	['JPEG', hex(START, TABLES, FRAME), 258, 3],
	['JPEG turned, as phones save it', hex(START, TURNED_MM, FRAME), 3, 258],
	['JPEG turned, little-endian', hex(START, TURNED_II, FRAME), 3, 258],
	['JPEG upside down', hex(START, UPRIGHT, FRAME), 258, 3],
	['WebP, lossy', webp('VP8 ', '000000 9d012a 0241 0300'), 258, 3],
	['WebP, lossless', webp('VP8L', `2f ${'01810000'}`), 258, 3],
	['WebP, extended', webp('VP8X', '00000000 010100 020000'), 258, 3],
	['SVG by its size', Buffer.from('<?xml?><svg width="258" height="3px">'), 258, 3],
	['SVG by its box', Buffer.from("<svg xmlns='x'\n viewBox='0 0 257.6 3'>"), 258, 3]
];

test.each(SIZES)('%s', (_, file, width, height) => {
	expect(readImageSize(file)).toEqual({ width, height });
});

test.each([
	['nothing', Buffer.alloc(0)],
	['text', Buffer.from('not an image')],
	['PNG cut off', SIZES[0][1].subarray(0, 20)],
	['JPEG without a frame', hex(START, 'ffd9')],
	['WebP of an unknown kind', webp('VP9 ', '00000000 0000')],
	['SVG without a size', Buffer.from('<svg width="100%">')],
	[
		'a PNG that says it is larger than anything',
		hex('89504e470d0a1a0a 0000000d 49484452 ffffffff ffffffff')
	],
	['an SVG without end', Buffer.from('<svg viewBox="0 0 1e400 1">')],
	['no width', hex(ascii('GIF89a'), '0000 0300')]
])('null for %s', (_, file) => {
	expect(readImageSize(file)).toBeNull();
});
