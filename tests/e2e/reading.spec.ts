import {
	callBars,
	goToNote,
	keptPosition,
	openChapter,
	openSheet,
	readTo,
	scrollBy,
	tapText,
	topLine,
	untilAwake
} from './reader';
import { expect, testWithoutWorker as test } from './site';

const bars = '[data-bar]';

test('Contents opens over the text; the bars leave while one reads on and come back at a tap and on scrolling up; progress and time left are told @screen', async ({
	page
}) => {
	await openChapter(page);
	await page.getByRole('button', { name: 'Contents' }).click();
	const sheet = page.getByRole('dialog', { name: 'Contents' });
	await expect(sheet.getByRole('link', { name: /The Exile/ })).toHaveAttribute(
		'aria-current',
		'page'
	);
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
	await expect(page.getByRole('button', { name: 'Contents' })).toBeFocused();
	await expect(page.getByText('¶ 1 of 67 · 32 min left')).toBeVisible();

	const [top, bottom] = [page.locator(bars).first(), page.locator(bars).last()];
	await expect(top).toBeVisible();
	// A tap that clears a selection does nothing else.
	await page.locator('#p2').dblclick({ position: { x: 60, y: 20 } });
	expect(await page.evaluate(() => getSelection()!.toString().trim())).not.toBe('');
	await page.locator('#p1').click();
	expect(await page.evaluate(() => getSelection()!.isCollapsed)).toBe(true);
	await expect(top).toBeVisible();

	const placeInPage = () =>
		page.locator('#p3').evaluate((p) => p.getBoundingClientRect().top + window.scrollY);
	const before = await placeInPage();
	await page.mouse.move(200, 400);
	await scrollBy(page, 600);
	await expect(top).toBeHidden();
	await expect(bottom).toBeHidden();
	expect(await placeInPage()).toBeCloseTo(before, 0);

	await scrollBy(page, -100);
	await expect(top).toBeVisible();
	await scrollBy(page, 400);
	await expect(top).toBeHidden();
	await tapText(page);
	await expect(top).toBeVisible();
	await expect(bottom).toBeVisible();
	await tapText(page);
	await expect(top).toBeHidden();

	await readTo(page, 40);
	await callBars(page);
	await expect(page.getByText('¶ 40 of 67')).toBeVisible();
	await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
	await expect(page.getByText('¶ 67 of 67 · end')).toBeVisible();
});

test('A footnote is a tap away; Back, and its back-link, return to the words one left; Back is offered until one has read on for a screen @screen', async ({
	page
}) => {
	await openChapter(page);
	await page.locator('#noteref-2').scrollIntoViewIfNeeded();
	await expect(page.locator('[data-bar="bottom"] p')).toHaveText(/¶ (3|4)\d of 67/);
	const before = await topLine(page);
	const back = page.getByRole('button', { name: /^Back to ¶/ });
	const ways = [back, page.getByRole('link', { name: 'Back to the text, note 2' })];
	for (const way of ways) {
		await goToNote(page, 2);
		await expect(page.locator('#note-2')).toBeInViewport();
		await expect(back).toBeVisible();
		await way.click();
		await expect.poll(() => topLine(page)).toBe(before);
		await expect(back).toBeHidden();
		await expect(page.locator('#noteref-2')).toBeFocused();
	}
	// The back-link of another note is a jump of its own.
	for (const note of [5, 1]) {
		await page.getByRole('link', { name: `Back to the text, note ${note}` }).click();
		await expect(back).toBeVisible();
		await expect(page.locator(`#noteref-${note}`)).toBeFocused();
		await expect(page.locator(`#noteref-${note}`)).toBeInViewport();
	}

	const { height } = page.viewportSize()!;
	await page.mouse.move(200, 300);
	await scrollBy(page, height * 0.5);
	await expect(page.locator(bars).first()).toBeHidden();
	await expect(back).toBeVisible();
	const sheet = await openSheet(page, 'Appearance');
	await sheet.getByRole('button', { name: 'More size' }).click();
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden(); // the text slides back from beside it
	await expect(back).toBeVisible(); // the page grew; nobody read on
	await scrollBy(page, height * 0.6);
	await expect(back).toBeHidden();
});

