/**
 * Takes the pictures of the README and of the web app manifest from a finished
 * build. Run it after a change of the look (`npm run build && node
 * src/tools/take-screenshots.js`) and commit what it wrote.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright';
import { browserArgs, findBrowser } from './find-browser.js';
import { startServer } from './static-server.js';

const CHAPTER = 'my-life/43-the-exile/';

/** @type {{ file: string, width: number, height: number, scale: number, theme: string }[]} */
const PICTURES = [
	{ file: 'phone.png', width: 412, height: 915, scale: 2, theme: 'Light' },
	{ file: 'phone-dark.png', width: 412, height: 915, scale: 2, theme: 'Dark' },
	{ file: 'wide.png', width: 1280, height: 800, scale: 1, theme: 'Paper' }
];

mkdirSync('static/screenshots', { recursive: true });
const site = await startServer({ dirs: [process.env.BUILD_DIR ?? 'build'] });
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
for (const { file, width, height, scale, theme } of PICTURES) {
	const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
	await page.goto(`${site.url}settings/`);
	await page.getByRole('radio', { name: theme }).check();
	await page.goto(site.url + CHAPTER);
	await page.locator('html.awake').waitFor();
	await page.mouse.move(width / 2, height / 2);
	await page.screenshot({ path: `static/screenshots/${file}` });
	await page.close();
}
await browser.close();
await site.close();
