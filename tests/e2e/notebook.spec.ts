import type { Locator, Page } from '@playwright/test';
import type { Annotation } from '../../src/lib/core/annotation/annotation';
import { describe } from '../../src/lib/core/annotation/describe';
import { expectNoViolations } from './axe';
import { keep, makeAnnotation, readChapter, recordOf, type ChapterOfSite, type Made } from './made';
import { untilSaved } from './marking';
import {
	keptPosition,
	moveToNewVersion,
	openChapter,
	readTo,
	stored,
	THUMB,
	topLine,
	untilAwake
} from './reader';
import { expect, test as testWithWorker, testWithoutWorker as test, untilKept } from './site';

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
const count = (page: Page) => page.getByRole('status').filter({ hasText: /\d marks?$/ });

async function openFilter(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: /^Filter/ }).click();
	const choices = page.getByRole('dialog', { name: 'Filter' });
	await expect(choices).toBeVisible();
	return choices;
}

const QUOTES = MADE.slice(0, 4).map(({ quote }) => quote);

test('everything made is listed in the order of the text; a tap goes there, and Back finds the list as it was left; axe finds nothing in it @screen', async ({
	page
}) => {
	await openWith(page, [...MADE].reverse());
	await expect(quotes(page)).toHaveText(QUOTES);
	await expect(page.getByRole('heading', { name: 'My Life' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'XLIII The Exile' })).toBeVisible();
	await expect(count(page)).toHaveText('4 marks');
	const second = entries(page).nth(1);
	await expect(second).toContainText('Highlight, blue');
	await expect(second).toContainText('9 Nov 2026');
	await expect(second).toContainText('#people');
	const link = second.getByRole('link', { name: 'https://example.org/exile', exact: true });
	await expect(link).toHaveAttribute('href', 'https://example.org/exile');
	await expect(link).toHaveAttribute('rel', 'noreferrer');

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

	await page.getByRole('searchbox', { name: 'Search' }).fill('');
	await expect(entries(page)).toHaveCount(4);
	const look = async (what: string) => {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			const coloursAlone = colorScheme === 'dark';
			await expectNoViolations(page, `${what}, ${colorScheme}`, { coloursAlone });
		}
	};
	const choices = await openFilter(page);
	await choices.getByLabel('Notes').check();
	await look('filters');
	await choices.getByLabel('All').check();
	await page.keyboard.press('Escape');
	await page.getByText('Recently deleted').click();
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	await page.getByRole('checkbox').last().check();
	await page.getByRole('button', { name: 'Tags' }).click();
	await look('selecting');
});

test('a look at a passage leaves the place one reads at, and Back returns there', async ({
	page
}) => {
	const chapter = await readChapter(page);
	await keep(page, [makeAnnotation(chapter, MADE[2])], chapter);
	await openChapter(page);
	await readTo(page, 40);
	const line = await topLine(page);
	const kept = await keptPosition(page);
	await openNotebook(page);
	const passage = page.getByRole('link', { name: 'We watch the time' });
	await passage.click();
	const mark = page.locator('mark', { hasText: 'We watch the time' });
	await expect(mark).toBeInViewport();
	const back = page.getByRole('button', { name: 'Back to ¶ 40' });
	await expect(back).toBeVisible();
	await openNotebook(page);
	expect(await keptPosition(page)).toEqual(kept);
	await passage.click();
	await expect(mark).toBeInViewport();
	await back.click();
	await expect.poll(() => topLine(page)).toBe(line);

	// Who reads on there is there.
	await openNotebook(page);
	await passage.click();
	await expect(mark).toBeInViewport();
	await readTo(page, 20);
	const now = await topLine(page);
	await page.reload();
	await untilAwake(page);
	await expect.poll(() => topLine(page)).toBe(now);
});