test('A look at a footnote is not reading: a reload keeps it, Back returns, the shelf knows how far one is, and Continue goes there', async ({
	page
}) => {
	await page.goto('');
	await expect(page.getByText('1 chapter · 32 min')).toBeVisible();
	await openChapter(page);
	await readTo(page, 11);
	const before = await topLine(page);
	await goToNote(page, 1);
	await expect(page.locator('#note-1')).toBeInViewport();
	await page.reload();
	await untilAwake(page);
	await expect(page.locator('#note-1')).toBeInViewport();
	await expect(page.getByRole('button', { name: /^Back to ¶/ })).toBeVisible();
	await page.goBack();
	await expect.poll(() => topLine(page)).toBe(before);
	await expect(page.locator('#noteref-1')).toBeFocused();
	await goToNote(page, 1);
	await expect(page.locator('#note-1')).toBeInViewport();
	await page.goto('');
	await expect(page.getByText(/^\d\d? % read ·\s+\d+ min left/)).toBeVisible();
	expect(await keptPosition(page)).toMatchObject({ paragraph: 11 });
	const there = page.getByRole('link', { name: 'Continue The Exile' });
	await there.click();
	await untilAwake(page);
	await expect.poll(() => topLine(page)).toBe(before);
	await page.goto('my-life/');
	await there.click();
	await untilAwake(page);
	await expect.poll(() => topLine(page)).toBe(before);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the page is whole: title, author, every block, footnotes, ways on', async ({ page }) => {
		await page.goto('my-life/43-the-exile/');
		await expect(page.getByRole('heading', { level: 1, name: 'The Exile' })).toBeVisible();
		await expect(page.getByText('Leon Trotsky')).toBeVisible();
		await expect(page.locator('article [id^="p"]')).toHaveCount(67);
		await expect(page.locator('#p67')).toHaveText('N.I. SEDOVA-TROTSKAYA.”');
		await expect(page.getByRole('button')).toHaveCount(0);
		await page.locator('#noteref-3').click();
		await expect(page.locator('#note-3')).toBeInViewport();
		await page.locator('#note-3 a').click();
		await expect(page.locator('#noteref-3')).toBeInViewport();
		await page
			.getByRole('navigation')
			.getByRole('link', { name: /My Life/ })
			.click();
		await page.getByRole('link', { name: /The Exile/ }).click();
		await expect(page.locator('#p1')).toBeVisible();
		// It is dark where the system is.
		await page.emulateMedia({ colorScheme: 'dark' });
		await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(28, 27, 25)');
		await expect(page.locator('#p1')).toHaveCSS('color', 'rgb(220, 214, 202)');
	});
});

test.describe('works of other kinds', () => {
	test.use({ builds: ['fixtures'] });

	test('a work of many chapters has its neighbours, contents, and progress over all', async ({
		page
	}) => {
		await page.goto('lighthouse-year/');
		await untilAwake(page);
		await expect(page.getByRole('listitem').getByRole('link')).toHaveCount(12);
		await page.getByRole('listitem').getByRole('link').nth(4).click();
		await untilAwake(page);
		const here = page.url();
		await page.getByRole('link', { name: /^Next chapter/ }).click();
		await untilAwake(page);
		expect(page.url()).not.toBe(here);
		await page.getByRole('link', { name: /^Previous chapter/ }).click();
		await untilAwake(page);
		expect(page.url()).toBe(here);
		await openSheet(page, 'Contents');
		await expect(page.getByText(/% read · .* left/)).toBeVisible();
	});

	test('verse keeps its lines, and a chapter of a screen is at its end when one has read it, not before', async ({
		page
	}) => {
		await page.setViewportSize({ width: 412, height: 640 });
		await openChapter(page, 'sonnets/018-summers-day/');
		await expect(page.locator('.line')).toHaveCount(14);
		const place = page.locator('[data-bar="bottom"]');
		await expect(place).toContainText('1 min left');
		await expect(place).not.toContainText('end');
		await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
		await expect(place).toContainText('end');
		await page.goto('');
		await expect(page.getByText('25 % read')).toBeVisible(); // one of four
	});

	test('text from right to left stands so inside our interface; Chinese has its language', async ({
		page
	}) => {
		await openChapter(page, 'bereshit/1-yom/');
		const article = page.getByRole('article');
		await expect(article).toHaveAttribute('lang', 'he');
		await expect(article).toHaveCSS('direction', 'rtl');
		await expect(page.locator('[data-bar="bottom"]')).toHaveCSS('direction', 'ltr');
		await openChapter(page, 'daodejing/01-dao/');
		await expect(page.getByRole('article')).toHaveAttribute('lang', /^zh/);
	});
});
