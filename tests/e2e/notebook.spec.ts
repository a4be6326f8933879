import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { describe } from '../../src/lib/core/selector';
import { keep, makeAnnotation, readChapter, recordOf, type Made } from './made';
import { untilAwake } from './reader';
import { expect, test, untilKept } from './site';

const MADE: Made[] = [
	{ quote: 'packing all morning', colour: 'yellow', day: 5, tags: ['journey'] },
	{
		quote: 'He did not realize what our journey meant',
		colour: 'blue',
		note: 'Čapek? See https://example.org/exile.',
		day: 9,
		tags: ['journey', 'people']
	},
	{ quote: 'We watch the time', kind: 'note', note: 'The clock again', day: 7 },
	{ quote: 'The train started', kind: 'bookmark', day: 3 },
	{ quote: 'The door remained locked', colour: 'pink', day: 1, deleted: true }
];

async function openNotebook(page: Page) {
	await page.goto('notebook/');
	await untilAwake(page);
}

/** Opens the notebook of a reader who made these. */
async function openWith(page: Page, made: Made[]) {
	const chapter = await readChapter(page);
	await keep(
		page,
		made.map((one) => makeAnnotation(chapter, one)),
		chapter
	);
	await openNotebook(page);
	await expect(page.getByRole('heading', { name: 'Notebook', level: 1 })).toBeVisible();
}

const entries = (page: Page) => page.locator('section li');
const quotes = (page: Page) => page.locator('section .quote');
const count = (page: Page) => page.getByRole('status').filter({ hasText: / in all| of / });

async function openFilter(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: /^Filter/ }).click();
	const choices = page.locator('#choices');
	await expect(choices).toBeVisible();
	return choices;
}

const QUOTES = MADE.slice(0, 4).map(({ quote }) => quote);

test('everything made is listed under its chapter, in the order of the text', async ({ page }) => {
	await openWith(page, [...MADE].reverse());
	await expect(quotes(page)).toHaveText(QUOTES);
	await expect(page.getByRole('heading', { name: 'My Life' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'XLIII The Exile' })).toBeVisible();
	await expect(count(page)).toHaveText('4 in all');
	const second = entries(page).nth(1);
	await expect(second).toContainText('Blue highlight');
	await expect(second).toContainText('9 Nov 2026');
	await expect(second).toContainText('#people');
	const link = second.getByRole('link', { name: 'https://example.org/exile', exact: true });
	await expect(link).toHaveAttribute('href', 'https://example.org/exile');
	await expect(link).toHaveAttribute('rel', 'noreferrer');
});

test('a tap goes to the passage, and Back finds the list as it was left', async ({ page }) => {
	await openWith(page, MADE);
	await page.getByRole('searchbox', { name: 'Search' }).fill('clock');
	await expect(entries(page)).toHaveCount(1);
	// The reading page may take the mark out of its address once it is there.
	await expect(page.locator('section a.passage')).toHaveAttribute(
		'href',
		/\/my-life\/43-the-exile\/#mark=made-\d+$/
	);
	await entries(page).first().click();
	await page.waitForURL('**/my-life/43-the-exile/**');
	await untilAwake(page);
	await page.goBack();
	await untilAwake(page);
	await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('clock');
	await expect(quotes(page)).toHaveText(['We watch the time']);
});

test('search finds words in quotes and notes, without their accents, and literally', async ({
	page
}) => {
	await openWith(page, MADE);
	const search = page.getByRole('searchbox', { name: 'Search' });
	for (const [words, found] of [
		['MORNING', [QUOTES[0]]],
		['capek', [QUOTES[1]]],
		['the', [QUOTES[2], QUOTES[3]]],
		['.*', []]
	] as const) {
		await search.fill(words);
		await expect(quotes(page)).toHaveText(found);
		await expect(count(page)).toHaveText(`${found.length} of 4`);
	}
	await expect(page.getByText('Nothing found.')).toBeVisible();
	await page.getByRole('button', { name: 'Show all' }).click();
	await expect(entries(page)).toHaveCount(4);
	await expect(search).toHaveValue('');
	await search.fill('jour');
	await expect(page.locator('section mark')).toHaveText(['jour']);
});

test('filters narrow the list by kind, colour and tag, together', async ({ page }) => {
	await openWith(page, MADE);
	const choices = await openFilter(page);
	await choices.getByLabel('Notes').check();
	await expect(quotes(page)).toHaveText([QUOTES[1], QUOTES[2]]);
	await choices.getByLabel('Bookmarks').check();
	await expect(quotes(page)).toHaveText([QUOTES[3]]);
	await choices.getByLabel('All').check();
	await choices.getByLabel('Blue').check();
	await choices.getByLabel('Yellow').check();
	await expect(quotes(page)).toHaveText([QUOTES[0], QUOTES[1]]);
	await choices.getByLabel('people').check();
	await expect(quotes(page)).toHaveText([QUOTES[1]]);
	await expect(page.getByRole('button', { name: /^Filter/ })).toContainText('3');
	await choices.getByRole('button', { name: 'Clear the filters' }).click();
	await expect(entries(page)).toHaveCount(4);
});