test('search finds words without their accents and literally; filters narrow the list, it is sorted, and Settings counts it', async ({
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
		await expect(count(page)).toHaveText(`${found.length} of 4 marks`);
	}
	await expect(page.getByText('Nothing found.')).toBeVisible();
	await page.getByRole('button', { name: 'Show all' }).click();
	await expect(entries(page)).toHaveCount(4);
	await expect(search).toHaveValue('');
	await search.fill('jour');
	// Tags are searched too.
	await expect(quotes(page).locator('mark')).toHaveText(['jour']);
	await expect(page.locator('section mark')).toHaveText(['jour', 'jour', 'jour']);
	// The choices are those of every search, and stand there while one searches.
	await search.fill('capek');
	await expect(quotes(page)).toHaveText([QUOTES[1]]);
	await page.getByRole('checkbox', { name: 'Accents' }).check();
	await expect(page.getByText('Nothing found.')).toBeVisible();
	await expectNoViolations(page, 'the choices of a search');
	await page.getByRole('button', { name: 'Show all' }).click();
	await expect(page.getByRole('checkbox', { name: 'Accents' })).toHaveCount(0);

	// On a low screen: both stay at the top.
	await page.setViewportSize({ width: 412, height: 480 });
	await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
	await expect(entries(page).first()).not.toBeInViewport();
	await expect(page.getByRole('searchbox', { name: 'Search' })).toBeInViewport();
	const choices = await openFilter(page);
	await choices.getByLabel('Notes').check();
	// How many they leave.
	await choices.getByRole('button', { name: 'Show 2', exact: true }).click();
	await expect(choices).toBeHidden();
	await expect(quotes(page)).toHaveText([QUOTES[1], QUOTES[2]]);
	await openFilter(page);
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

	const order = choices.getByLabel('Order');
	await order.selectOption('Newest first');
	await expect(quotes(page)).toHaveText([QUOTES[1], QUOTES[2], QUOTES[0], QUOTES[3]]);
	await expect(entries(page).first()).toContainText('The Exile');
	await order.selectOption('Oldest first');
	await expect(quotes(page)).toHaveText([QUOTES[3], QUOTES[0], QUOTES[2], QUOTES[1]]);
	await order.selectOption('Place in the text');
	await expect(quotes(page)).toHaveText(QUOTES);

	await page.goto('settings/');
	await page.getByText('What is stored where').click();
	// Each once: they add up to the four that the backup counts.
	for (const words of [
		'2 highlights, 1 with a note',
		'1 note',
		'1 bookmark',
		'1 mark recently deleted'
	]) {
		await expect(page.getByText(words, { exact: true })).toBeVisible();
	}
	const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
	expect(headings).toEqual(['Backup', 'Offline', 'Reading', 'Appearance', 'About']);
});

test('‹ leads to the shelf from outside, and back to where one came from', async ({ page }) => {
	await openNotebook(page);
	await page.getByRole('link', { name: 'Back' }).click();
	await expect(page.getByRole('heading', { name: 'Postil', level: 1 })).toBeVisible();

	// Empty, it says how to fill it.
	await page.getByRole('link', { name: 'Notebook' }).click();
	await expect(page.getByText('Nothing here yet.')).toBeVisible();
	await expect(page.getByRole('searchbox')).toHaveCount(0);
	await page.getByRole('link', { name: 'Read The Exile' }).click();
	await expect(page).toHaveURL(/43-the-exile\/$/);
	await untilAwake(page);

	await readTo(page, 30);
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-bar].away')).toHaveCount(0);
	const line = await topLine(page);
	await page.getByRole('link', { name: 'Notebook' }).click();
	await untilAwake(page);
	await page.getByRole('link', { name: 'Back' }).click();
	await expect(page).toHaveURL(/43-the-exile\/$/);
	await untilAwake(page);
	await expect.poll(() => topLine(page)).toBe(line);
});

