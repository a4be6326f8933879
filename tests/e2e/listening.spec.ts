import type { Page } from '@playwright/test';
import { epub, page as pageOf } from '../content/books/make-epub';
import { expectNoViolationsInThemes } from './axe';
import { select, toast, toolbar } from './marking';
import { chooseLayout, keptPosition, openChapter, stored, untilAwake } from './reader';
import { expect, test, untilKept, WITHOUT_WORKER } from './site';
import { failWith, fakeSpeech, finish, finishUntil, heard, paintedWords, VOICES } from './speech';

const player = (page: Page) => page.getByRole('toolbar', { name: 'Listen' });
const press = (page: Page, name: string | RegExp) =>
	player(page).getByRole('button', { name }).click();
const lastHeard = async (page: Page) => (await heard(page)).at(-1);

/** Opens the chapter, and begins to listen by *Listen*. */
async function listen(page: Page): Promise<void> {
	await openChapter(page);
	await page.getByRole('button', { name: 'Listen' }).click();
	await expect(player(page)).toBeVisible();
}

/** The sentence is spoken and painted. */
async function expectSentence(page: Page, words: string): Promise<void> {
	await expect.poll(async () => (await lastHeard(page))?.text).toContain(words);
	await expect.poll(() => paintedWords(page)).toContain(words);
}

const FIRST = 'I will quote in full my wife’s account';
const SECOND = 'January 16, 1928; packing all morning.';
const THIRD = 'I have a temperature;';

test.describe('without a worker', () => {
	test.use(WITHOUT_WORKER);

	test('The chapter is read aloud sentence by sentence, and one that is heard is marked by one tap @screen', async ({
		page
	}) => {
		await fakeSpeech(page);
		await listen(page);
		await expectSentence(page, FIRST);
		expect(await lastHeard(page)).toMatchObject({ voice: 'Daniel', rate: 1 }); // needs no network
		await finish(page);
		await expectSentence(page, SECOND);
		await expect(page.getByRole('slider', { name: 'Position' })).toBeVisible();
		await press(page, 'Next sentence');
		await expectSentence(page, THIRD);
		await press(page, 'Highlight sentence');
		await expect(page.locator('mark').first()).toContainText(THIRD);
		await expectSentence(page, THIRD); // painted over the mark too
		await press(page, 'Previous sentence');
		await expectSentence(page, SECOND);
		await press(page, 'Pause');
		const said = (await heard(page)).length;
		await press(page, 'Play'); // from the beginning of the sentence: no engine is trusted with a pause
		await expect.poll(async () => (await heard(page)).length).toBe(said + 1);
		await expectSentence(page, SECOND);
		await press(page, 'End listening');
		await expect(player(page)).toBeHidden();
		expect(await paintedWords(page)).toBe('');
	});

	test('Speed and voice are kept, and heard at once; what stops the voice is told', async ({
		page
	}) => {
		await fakeSpeech(page);
		await openChapter(page);
		await select(page, ['p2', 40], ['p2', 45]);
		await toolbar(page).getByRole('button', { name: 'Listen from here' }).click();
		await expectSentence(page, THIRD);
		await press(page, 'Speed, voice and sleep timer');
		await player(page).getByRole('combobox', { name: 'Speed' }).selectOption('1.5×');
		await expect.poll(() => lastHeard(page)).toMatchObject({ rate: 1.5, voice: 'Daniel' });
		await player(page)
			.getByRole('combobox', { name: 'Voice' })
			.selectOption('Cloud (needs a network)');
		await expect.poll(() => lastHeard(page)).toMatchObject({ rate: 1.5, voice: 'Cloud' });
		await expect
			.poll(() => stored(page, 'preferences', 'listening'))
			.toEqual({ rate: 1.5, voices: { en: 'Cloud' } });
		await expectNoViolationsInThemes(page, 'listening');
		await failWith(page, 'network');
		await expect(player(page).getByText('Another one reads on.')).toBeVisible();
		await expect.poll(() => lastHeard(page)).toMatchObject({ voice: 'Daniel' });
		await failWith(page, 'synthesis-failed');
		await expect(player(page).getByText('does not answer')).toBeVisible();
		await press(page, 'Play');
		await expectSentence(page, THIRD);
	});

	test('Keys alone do for listening, and the text and the place in it go along', async ({
		page
	}) => {
		await fakeSpeech(page);
		await openChapter(page);
		await page.keyboard.press('l');
		await expectSentence(page, FIRST);
		const sentences = 40;
		for (let count = 2; count <= sentences; count++) {
			await finish(page);
			await expect.poll(async () => (await heard(page)).length).toBe(count);
		}
		const words = (await paintedWords(page)).slice(0, 20);
		expect((await lastHeard(page))!.text).toContain(words);
		const box = await page.evaluate(() => {
			const [range] = CSS.highlights.get('spoken')!;
			return (range as Range).getBoundingClientRect().toJSON() as DOMRect;
		});
		expect(box.top).toBeGreaterThan(0);
		expect(box.top).toBeLessThan((await player(page).boundingBox())!.y);
		await expect.poll(async () => (await keptPosition(page))?.paragraph).toBeGreaterThan(3);
		await page.keyboard.press('l');
		await expect(player(page).getByRole('button', { name: 'Play' })).toBeVisible();
		await player(page).getByRole('button', { name: 'Highlight sentence' }).press('Enter');
		await expect(page.locator('mark').first()).toContainText(words);
		await page.keyboard.press('Escape');
		await expect(player(page)).toBeHidden();
	});

	test('In pages the sentence that is spoken is on the page that is shown', async ({ page }) => {
		await fakeSpeech(page);
		await openChapter(page);
		await chooseLayout(page, 'Pages');
		await expect(page.locator('html.turning-pages')).toBeAttached();
		await page.keyboard.press('l');
		await expectSentence(page, FIRST);
		const onPage = () =>
			player(page).evaluate((bar) => {
				const [range] = CSS.highlights.get('spoken')!;
				const [{ top, bottom }] = (range as Range).getClientRects();
				const isStraight = window.scrollY % window.innerHeight === 0;
				const isSeen = top >= 0 && bottom <= bar.getBoundingClientRect().top;
				return { isSeen, isStraight };
			});
		for (let count = 2; count <= 20; count++) {
			await finish(page);
			await expect.poll(async () => (await heard(page)).length).toBe(count);
			await expect.poll(onPage).toEqual({ isSeen: true, isStraight: true });
		}
		expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
	});

	test('In a book of one’s own it goes on into the next chapter too', async ({ page }) => {
		await fakeSpeech(page);
		await page.goto('');
		await untilAwake(page);
		const documents = {
			'1.xhtml': pageOf('<h1>The Beginning</h1><p>It began. It went on.</p>'),
			'2.xhtml': pageOf('<h1>The End</h1><p>It ended.</p>')
		};
		const buffer = Buffer.from(epub(documents));
		const file = { name: 'two.epub', mimeType: '', buffer };
		await page.getByLabel('Open a file').setInputFiles(file);
		await page.getByRole('button', { name: 'Keep' }).click();
		await page.getByRole('list').getByRole('link', { name: 'The Beginning' }).click();
		await page.locator('#p1').waitFor();
		await untilAwake(page);
		await page.getByRole('button', { name: 'Listen' }).click();
		await expectSentence(page, 'It began.');
		await finishUntil(page, 'It ended.');
		await expect(page).toHaveTitle('The End · A Book');
		await finish(page);
		await expect(player(page).getByText('This is the end.')).toBeVisible();
	});

	test('A player that does not come, or finds no voice for the language, says so, and a reload begins nothing', async ({
		page
	}) => {
		await fakeSpeech(page, {
			voices: VOICES.filter(({ lang }) => lang === 'fr-CA'),
			wantsTap: true
		});
		const scripts = '**/_app/immutable/**/*.js';
		await page.route(scripts, async (route) => {
			const response = await route.fetch();
			const isPlayer = (await response.text()).includes('End listening');
			return isPlayer ? route.abort() : route.fulfill({ response });
		});
		await page.goto('my-life/43-the-exile/#listen'); // as from the chapter before
		await expect(toast(page)).toContainText('Listening could not load');
		await expect(page).toHaveURL(/43-the-exile\/$/);

		await page.unroute(scripts);
		await page.goto('my-life/');
		await page.goto('my-life/43-the-exile/#listen');
		await expect(player(page).getByText('no voice for English')).toBeVisible();
		expect(await heard(page)).toEqual([]);
		await page.reload();
		await expect(page.getByRole('button', { name: 'Listen' })).toBeVisible();
		await expect(player(page)).toBeHidden();
	});

	test('A chapter that follows another is read once it is tapped', async ({ page }) => {
		await fakeSpeech(page, { wantsTap: true });
		await page.goto('my-life/43-the-exile/#listen'); // as from the chapter before
		await expect(player(page).getByText('the browser wants a tap first')).toBeVisible();
		await player(page).getByRole('button', { name: 'Play' }).tap();
		await expectSentence(page, FIRST);
	});
});

