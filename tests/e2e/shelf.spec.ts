import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buildDir } from './builds';
import { callBars, keptPosition, openChapter, readTo, stored, untilAwake } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

test('The words on the page are those of the given text, in their order; read to its end, it is offered to be read again, from its beginning', async ({
	page
}) => {
	const given = readFileSync('tests/fixtures/43-the-exile.txt', 'utf8');
	const words = given
		.slice(given.indexOf('I will quote in full'), given.indexOf('Last Chapter'))
		.replace(/ \[\d\]/g, '') // the marks of notes
		.replace(/^\d\. /gm, '') // and their numbers, which the list shows
		.split(/\s+/)
		.filter(Boolean);
	await openChapter(page);
	const shown = await page.locator('article').evaluate((article) => {
		const copy = article.cloneNode(true) as HTMLElement;
		for (const mark of copy.querySelectorAll('[role="doc-noteref"], [role="doc-backlink"]')) {
			mark.remove();
		}
		return copy.textContent;
	});
	expect(shown.split(/\s+/).filter(Boolean)).toEqual(words);

	// It is known by then that it was never read: what is read from now on is saved as one leaves.
	await expect.poll(() => keptPosition(page)).not.toBeNull();
	await page.evaluate(() => document.getElementById('p67')!.scrollIntoView({ block: 'end' }));
	await expect(page.locator('[data-bar].away')).toHaveCount(2); // as one reads on
	await callBars(page);
	await expect(page.getByText('¶ 67 of 67 · end')).toBeVisible();
	await page.goto('');
	await expect(page.getByText('Done', { exact: true })).toBeVisible();
	await expect(page.getByRole('link', { name: /^Continue/ })).toHaveCount(0);
	await page.getByRole('link', { name: 'Read again The Exile' }).click();
	await untilAwake(page);
	await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
});

/** A layout shift, as browsers score it, of a few letters by a few pixels. */
const UNSEEN = 0.001;

function sumOfShifts(): number {
	return (window as never as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0);
}

/** Sends the shelf with a pause behind its works, in which a browser paints what it has. */
function sendShelfInTwoParts({ url }: IncomingMessage, response: ServerResponse): boolean {
	if (url !== '/') return false;
	const html = readFileSync(join(buildDir('fixtures'), 'index.html'), 'utf8');
	const [works, rest] = html.split(/(?<=<\/ul>)/);
	response.setHeader('content-type', 'text/html');
	response.write(works);
	setTimeout(() => response.end(rest), 500);
	return true;
}

test.describe('works of other kinds', () => {
	test.use({ builds: ['fixtures'] });

	test('Nothing moves when it becomes known how far one is; a Hebrew work stands at the right, all of it, and no script without italics is slanted', async ({
		page,
		site
	}) => {
		await page.addInitScript(() => {
			const shifts: number[] = ((window as never as { shifts: number[] }).shifts = []);
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries())
					shifts.push((entry as never as { value: number }).value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		for (const path of [
			'bereshit/1-yom/',
			'sonnets/018-summers-day/',
			'lighthouse-year/03-march/'
		]) {
			await openChapter(page, path);
			await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
			await page.waitForFunction((path) => localStorage.getItem(`postil:position:/${path}`), path);
			await page.goto(path.split('/')[0] + '/');
			await expect(page.getByText(/% read/)).toBeVisible();
			await expect(page.getByRole('link', { name: /^(Continue|Read again)/ })).toBeVisible();
			expect(await page.evaluate(sumOfShifts), path).toBeLessThan(UNSEEN);
		}
		site.intercept = sendShelfInTwoParts;
		await page.goto('');
		await expect(page.getByText(/% read/)).toHaveCount(3);
		await expect(page.getByRole('link', { name: /^Continue/ })).toHaveCount(3);
		expect(await page.evaluate(sumOfShifts)).toBeLessThan(UNSEEN);
		// The last read first; the one that was never opened last.
		const slugs = await page
			.locator('[data-work]')
			.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.work));
		expect(slugs).toEqual(['lighthouse-year', 'sonnets', 'bereshit', 'daodejing']);

		// On the shelf, and on its own page.
		for (const path of ['', 'bereshit/']) {
			if (path) await page.goto(path);
			await untilAwake(page);
			await page.locator('[dir="rtl"] .progress a').first().waitFor(); // it stands there empty before
			const right = await page.evaluate(() => {
				const work = document.querySelector('[dir="rtl"]')!;
				const parts = work.querySelectorAll('h1, h2, .author, .extent, .progress, .number');
				return [...parts].map((part) => {
					const range = document.createRange();
					range.selectNodeContents(part);
					return Math.round(
						work.getBoundingClientRect().right - range.getBoundingClientRect().right
					);
				});
			});
			expect(right.length).toBeGreaterThan(2);
			for (const distance of right) expect(distance, path).toBeLessThan(8);
			await expect(page.locator('.author:lang(he)')).toHaveCSS('font-synthesis-style', 'none');
		}
		await page.goto('lighthouse-year/');
		await expect(page.locator('.author')).toHaveCSS('font-synthesis-style', 'auto');
	});
});