test('many are recoloured, tagged and deleted at once, and it can be undone, by keyboard alone too', async ({
	page
}) => {
	await openWith(page, MADE);
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	const bar = page.getByRole('group', { name: 'Selected' });
	await page.getByRole('checkbox', { name: /packing all morning/ }).check();
	await page.getByRole('checkbox', { name: /did not realize/ }).check();
	await expect(bar).toContainText('2 selected');

	await bar.getByRole('button', { name: 'Colour' }).click();
	await bar.getByRole('button', { name: 'Green' }).click();
	await expect(page.getByText('2 turned green')).toBeVisible();
	await expect(page.locator('section .passage[data-colour="green"]')).toHaveCount(2);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('section .passage[data-colour="blue"]')).toHaveCount(1);
	await expect(page.locator('section .passage[data-colour="green"]')).toHaveCount(0);

	await bar.getByRole('button', { name: 'Tags' }).click();
	await bar.getByLabel('New tag').fill(' to read ');
	await page.keyboard.press('Enter');
	await expect(entries(page).filter({ hasText: '#to read' })).toHaveCount(2);
	await expect(bar.getByLabel('New tag')).toHaveValue('');
	await page.keyboard.press('Control+z'); // in the field, which is empty again
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

	const select = page.getByRole('button', { name: 'Select', exact: true });
	await expect(select).toBeEnabled(); // once all are read
	await select.focus();
	await page.keyboard.press('Enter');
	const first = page.getByRole('checkbox', { name: /packing/ });
	await first.focus();
	await page.keyboard.press('Space');
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

test('it fits 320 px, with targets as large as a thumb; one act on many is told above the open panel, and is undone and redone as one', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 568 });
	await openWith(page, MADE);
	const tall = async (within: string) => {
		const controls = page.locator(`${within} :is(button, select, summary, label)`);
		for (const control of await controls.filter({ visible: true }).all()) {
			const { height } = (await control.boundingBox())!;
			expect(height, await control.innerText()).toBeGreaterThanOrEqual(THUMB);
		}
	};
	await openFilter(page);
	await tall('dialog');
	await page.keyboard.press('Escape');
	await tall('main');
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	await page.getByRole('button', { name: 'Tags' }).click();
	const { scrollWidth, clientWidth } = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return { scrollWidth, clientWidth };
	});
	expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
	await page.getByText('Recently deleted').click();
	await tall('main');

	await page.setViewportSize({ width: 375, height: 667 });
	await page.getByRole('button', { name: 'Select all' }).click();
	const bar = page.getByRole('group', { name: 'Selected' });
	await bar.getByLabel('New tag').fill('again');
	await page.keyboard.press('Enter');
	const tagged = entries(page).filter({ hasText: '#again' });
	await expect(tagged).toHaveCount(4);
	const toast = page.locator('.toast');
	await expect(toast).toContainText('again');
	const gap = async () => {
		const { y, height } = (await toast.boundingBox())!;
		return (await bar.boundingBox())!.y - (y + height);
	};
	await expect.poll(gap).toBeGreaterThanOrEqual(0);
	const more = entries(page).filter({ hasText: '#once more' });
	await bar.getByLabel('New tag').fill('once more');
	await bar.getByRole('button', { name: 'Add' }).click();
	await expect(more).toHaveCount(4);
	// Something else was done since: the tags are not what was said last.
	await bar.getByRole('button', { name: 'Delete' }).click();
	await expect(entries(page)).toHaveCount(0);
	await bar.getByRole('button', { name: 'Done' }).click();
	await page.keyboard.press('Control+z');
	await expect(tagged).toHaveCount(4);
	await page.keyboard.press('Control+z');
	await expect(more).toHaveCount(0);
	await page.keyboard.press('Control+z');
	await expect(entries(page)).toHaveCount(4);
	await expect(tagged).toHaveCount(0);
	await page.getByRole('button', { name: 'Redo' }).click();
	await expect(tagged).toHaveCount(4);
	await expect(page.getByText('Tags redone')).toBeVisible();

	// What is typed between commas are several tags, here and on the card.
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	await page.getByRole('checkbox', { name: /packing all morning/ }).check();
	await bar.getByRole('button', { name: 'Tags' }).click();
	await bar.getByLabel('New tag').fill('letters, family');
	await page.keyboard.press('Enter');
	await expect(page.getByText('1 tagged letters, family')).toBeVisible();
	await expect(entries(page).getByText('#letters', { exact: true })).toBeVisible();
	await expect(entries(page).getByText('#family', { exact: true })).toBeVisible();
	await bar.getByRole('button', { name: 'Remove the tag letters from 1' }).click();
	await bar.getByRole('button', { name: 'Done' }).click();

	await page.getByRole('link', { name: 'packing all morning' }).click();
	await page.locator('mark', { hasText: 'packing all morning' }).click();
	const card = page.getByRole('dialog', { name: 'Mark' });
	const chips = card.getByRole('button', { name: /^Remove the tag/ });
	await expect(chips).toHaveText([/journey/, /again/, /family/]);
	// One more, of those that there are; and one away.
	await card.getByRole('combobox', { name: 'Tags' }).fill('jou');
	await expect(card.getByRole('group', { name: 'Suggested tags' })).toBeHidden();
	await chips.first().click();
	await card.getByRole('combobox', { name: 'Tags' }).fill('zoo');
	await page.keyboard.press('Enter');
	await expect(chips).toHaveText([/again/, /family/, /zoo/]);
});