test('the list is sorted by place, or by time', async ({ page }) => {
	await openWith(page, MADE);
	const order = (await openFilter(page)).getByLabel('Order');
	await order.selectOption('Newest first');
	await expect(quotes(page)).toHaveText([QUOTES[1], QUOTES[2], QUOTES[0], QUOTES[3]]);
	await expect(entries(page).first()).toContainText('The Exile');
	await order.selectOption('Oldest first');
	await expect(quotes(page)).toHaveText([QUOTES[3], QUOTES[0], QUOTES[2], QUOTES[1]]);
	await order.selectOption('Place in the text');
	await expect(quotes(page)).toHaveText(QUOTES);
});

test('many are recoloured, tagged and deleted at once, and it can be undone', async ({ page }) => {
	await openWith(page, MADE);
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	const bar = page.getByRole('group', { name: 'Selected' });
	await page.getByRole('checkbox', { name: /packing all morning/ }).check();
	await page.getByRole('checkbox', { name: /did not realize/ }).check();
	await expect(bar).toContainText('2 selected');

	await bar.getByRole('button', { name: 'Colour' }).click();
	await bar.getByRole('button', { name: 'Green' }).click();
	await expect(page.getByText('2 now green')).toBeVisible();
	await expect(page.locator('section .passage[data-colour="green"]')).toHaveCount(2);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('section .passage[data-colour="blue"]')).toHaveCount(1);
	await expect(page.locator('section .passage[data-colour="green"]')).toHaveCount(0);

	await bar.getByRole('button', { name: 'Tags' }).click();
	await bar.getByLabel('New tag').fill(' to read ');
	await page.keyboard.press('Enter');
	await expect(entries(page).filter({ hasText: '#to read' })).toHaveCount(2);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(entries(page).filter({ hasText: '#to read' })).toHaveCount(0);
	await bar.getByRole('button', { name: 'Remove the tag journey from 2' }).click();
	await expect(entries(page).filter({ hasText: '#journey' })).toHaveCount(0);

	await bar.getByRole('button', { name: 'Delete' }).click();
	await expect(quotes(page)).toHaveText([QUOTES[2], QUOTES[3]]);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(quotes(page)).toHaveText(QUOTES);
	await bar.getByRole('button', { name: 'Select all' }).click();
	await expect(bar).toContainText('4 selected');
	await bar.getByRole('button', { name: 'Done' }).click();
	await expect(bar).toBeHidden();

	await page.reload();
	await expect(quotes(page)).toHaveText(QUOTES);
	await expect(entries(page).filter({ hasText: '#journey' })).toHaveCount(0);
});

test('what was deleted can be had back', async ({ page }) => {
	await openWith(page, MADE);
	const trash = page.locator('details', { hasText: 'Recently deleted' });
	await expect(trash.getByText('Recently deleted')).toHaveText('Recently deleted 1');
	await trash.getByText('Recently deleted').click();
	await trash.getByRole('button', { name: 'Restore “The door remained locked”' }).click();
	await expect(trash).toHaveCount(0);
	await expect(quotes(page)).toHaveText([...QUOTES, 'The door remained locked']);
	await page.keyboard.press('Control+z');
	await expect(quotes(page)).toHaveText(QUOTES);
	await expect(trash).toBeVisible();
});

test('an empty notebook says how to fill it', async ({ page }) => {
	await page.goto('');
	await page.getByRole('link', { name: 'Notebook' }).click();
	await expect(page.getByText('Nothing here yet.')).toBeVisible();
	await expect(page.getByRole('searchbox')).toHaveCount(0);
	await page.getByRole('link', { name: 'Read The Exile' }).click();
	await expect(page).toHaveURL(/43-the-exile\/$/);
});

test('Settings counts what is kept', async ({ page }) => {
	await openWith(page, MADE);
	await page.goto('settings/');
	for (const words of ['2 highlights', '2 notes', '1 bookmark', '1 recently deleted']) {
		await expect(page.getByText(words, { exact: true })).toBeVisible();
	}
});

test('ten thousand are listed, searched and deleted like ten', async ({ page }) => {
	const chapter = await readChapter(page);
	const words = [...chapter.text.matchAll(/\S+/g)].filter((_, index) => index % 13 === 0);
	const made = words.slice(-500).map(({ index: start, 0: word }, index) => {
		const end = Math.min(chapter.text.length, start + word.length + (index % 90));
		return recordOf(describe(chapter.text, { start, end }, chapter), { colour: 'yellow' });
	});
	made[0].fields.note = { ...made[0].fields.colour!, value: 'Nobody else says so' };
	await keep(page, made, chapter, 20);
	await openNotebook(page);
	await expect(count(page)).toHaveText('10000 in all');
	await expect(entries(page).first()).toBeVisible();
	await expect.poll(() => entries(page).count()).toBeLessThan(150);

	await page.keyboard.press('End');
	await expect(entries(page).last()).toContainText(words.at(-1)![0]);
	await expect.poll(() => entries(page).count()).toBeLessThan(150);
	const search = page.getByRole('searchbox', { name: 'Search' });
	await search.fill('nobody ELSE');
	await expect(entries(page)).toHaveCount(20);
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	await page.getByRole('button', { name: 'Select all' }).click();
	await page.getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByText('20 deleted')).toBeVisible();
	await search.fill('');
	await expect(count(page)).toHaveText('9980 in all');
});