test('Nothing asks to be installed before there is something to come back to; a no is kept; the line of progress is seen under forced colours', async ({
	page
}) => {
	// What Chromium does on a site that can be installed; headless it does not.
	const offer = async () => {
		await untilAwake(page);
		await page.evaluate(() => dispatchEvent(new Event('beforeinstallprompt')));
	};
	const hint = page.getByRole('complementary', { name: 'Install' });
	await page.goto('');
	await offer();
	await expect(page.getByText('1 chapter · 32 min')).toBeVisible();
	await expect(hint).toBeHidden();
	await openChapter(page);
	await readTo(page, 30);
	await offer();
	await expect(hint).toBeHidden();
	await page.goto('');
	await offer();
	await expect(hint).toBeVisible();
	await expectProgressSeen(page);
	await hint.getByRole('button', { name: 'Not now' }).click();
	await expect(hint).toBeHidden();
	await expect.poll(() => stored(page, 'preferences', 'install-dismissed')).toBe(true);
	await page.reload();
	await offer();
	await expect(page.getByRole('link', { name: /^Continue/ })).toBeVisible();
	await expect(hint).toBeHidden();
	await page.goto('settings/');
	await offer();
	await expect(hint).toBeVisible(); // where it is looked for
});

/** The line of progress is seen where colours are forced. */
async function expectProgressSeen(page: Page): Promise<void> {
	await page.emulateMedia({ forcedColors: 'active' });
	await expect(page.getByRole('progressbar')).toBeVisible();
	const paper = await page.evaluate(
		() => getComputedStyle(document.documentElement).backgroundColor
	);
	await expect(page.getByRole('progressbar')).not.toHaveCSS('background-color', paper);
	await page.emulateMedia({ forcedColors: 'none' });
}

test.describe('on an iPhone', () => {
	test.use({
		userAgent:
			'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
	});

	test('the way to install is told in words', async ({ page }) => {
		await openChapter(page);
		await readTo(page, 30);
		await page.goto('');
		await expect(page.getByText('Add to Home Screen')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Install' })).toBeHidden();
	});
});

test('Over plain http the text is read, and one line says why nothing is kept', async ({
	site,
	playwright
}) => {
	const { executablePath, args = [] } = test.info().project.use.launchOptions ?? {};
	const browser = await playwright.chromium.launch({
		executablePath,
		args: [...args, '--host-resolver-rules=MAP postil.test 127.0.0.1']
	});
	const page = await browser.newPage();
	const { port } = new URL(site.url);
	await page.goto(`http://postil.test:${port}/`);
	await expect(page.getByRole('status')).toHaveText(/Not available offline.*not secure/);
	await page.getByRole('link', { name: 'My Life' }).click();
	await untilAwake(page);
	await expect(page.locator('#p67')).toBeAttached();
	await browser.close();
});