test('an earlier version of a note is taken back, what was deleted is had back; a note is edited in place, and stays under the hands of who writes', async ({
	page
}) => {
	const chapter = await readChapter(page);
	const noted = makeAnnotation(chapter, { ...MADE[1], id: 'twice' });
	const history = [{ value: 'Another device said so', at: noted.fields.note!.at }];
	const others = MADE.filter((one) => one !== MADE[1]).map((one) => makeAnnotation(chapter, one));
	await keep(page, [{ ...noted, history }, ...others], chapter);
	await openNotebook(page);
	await page.getByText('Earlier versions (1)').click();
	await page.getByRole('button', { name: 'Restore', exact: true }).click();
	const note = entries(page).nth(1).locator('> div > p[dir=auto]');
	await expect(note).toHaveText('Another device said so');
	await page.keyboard.press('Control+z');
	await expect(note).toContainText('Čapek?');
	await expect(page).toHaveURL(/notebook\/$/); // it lies above the passage’s link

	const trash = page.locator('details', { hasText: 'Recently deleted' });
	await expect(trash.getByText('Recently deleted')).toHaveText('Recently deleted 1');
	await trash.getByText('Recently deleted').click();
	await trash.getByRole('button', { name: 'Restore “The door remained locked”' }).click();
	await expect(trash).toHaveCount(0);
	await expect(quotes(page)).toHaveText([...QUOTES, 'The door remained locked']);
	await page.keyboard.press('Control+z');
	await expect(quotes(page)).toHaveText(QUOTES);
	await expect(trash).toBeVisible();
	await expect(page.getByText('Restoring undone')).toBeVisible();
	await page.keyboard.press('Control+Shift+Z');
	await expect(trash).toHaveCount(0);
	await expect(page.getByText('Restoring redone')).toBeVisible();

	await expect(entries(page).first()).toContainText('¶ 2');
	await page.getByRole('searchbox', { name: 'Search' }).fill('clock');
	const entry = entries(page).first();
	await entry.getByRole('button', { name: 'Edit note' }).click();
	const field = entry.getByRole('textbox', { name: 'Note' });
	await expect(field).toBeFocused();
	await expect(field).toHaveValue('The clock again');
	await expectNoViolations(page, 'while a note is edited');
	await field.fill('The hour'); // what is searched is in it no longer
	await expect(entry.getByText('Saved', { exact: true })).toBeVisible();
	await expect(field).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(entries(page)).toHaveCount(0);
	await page.getByRole('searchbox', { name: 'Search' }).fill('hour');
	await expect(entries(page)).toContainText('The hour');
	await page.reload();
	await untilAwake(page);
	await expect(page.getByText('The hour')).toBeVisible();
	await page.getByRole('searchbox', { name: 'Search' }).fill('');
	await entries(page).first().getByRole('button', { name: 'Add note' }).click();
	await page.getByRole('textbox', { name: 'Note' }).fill('Boxes everywhere');
	await page.getByRole('button', { name: 'Done' }).click();
	await expect(entries(page).first()).toContainText('Boxes everywhere');
	await expect(entries(page).first().getByRole('button', { name: 'Edit note' })).toBeFocused();
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
	await expect(count(page)).toHaveText('10,000 marks');
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
	await expect(page.getByText(/^20 deleted\s*Saved$/)).toBeVisible();
	await search.fill('');
	await expect(count(page)).toHaveText('9,980 marks');
});