test.describe('a work from right to left', () => {
	test.use({ builds: ['fixtures'] });

	test('is read on into its next chapter, in pages and with the network gone, until the sleep timer ends', async ({
		page,
		site
	}) => {
		await fakeSpeech(page, { voices: [{ name: 'Carmit', lang: 'he-IL', localService: true }] });
		await openChapter(page, 'bereshit/1-yom/');
		await untilKept(page);
		await site.stop();
		await chooseLayout(page, 'Pages');
		await expect(page.locator('html.turning-pages')).toBeAttached();
		await page.getByRole('button', { name: 'Listen' }).click();
		await expectSentence(page, 'בראשית ברא');
		expect(await lastHeard(page)).toMatchObject({ voice: 'Carmit', lang: 'he-IL' });
		const [earlier, later] = await Promise.all(
			['Previous sentence', 'Next sentence'].map((name) =>
				player(page).getByRole('button', { name }).boundingBox()
			)
		);
		expect(earlier!.x).toBeGreaterThan(later!.x); // as one reads
		await press(page, 'Speed, voice and sleep timer');
		await player(page).getByRole('combobox', { name: 'Sleep timer' }).selectOption('15 minutes');
		await finishUntil(page, 'ויכלו השמים');
		await page.waitForURL('**/bereshit/2-shabbat/');
		await expectSentence(page, 'ויכלו השמים');
		await press(page, 'Speed, voice and sleep timer');
		const timer = player(page).getByRole('combobox', { name: 'Sleep timer' });
		await expect(timer).toHaveValue('15');
		await page.evaluate(() => {
			const { now } = Date;
			Date.now = () => now() + 16 * 60_000;
		});
		await finish(page);
		await expect(player(page).getByText('The sleep timer ended here.')).toBeVisible();
	});
});