test('after an update it tells what became of the marks, and asks about what is lost', async ({
	page,
	site
}) => {
	const lost = 'Embraces, hand shaking, expressions of sympathy and good wishes.';
	await openWith(page, [
		{ quote: 'I will quote in full', colour: 'yellow' },
		{ quote: 'first one jerk, than another', colour: 'green' },
		{ quote: 'The wife of our older boy went to her work', colour: 'blue' },
		{
			quote:
				'There were clashes with the police and the agents of the GPU, with casualties on both sides.',
			colour: 'pink'
		},
		{ quote: lost, colour: 'orange', note: 'Who were they?' }
	]);
	await expect(page.getByText('5 in all')).toBeVisible();
	await untilKept(page);
	site.deploy('edited');
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
	await page.getByRole('alert').getByRole('button', { name: 'Reload' }).click();

	await expect(page.getByText('3 kept, 1 moved, 1 needs you')).toBeVisible();
	const needs = page.getByRole('region', { name: 'Needs you' });
	await expect(needs.getByRole('listitem')).toHaveCount(1);
	await expect(needs).toContainText('not in it any more');
	await expect(needs).toContainText(lost);
	await expect(needs).toContainText('Who were they?');
	await needs.getByText('The old paragraph').click();
	await expect(needs.locator('details blockquote')).toContainText(
		`many of whom I was seeing for the first time. ${lost}`
	);
	await expect(needs.getByRole('link', { name: 'Place by hand' })).toHaveAttribute(
		'href',
		/\/my-life\/43-the-exile\/#place=made-\d+$/
	);
	await expectNoViolations(page, 'with what needs the reader');
	// Sorted by where they stand today: what moved comes last.
	await expect(quotes(page).last()).toContainText('There were clashes');

	await needs.getByRole('button', { name: 'Keep as loose note' }).click();
	await expect(needs).toBeHidden();
	await expect(entries(page).filter({ hasText: 'Loose note' })).toContainText(lost);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(needs).toBeVisible();
	await needs.getByRole('button', { name: 'Keep as loose note' }).click();
	await page.getByRole('status').getByRole('button', { name: 'Close' }).click();

	// Said once; asked no more.
	await page.reload();
	await expect(entries(page).filter({ hasText: 'Loose note' })).toHaveCount(1);
	await expect(page.getByText('needs you')).toBeHidden();
	await expect(needs).toBeHidden();
});

test('axe finds nothing, in the light and in the dark', async ({ page }) => {
	await openWith(page, MADE);
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await openNotebook(page);
		await openFilter(page);
		await page.getByText('Recently deleted').click();
		await expectNoViolations(page, `filters, ${colorScheme}`);
		await page.getByRole('button', { name: 'Select', exact: true }).click();
		await page.getByRole('checkbox').last().check();
		await page.getByRole('button', { name: 'Tags' }).click();
		await expectNoViolations(page, `selecting, ${colorScheme}`);
	}
});

async function expectNoViolations(page: Page, what: string) {
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
	expect(found, what).toEqual([]);
}

test('it is worked by keyboard alone', async ({ page }) => {
	await openWith(page, MADE);
	await page.getByRole('button', { name: 'Select', exact: true }).focus();
	await page.keyboard.press('Enter');
	const first = page.getByRole('checkbox', { name: /packing/ });
	await first.focus();
	await page.keyboard.press('Space');
	const bar = page.getByRole('group', { name: 'Selected' });
	await expect(bar).toContainText('1 selected');
	await bar.getByRole('button', { name: 'Delete' }).focus();
	await page.keyboard.press('Enter');
	await expect(entries(page)).toHaveCount(3);
	await page.keyboard.press('Control+z');
	await expect(entries(page)).toHaveCount(4);
	await page.keyboard.press('Escape');
	await expect(bar).toBeHidden();
	await page.getByRole('link', { name: 'packing all morning' }).focus();
	await page.keyboard.press('Enter');
	await page.waitForURL('**/my-life/43-the-exile/**');
});

test('it fits 320 px, and every target is as large as a thumb', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 568 });
	await openWith(page, MADE);
	await openFilter(page);
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	await page.getByRole('button', { name: 'Tags' }).click();
	const { scrollWidth, clientWidth } = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return { scrollWidth, clientWidth };
	});
	expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
	await page.getByText('Recently deleted').click();
	const controls = page.locator('main :is(button, select, summary, label)');
	for (const control of await controls.filter({ visible: true }).all()) {
		const { height } = (await control.boundingBox())!;
		expect(height, await control.innerText()).toBeGreaterThanOrEqual(43.9);
	}
});