test('after an update it tells what became of the marks, and asks about what is lost', async ({
	page,
	site
}) => {
	const lost = 'Embraces, hand shaking, expressions of sympathy and good wishes.';
	const chapter = await readChapter(page);
	const made: Made[] = [
		{ quote: 'I will quote in full', colour: 'yellow' },
		{ quote: 'first one jerk, than another', colour: 'green' },
		{ quote: 'The wife of our older boy went to her work', colour: 'blue' },
		{
			quote:
				'There were clashes with the police and the agents of the GPU, with casualties on both sides.',
			colour: 'pink'
		},
		{ quote: lost, colour: 'orange', note: 'Who were they?' }
	];
	await keep(
		page,
		made.map((one) => makeAnnotation(chapter, one)),
		chapter
	);
	site.deploy('edited');
	await openNotebook(page);
	await expect(count(page)).toHaveText('5 marks');
	await expect(page.getByText('3 kept, 1 moved, 1 needs you')).toBeVisible();
	const needs = page.getByRole('region', { name: 'Needs you' });
	await expect(needs.getByRole('listitem')).toHaveCount(1);
	await expect(needs).toContainText('no longer in it');
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

	// What is not in the text leads nowhere.
	const gone = entries(page).filter({ hasText: 'Not in today’s text' });
	await expect(gone).toContainText(lost);
	await expect(gone.locator('a.passage[href]')).toHaveCount(0);

	await needs.getByRole('button', { name: 'Keep as loose note' }).click();
	await expect(needs).toBeHidden();
	await expect(entries(page).filter({ hasText: 'Loose note' })).toContainText(lost);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(needs).toBeVisible();
	await needs.getByRole('button', { name: 'Keep as loose note' }).click();
	await page.getByRole('status').getByRole('button', { name: 'Close' }).click();

	// Said once; asked no more.
	await expect.poll(() => stored(page, 'preferences', 'seen-editions')).not.toBeNull();
	await page.reload();
	await expect(entries(page).filter({ hasText: 'Loose note' })).toHaveCount(1);
	await expect(page.getByText('needs you')).toBeHidden();
	await expect(needs).toBeHidden();
});

const LOST = 'Embraces, hand shaking, expressions of sympathy and good wishes.';
const MOVED =
	'There were clashes with the police and the agents of the GPU, with casualties on both sides.';
/** What stands in the build `edited` of each passage. */
const CORRECTED: [made: Made, now: string][] = [
	[{ quote: 'I will quote in full', colour: 'yellow' }, 'I will quote in full'],
	[{ quote: 'first one jerk, than another', colour: 'green' }, 'first one jerk, then another'],
	[
		{ quote: 'Everything was quiet. The wife of our', colour: 'blue' },
		'Everything was quiet.The wife of our'
	],
	[{ quote: MOVED, colour: 'pink', note: 'On both sides?' }, MOVED]
];

/** The words that are painted as the mark with this id. */
const painted = (page: Page, id: string) =>
	page
		.locator(`mark[data-ids~="${id}"]`)
		.evaluateAll((all) => all.map((one) => one.textContent).join(''));

