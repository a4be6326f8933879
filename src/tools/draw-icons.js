/**
 * Draws the icons that platforms want as pixels from `static/icon.svg`. Run it
 * after a change of the mark (`node src/tools/draw-icons.js`) and commit what it wrote.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { browserArgs, findBrowser } from './find-browser.js';

const mark = readFileSync('static/icon.svg', 'utf8');
const inner = mark.replace(/<\/?svg[^>]*>/g, '').replace(/<rect[^>]*>/, '');
const svg = (/** @type {string} */ content) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${content}</svg>`;
const paper = '<rect width="64" height="64" fill="#fdfcfa" />';
// A mask may cut all but the middle 80 % away: the mark shrinks into it.
const shrunk = `<g transform="translate(9.6 9.6) scale(0.7)">${inner}</g>`;

/** @type {{ file: string, size: number, picture: string }[]} */
const ICONS = [
	{ file: 'icon-192.png', size: 192, picture: mark },
	{ file: 'icon-512.png', size: 512, picture: mark },
	{ file: 'icon-maskable.png', size: 512, picture: svg(paper + shrunk) },
	{ file: 'apple-touch-icon.png', size: 180, picture: svg(paper + inner) },
	// Platforms use its shape only.
	{
		file: 'icon-monochrome.png',
		size: 512,
		picture: svg(shrunk.replace(/stroke="#[^"]+"/g, 'stroke="#000"'))
	},
	{ file: 'favicon.ico', size: 32, picture: mark }
];

/**
 * An .ico file that holds one PNG, as every browser since 2007 reads.
 * Format: https://en.wikipedia.org/wiki/ICO_(file_format)
 *
 * @param {Buffer} png
 * @param {number} size
 */
function ico(png, size) {
	const head = Buffer.alloc(22);
	head.writeUInt16LE(1, 2); // an icon
	head.writeUInt16LE(1, 4); // one picture
	head.writeUInt8(size, 6);
	head.writeUInt8(size, 7);
	head.writeUInt16LE(1, 10); // colour planes
	head.writeUInt16LE(32, 12); // bits a pixel
	head.writeUInt32LE(png.length, 14);
	head.writeUInt32LE(head.length, 18);
	return Buffer.concat([head, png]);
}

const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
for (const { file, size, picture } of ICONS) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(
		`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${picture}`
	);
	const png = await page.screenshot({ omitBackground: true });
	writeFileSync(`static/${file}`, file.endsWith('.ico') ? ico(png, size) : png);
	await page.close();
}
await browser.close();
