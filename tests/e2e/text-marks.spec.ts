import { FONTS } from '../../src/lib/core/reading/fonts';
import { THEMES } from '../../src/lib/core/reading/theme-colours';
import { blockTexts } from '../bench/chapter-text.js';
import { highlight, marks, openFresh, select, toolbar, untilSaved } from './marking';
import { callBars, chooseFont, openSheet } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

// The text under the marks is what it was: its offsets, what is copied, what is found.

/** Where the lines of the first paragraphs begin: how many letters of its paragraph stand before each. */
function lineStarts(article: Element): string[] {
	const letter = document.createRange();
	return [...article.querySelectorAll('p')].slice(0, 24).map((paragraph) => {
		const starts: number[] = [];
		const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
		for (let [offset, bottom] = [0, -Infinity]; texts.nextNode();) {
			const { length } = texts.currentNode as Text;
			for (let i = 0; i < length; i++, offset++) {
				letter.setStart(texts.currentNode, i);
				letter.setEnd(texts.currentNode, i + 1);
				const rect = letter.getBoundingClientRect();
				if (rect.width === 0 || rect.top < bottom - 4) continue;
				starts.push(offset);
				bottom = rect.bottom;
			}
		}
		return `${paragraph.id} ${starts.join(' ')}`;
	});
}

/** Where each mark stands, as its record says and as the page shows it. */
function whereMarksStand(article: Element): string[] {
	return [...article.querySelectorAll('mark')].map((mark) => {
		const block = mark.closest('[id]')!;
		const before = document.createRange();
		before.setStart(block, 0);
		before.setEndBefore(mark);
		return `${block.id} ${before.toString().length} ${mark.textContent}`;
	});
}

test('Marks break no line anew at any width; offsets are the same after every change of font, theme and width', async ({
	page
}) => {
	await openFresh(page);
	const article = page.locator('article');
	const readLines = async () => {
		const lines: Record<number, string[]> = {};
		for (const width of [320, 412, 600]) {
			await page.setViewportSize({ width, height: 915 });
			lines[width] = await article.evaluate(lineStarts);
		}
		return lines;
	};
	const { width, height } = page.viewportSize()!;
	const lines = await readLines();
	expect(lines[412].length).toBeGreaterThan(20);
	await highlight(page, 'yellow', ['p2', 7], ['p3', 30]);
	await highlight(page, 'blue', ['p3', 10], ['p9', 30]);
	await highlight(page, 'pink', ['p8', 3], ['p14', 41]);
	await highlight(page, 'green', ['p15', 5], ['p23', 12]);
	await untilSaved(page);
	await expect(marks(page).first()).toBeVisible();
	expect(await readLines()).toEqual(lines);

	await page.setViewportSize({ width, height });
	const read = async () => [
		await article.evaluate(blockTexts),
		await article.evaluate(whereMarksStand)
	];
	const before = await read();
	const sheet = await openSheet(page, 'Appearance');
	for (const { name: font } of FONTS) {
		await chooseFont(sheet, font);
		expect(await read(), font).toEqual(before);
	}
	for (const theme of THEMES) {
		await sheet.getByRole('radio', { name: theme }).check();
		expect(await read(), theme).toEqual(before);
	}
	for (const name of ['More size', 'More line height', /^(Less line length|More margins)$/]) {
		for (let step = 0; step < 3; step++) await sheet.getByRole('button', { name }).click();
		expect(await read(), String(name)).toEqual(before);
	}
	await sheet.getByLabel('Justified').check();
	expect(await read(), 'justified').toEqual(before);
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
	for (const size of [
		{ width: height, height: width },
		{ width: 320, height: 568 }
	]) {
		await page.setViewportSize(size);
		expect(await read(), `${size.width} px`).toEqual(before);
	}
	await page.setViewportSize({ width, height });
	// What is selected now is counted from the same letters.
	await page.evaluate(() => window.scrollTo(0, 0));
	await callBars(page);
	await select(page, ['p1', 2], ['p1', 12]);
	await toolbar(page).getByRole('button', { name: 'Highlight green' }).click();
	await expect(page.locator('#p1 mark')).toHaveText('will quote');
});

interface Find {
	find(words: string, matchCase?: boolean, backwards?: boolean, wrap?: boolean): boolean;
}

test('The words, their offsets and what is copied are the same under marks; the browser finds words through their edges', async ({
	page
}) => {
	await openFresh(page);
	const read = () =>
		page.locator('article').evaluate((article) => {
			getSelection()!.selectAllChildren(article);
			const copied = getSelection()!.toString();
			getSelection()!.removeAllRanges();
			return copied;
		});
	const before = [await read(), await page.locator('article').evaluate(blockTexts)];
	await highlight(page, 'yellow', ['p2', 5], ['p2', 25]);
	await highlight(page, 'blue', ['p2', 14], ['p2', 45]);
	await highlight(page, 'yellow', ['p2', 60], ['p4', 30]);
	await highlight(page, 'blue', ['p3', 10], ['p5', 30]);
	await expect(page.locator('#p2 mark')).toHaveCount(4);
	expect([await read(), await page.locator('article').evaluate(blockTexts)]).toEqual(before);

	const words = 'January 16, 1928; packing all morning. I have a temperature';
	const found = await page.evaluate((words) => {
		getSelection()!.removeAllRanges();
		const found = (window as never as Find).find(words, true, false, true);
		return { found, selected: getSelection()!.toString() };
	}, words);
	expect(found).toEqual({ found: true, selected: words });
	// What is found is selected, and can be marked like anything else.
	await toolbar(page).getByRole('button', { name: 'Highlight pink' }).click();
	const pink = page.locator('mark[data-ids]');
	expect((await pink.allTextContents()).join('')).toContain(words);
});