testWithWorker(
	'marks stand where they belong through two corrections; the lost one where the reader says',
	async ({ page, site }) => {
		test.slow(); // three editions are read and kept, one after the other
		const complaints: string[] = [];
		page.on('console', (message) => {
			if (message.type() === 'error') complaints.push(message.text());
		});
		page.on('pageerror', (error) => complaints.push(error.message));
		const chapter = await readChapter(page);
		const all = [...CORRECTED.map(([made]) => made), { quote: LOST, colour: 'orange' }];
		const records = all.map((made) => makeAnnotation(chapter, made));
		const [lost] = records.slice(-1);
		await keep(page, records, chapter);
		const expectPainted = async (also: [id: string, words: string]) => {
			const wanted = CORRECTED.map(([, now], index) => [records[index].id, now]);
			for (const [id, words] of [...wanted, also]) {
				await expect.poll(() => painted(page, id), id).toBe(words);
			}
		};
		await openChapter(page);
		await untilKept(page);
		await readTo(page, 30);
		const line = await topLine(page);

		site.deploy('edited');
		await moveToNewVersion(page);
		const told = page.getByText('Your marks in it: 3 kept, 1 moved, 1 needs you.');
		await expect(told).toBeVisible();
		await expectNoViolations(page, 'told of an update');
		await expectPainted([lost.id, '']);
		await expect.poll(() => topLine(page)).toBe(line);
		const { at, ...kept } = (await keptPosition(page))!;
		await page.getByRole('link', { name: 'Show' }).click();

		const needs = page.getByRole('region', { name: 'Needs you' });
		await needs.getByRole('link', { name: 'Place by hand' }).click();
		const bar = page.getByRole('group', { name: 'Place by hand' });
		await expect(bar.locator('blockquote')).toHaveText(LOST);
		// It begins at the paragraph that the passage stood in.
		await expect(bar).toContainText('¶ 2: “January 16, 1928; packing all morning.');
		await expectNoViolations(page, 'placing by hand');
		await page.getByText('We watch the time').evaluate((paragraph) => {
			const words = 'We watch the time';
			const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const at = (walker.currentNode as Text).data.indexOf(words);
				if (at >= 0)
					getSelection()!.setBaseAndExtent(
						walker.currentNode,
						at,
						walker.currentNode,
						at + words.length
					);
			}
		});
		await bar.getByRole('button', { name: 'Put it here' }).click();
		await expectPainted([lost.id, 'We watch the time']);
		await bar.getByRole('link', { name: 'Back to the notebook' }).click();
		await expect(entries(page)).toHaveCount(5);
		await expect(needs).toBeHidden();
		expect(await keptPosition(page)).toMatchObject(kept); // where one left the text, not where one was sent

		site.deploy('edited-again');
		await moveToNewVersion(page);
		await expect(page.getByText('A text was corrected. Your marks: 5 kept.')).toBeVisible();
		await openChapter(page);
		await expectPainted([lost.id, 'We watched the time']);
		await expect.poll(() => topLine(page)).toBe(line);
		await expect(page.getByText('This text was corrected')).toBeHidden();
		const [first, second, ...more] = (await keptRecord(page, lost.id)).targets;
		expect(first).toEqual(lost.targets[0]);
		expect(second.quote.exact).toBe('We watch the time');
		expect(more).toEqual([]);
		expect(complaints).toEqual([]);
	}
);

