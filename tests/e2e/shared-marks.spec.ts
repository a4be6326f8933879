import type { Browser, Page } from '@playwright/test';
import { openFresh, select, toolbar, type End } from './marking';
import { openChapter } from './reader';
import { expect, test, WITHOUT_WORKER } from './site';

test.use(WITHOUT_WORKER);

// A passage that leaves the page: copied with its source, shared with its place.

test.beforeEach(async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
});

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** The letters of a block before these words. */
function before(page: Page, block: string, words: string): Promise<number> {
	return page.locator(`#${block}`).evaluate((element, words) => {
		const at = element.textContent.indexOf(words);
		if (at < 0) throw new Error(`“${words}” is not in ${element.id}`);
		return at;
	}, words);
}

/** Selects a passage, when nothing is selected any more, and the clipboard is empty. */
async function selectAnew(page: Page, anchor: End, focus: End): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(toolbar(page)).toBeHidden();
	await page.evaluate(() => navigator.clipboard.writeText(''));
	await select(page, anchor, focus);
}

/** Shares a passage; gives its address, which begins with that of the block the passage begins in. */
async function share(page: Page, anchor: End, focus: End): Promise<string> {
	await selectAnew(page, anchor, focus);
	await toolbar(page).getByRole('button', { name: 'Share' }).click();
	const [here] = page.url().split('#');
	await expect.poll(() => copied(page)).toContain(`${here}#${anchor[0]}:~:text=`);
	return (await copied(page)).split('\n').at(-1)!;
}

const PASSAGES: [name: string, block: string, words: string, end?: End][] = [
	['a word that stands everywhere', 'p40', 'the'],
	['half a word', 'p40', 'appene'],
	['the first word of a paragraph', 'p30', '“The'],
	['a passage over paragraphs', 'p50', 'you want', ['p52', 20]]
];

/**
 * Opens an address in browsers that never saw the site: it leads to a letter of a block, script on and off.
 * @param lines how far from the middle of the screen the letter may stand; less than this
 */
async function expectToLead(
	browser: Browser,
	address: string,
	[block, at]: End,
	{ lines = 2, ...screen }: { lines?: number; viewport?: { width: number; height: number } } = {}
): Promise<void> {
	for (const javaScriptEnabled of [true, false]) {
		const context = await browser.newContext({ javaScriptEnabled, ...screen });
		const other = await context.newPage();
		// Not the block: the browser has to know the words by themselves.
		await other.goto(address.replace(`#${block}`, '#'));
		await expect.poll(() => linesFromMiddle(other, block, at)).toBeLessThan(lines);
		await context.close();
	}
}

test('A passage is copied with its source, and shared with its place: its address leads a stranger to it, script on and off', async ({
	page,
	browser
}) => {
	await openFresh(page);
	const copy = () => toolbar(page).getByRole('button', { name: 'Copy' }).click();
	await selectAnew(page, ['p1', 2], ['p1', 20]);
	await copy();
	await expect
		.poll(() => copied(page))
		.toBe('“will quote in full”\n— Leon Trotsky, My Life, “The Exile”, ¶ 1');
	const address = await share(page, ['p1', 2], ['p1', 20]);
	expect(address).toContain('/my-life/43-the-exile/#p1:~:text=will%20quote%20in%20full');

	// Words that are quoted already get no second quotation marks.
	await selectAnew(page, ['p2', 0], ['p2', 17]);
	await copy();
	await expect
		.poll(() => copied(page))
		.toBe('“January 16, 1928\n— Leon Trotsky, My Life, “The Exile”, ¶ 2');

	for (const [name, block, words, end] of PASSAGES) {
		await test.step(name, async () => {
			const at = await before(page, block, words);
			const address = await share(page, [block, at], end ?? [block, at + words.length]);
			await expectToLead(browser, address, [block, at]);
		});
	}
});

test.describe('in other writings', () => {
	test.use({ builds: ['fixtures'] });

	test('the address of a word leads a stranger to it, and not to the same word before', async ({
		page,
		browser
	}) => {
		for (const [path, block, word] of [
			['bereshit/1-yom/', 'p5', 'אלהים'],
			['daodejing/08-shui/', 'p2', '善'],
			['sonnets/018-summers-day/', 'p14', 'So long']
		] as const) {
			await openChapter(page, path);
			const at = await before(page, block, word);
			const address = await share(page, [block, at], [block, at + word.length]);
			// So low that a short chapter can be scrolled too.
			const viewport = { width: 412, height: 240 };
			await expectToLead(browser, address, [block, at], { viewport, lines: 0.5 });
		}
	});
});

/** How many lines a letter of a block stands from the middle of the screen, where browsers put the words of an address. */
function linesFromMiddle(page: Page, block: string, letters: number): Promise<number> {
	return page.locator(`#${block}`).evaluate((element, letters) => {
		const range = document.createRange();
		range.setStart(element.firstChild!, letters);
		range.setEnd(element.firstChild!, letters + 1);
		const { top, height } = range.getBoundingClientRect();
		const lineHeight = parseFloat(getComputedStyle(element).lineHeight);
		return Math.abs(top + height / 2 - window.innerHeight / 2) / lineHeight;
	}, letters);
}
