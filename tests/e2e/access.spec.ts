import type { Page } from '@playwright/test';
import { themeProperties, type Theme } from '../../src/lib/core/reading/theme-colours';
import { expectNoViolations, PAGES } from './axe';
import { openChapter, readTo, scrollBy, untilAwake } from './reader';
import { expect, pagesOf, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

/** Each theme, and what the system is. *Auto* in the light, as *Light* is, is looked at by all rules. */
const LOOKS: [Theme, 'light' | 'dark'][] = [
	['auto', 'dark'],
	['dark', 'light'],
	['black', 'light'],
	['paper', 'light'],
	['sepia', 'light'],
	['contrast', 'light'],
	['contrast', 'dark']
];

/** What a desktop has columns and bars of its own for. */
const OF_EACH_SCREEN = ['my-life/43-the-exile/'];

/** The narrowest phone; and 1280 x 1024 at 400 %. */
const NARROWEST = [
	{ width: 320, height: 568 },
	{ width: 320, height: 256 }
];

for (const path of PAGES) {
	test(`/${path}: axe finds nothing, on a phone in any theme, nothing needs a sideways scroll, all of it is reached by keyboard, and shows its focus @screen`, async ({
		page,
		isMobile
	}) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(path);
		await untilAwake(page);
		await expectNoViolations(page, path);

		// A theme is colours and nothing else, which the app gives to the root element of every page.
		for (const [theme, colorScheme] of isMobile || OF_EACH_SCREEN.includes(path) ? LOOKS : []) {
			const what = `${theme}, ${colorScheme}`;
			const properties = themeProperties(theme);
			await changeSystem(page, colorScheme);
			await page.evaluate(dress, properties);
			await expectNoViolations(page, what, { coloursAlone: true });
			expect(await page.evaluate(dressed, properties), what).toEqual(properties);
		}
		await changeSystem(page, 'light');

		const screen = page.viewportSize()!;
		for (const size of NARROWEST) {
			await page.setViewportSize(size);
			const { scrollWidth, clientWidth } = await page.evaluate(widths);
			expect(scrollWidth, `${size.width} x ${size.height}`).toBeLessThanOrEqual(clientWidth);
		}
		await page.setViewportSize(screen);

		const names = await tabThrough(page);
		expect(names.length).toBeGreaterThan(0);
		if (path.endsWith('exile/')) {
			expect(names).toEqual(
				expect.arrayContaining(['Skip to the text', 'Shelf', 'Appearance', 'Contents', '1'])
			);
		}
	});
}

/** The system is light or dark from now on, and the app has answered: it puts on its own theme anew. */
async function changeSystem(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
	const answered = await page.evaluateHandle((scheme) => {
		const query = matchMedia(`(prefers-color-scheme: ${scheme})`);
		const told = query.matches
			? Promise.resolve()
			: new Promise((done) => query.addEventListener('change', done, { once: true }));
		const frame = () => new Promise((done) => requestAnimationFrame(done));
		return { wait: () => told.then(frame).then(frame) };
	}, colorScheme);
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	await answered.evaluate(({ wait }) => wait());
}

test('axe finds nothing in the sheets, which are worked by keyboard alone, fit the narrowest phone, and under forced colours are still told apart @screen', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openChapter(page);
	await page.getByRole('button', { name: 'Contents' }).click();
	const contents = page.getByRole('dialog', { name: 'Contents' });
	await expect(contents).toBeVisible();
	await expectNoViolations(page, 'Contents');
	await page.keyboard.press('Escape');
	await expect(contents).toBeHidden();

	const button = page.getByRole('button', { name: 'Appearance' });
	await button.focus();
	await page.keyboard.press('Enter');
	const sheet = page.getByRole('dialog', { name: 'Appearance' });
	await expect(sheet).toBeVisible();
	await expectNoViolations(page, 'Appearance');
	await sheet.getByRole('radio', { name: 'Auto' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(sheet.getByRole('radio', { name: 'Light' })).toBeChecked();
	await sheet.getByRole('button', { name: 'More size' }).focus();
	await page.keyboard.press('Space');
	await expect(page.getByRole('article')).toHaveCSS('font-size', '20px');
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
	await expect(button).toBeFocused();

	await page.keyboard.press('Enter');
	for (const size of NARROWEST) {
		await page.setViewportSize(size);
		await expect(sheet).toBeVisible();
		const reset = page.getByRole('button', { name: 'Reset' });
		await reset.scrollIntoViewIfNeeded();
		await expect(reset).toBeInViewport();
	}

	await page.emulateMedia({ forcedColors: 'active' });
	const line = page.locator('[data-bar="bottom"] .progress div');
	const paper = await page.evaluate(
		() => getComputedStyle(document.documentElement).backgroundColor
	);
	expect(await line.evaluate((node) => getComputedStyle(node).backgroundColor)).not.toBe(paper);
	await expect(sheet).toHaveCSS('border-top-style', 'solid');
});

test.describe('works of other kinds', () => {
	test.use({ builds: ['fixtures'] });
	test.slow(); // one visit after the other to every page

	test('keep words whole and lines long enough at 320 px', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 568 });
		for (const path of pagesOf('fixtures')) {
			await page.goto(path);
			const { scrollWidth, clientWidth } = await page.evaluate(widths);
			expect(scrollWidth, path).toBeLessThanOrEqual(clientWidth);
			expect(await page.evaluate(narrowBlocks, NARROW), path).toEqual([]);
			expect(await page.evaluate(partedWords), path).toEqual([]);
		}
	});
});