test('a paragraph is chosen for a lost passage by keyboard alone, or none', async ({ page }) => {
	const chapter = await readChapter(page);
	const lost = lostFrom(chapter, 'We watch the time', 'zzz nobody ever wrote this');
	await keep(page, [lost], chapter);
	await openChapter(page);
	await readTo(page, 30);
	await page.goto('about:blank');
	await openChapter(page, `my-life/43-the-exile/#place=${lost.id}`);
	const bar = page.getByRole('group', { name: 'Place by hand' });
	await expect(bar).toBeFocused();
	await expect(bar).toContainText('¶ 3:');
	const press = async (name: string) => {
		await bar.getByRole('button', { name }).focus();
		await page.keyboard.press('Enter');
	};
	await press('Next paragraph');
	await expect(bar).toContainText('¶ 4:');
	await press('Put it here');
	await expect(page.locator('#p4 mark')).not.toHaveCount(0);
	await expect(bar).toContainText('It stands in ¶ 4 now');
	await expect(bar.getByRole('link', { name: 'Back to the notebook' })).toBeFocused();
	await page.keyboard.press('Control+z');
	await expect(page.locator('mark')).toHaveCount(0);
	await expect(bar.getByRole('button', { name: 'Put it here' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(bar).toBeHidden();
	await expect(page.getByRole('button', { name: 'Back to ¶ 30' })).toBeVisible();
	await expect(page.locator('mark')).toHaveCount(0);
});

test('what is told of an update counts what is asked, with chapters that are gone; a place that is not sure is confirmed there, or on its card', async ({
	page
}) => {
	const chapter = await readChapter(page);
	const lost = lostFrom(chapter, 'We watch the time', 'zzz nobody ever wrote this');
	const [target] = makeAnnotation(chapter, { quote: 'packing all morning' }).targets;
	const gone = recordOf({ ...target, chapter: '44-gone' }, { id: 'gone', colour: 'pink' });
	const quote = 'We watch the clock; nine o’clock, half past ... No one comes.';
	const doubted = { ...lostFrom(chapter, 'We watch the time', quote), id: 'doubted' };
	await keep(page, [lost, gone, doubted], chapter);
	await openNotebook(page);
	await expect(page.getByText('Your marks: 3 need you.')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Needs you 3' })).toBeVisible();
	await page.getByRole('status').getByRole('button', { name: 'Close' }).click();
	await expect(page.getByText('Your marks:')).toBeHidden();
	await expect.poll(() => stored(page, 'preferences', 'seen-editions')).not.toBeNull();
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Needs you 3' })).toBeVisible();
	await expect(page.getByText('Your marks:')).toBeHidden();

	await page.getByRole('button', { name: 'Yes, keep it there' }).click();
	await expect(page.getByText(/1 kept where it is\s*Saved/)).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Needs you 2' })).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await untilSaved(page);
	await expect(page.getByRole('heading', { name: 'Needs you 3' })).toBeVisible();

	await openChapter(page);
	await page.locator('mark.review').first().click();
	const card = page.getByRole('dialog', { name: 'Mark' });
	await card.getByRole('button', { name: 'Yes, keep it' }).click();
	await expect(card.getByText('place not sure')).toBeHidden();
	await expect(page.locator('mark.review')).toHaveCount(0);
	await expect(page.locator('mark')).not.toHaveCount(0);
});

/** A mark from an edition nobody kept, of words that stand at `quote` at best, without context. */
function lostFrom(chapter: ChapterOfSite, quote: string, exact: string): Annotation {
	const [target] = makeAnnotation(chapter, { quote }).targets;
	const old = { ...target, edition: '0'.repeat(32), quote: { ...target.quote, exact } };
	// What is doubted has no context; what is lost is known by it.
	if (exact.startsWith(quote.slice(0, 5))) Object.assign(old.quote, { prefix: '', suffix: '' });
	return recordOf(old, { id: 'lost', colour: 'green' });
}

/** The record of an annotation, as it lies in the database. */
function keptRecord(page: Page, id: string): Promise<Annotation> {
	return page.evaluate(
		(id) =>
			new Promise<Annotation>((resolve, reject) => {
				const opened = indexedDB.open('postil');
				opened.onerror = () => reject(opened.error);
				opened.onsuccess = () => {
					const found = opened.result.transaction('annotations').objectStore('annotations').get(id);
					found.onsuccess = () => {
						opened.result.close();
						resolve(found.result);
					};
				};
			}),
		id
	);
}