test('Footnote marks and the ways back from notes are as large as a thumb, and move no line @screen', async ({
	page
}) => {
	await openChapter(page);
	const { width, height } = page.viewportSize()!;
	// On a phone of 370 px, or so, links stand at the very end of a line; with other fonts elsewhere.
	for (const narrower of [0, 40, 41, 42, 43, 44]) {
		await page.setViewportSize({ width: width - narrower, height });
		expect(await page.evaluate(missedLinks, THUMB), `${width - narrower} px`).toEqual([]);
	}
	await page.setViewportSize({ width, height });
	await expect(page.locator('[role="doc-noteref"], [role="doc-backlink"]')).toHaveCount(10);
	const lines = await page.locator('#p11').evaluate((paragraph) => {
		const { lineHeight } = getComputedStyle(paragraph);
		return paragraph.getBoundingClientRect().height / Number.parseFloat(lineHeight);
	});
	expect(lines).toBeCloseTo(Math.round(lines));
});

/** Px: a target of 44, and half a pixel less at each side. */
const THUMB = 43;

/** Px: no column of text is narrower on the narrowest phone. */
const NARROW = 150;

// In the page:

function dress(properties: Record<string, string>): void {
	const { style } = document.documentElement;
	for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
}

/** What the root element has of these properties; `''`: the property is not there. */
function dressed(properties: Record<string, string>): Record<string, string> {
	const { style } = document.documentElement;
	return Object.fromEntries(
		Object.keys(properties).map((name) => [name, style.getPropertyValue(name)])
	);
}

function widths() {
	const { scrollWidth, clientWidth } = document.documentElement;
	return { scrollWidth, clientWidth };
}

/**
 * The links from and to notes that a square of `size` px around their middle does not hit. Where
 * another one is nearer than that, by the length of the lines and the fonts there are, it may have a
 * corner.
 */
function missedLinks(size: number): string[] {
	const links = [...document.querySelectorAll('[role="doc-noteref"], [role="doc-backlink"]')];
	const middle = (link: Element) => {
		const { left, right, top, bottom } = link.getBoundingClientRect();
		return [(left + right) / 2, (top + bottom) / 2];
	};
	return links.flatMap((link) => {
		link.scrollIntoView({ block: 'center', behavior: 'instant' });
		const [x, y] = middle(link);
		const near = links.filter((other) => {
			const [otherX, otherY] = middle(other);
			return Math.abs(otherX - x) < size && Math.abs(otherY - y) < size;
		});
		const edges = [-size / 2, size / 2];
		const corners = edges.flatMap((dx) => edges.map((dy) => [x + dx, y + dy]));
		const hits = corners.map(([x, y]) => document.elementFromPoint(x, y));
		const isHit =
			document.elementFromPoint(x, y) === link && hits.every((hit) => near.includes(hit!));
		return isHit
			? []
			: [`${link.getAttribute('href')} ${hits.map((hit) => hit?.outerHTML.slice(0, 40))}`];
	});
}

/** The paragraphs with less room than `least` px for their lines. */
function narrowBlocks(least: number): string[] {
	const blocks = [...document.querySelectorAll('article :is(p, li)')];
	return blocks.filter((block) => block.clientWidth < least).map(({ textContent }) => textContent);
}

/** Words that stand on two lines; Chinese and addresses may, and code scrolls. */
function partedWords(): string[] {
	const parted: string[] = [];
	const text = document.querySelector('article:not(:lang(zh))') ?? document.createElement('p');
	const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
	const range = document.createRange();
	while (walker.nextNode()) {
		const node = walker.currentNode as Text;
		if (node.parentElement!.closest('pre, a')) continue;
		for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{M}\u00ad]+/gu)) {
			if (word.includes('\u00ad')) continue; // says itself where it may be parted
			range.setStart(node, index);
			range.setEnd(node, index + word.length);
			const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
			if (new Set(tops).size > 1) parted.push(word);
		}
	}
	return parted;
}

/** Tabs through the page once; gives the names of what was focused, and fails on what cannot be seen. */
async function tabThrough(page: Page): Promise<string[]> {
	const names: string[] = [];
	for (;;) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement as HTMLElement;
			if (element === document.body || element.dataset.tabbed) return null;
			element.dataset.tabbed = 'yes';
			const { width, height, top, bottom } = element.getBoundingClientRect();
			// A control drawn by another element (a radio under its swatch) shows its focus there.
			const drawn = [element, element.nextElementSibling, element.parentElement!];
			const outlined = drawn.some((one) => one && getComputedStyle(one).outlineStyle !== 'none');
			const name = element.getAttribute('aria-label') ?? element.textContent.trim();
			const seen = outlined && width > 0 && height > 0 && bottom > 0 && top < innerHeight;
			return { name, seen };
		});
		if (!focused) return names;
		expect(focused, `focus on “${focused.name}”`).toMatchObject({ seen: true });
		names.push(focused.name);
	}
}

test('The way past the bars moves nothing, and leads to the words one reads; bars that left come back at Esc @screen', async ({
	page
}) => {
	await openChapter(page);
	await readTo(page, 39);
	await page.reload();
	await untilAwake(page);
	await expect(page.locator('html.placed, html.placing')).toHaveCount(0);
	const before = await page.evaluate(() => scrollY);
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Skip to the text' });
	await expect(skip).toBeFocused();
	const onTop = await skip.evaluate((link) => {
		const { left, top, width, height } = link.getBoundingClientRect();
		return document.elementFromPoint(left + width / 2, top + height / 2) === link;
	});
	expect(onTop).toBe(true);
	await page.keyboard.press('Enter');
	await expect(page.locator('#p39')).toBeFocused();
	expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(2);

	await page.mouse.move(200, 400);
	const bar = page.locator('[data-bar="top"]');
	await scrollBy(page, 800);
	await expect(bar).toBeHidden();
	await page.keyboard.press('Escape');
	await expect(bar).toBeVisible();
});
