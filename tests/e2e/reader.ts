/** What a reader does and sees on a page, for the tests to say. */
import { expect, type Locator, type Page } from '@playwright/test';
import { reloadButton, untilOffered } from './site';

/** How often what opens is opened and closed: fifty times in `npm run test:faults`. */
export const TIMES = Number(process.env.OPENINGS ?? 2);

/** Px that a target is wide and high at least: 44, which a browser may measure as 43.99998. */
export const THUMB = 43.99;

/** Waits until the app answers: its scripts are here and have taken up the page. */
export async function untilAwake(page: Page): Promise<void> {
	await expect(page.locator('html.awake')).toBeAttached();
}

/** Waits until the page has nothing to do; what it asked its host for may be on its way. */
export async function untilIdle(page: Page): Promise<void> {
	await page.evaluate(
		() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle)))
	);
}

/** Opens a chapter and waits until the app answers. */
export async function openChapter(page: Page, path = 'my-life/43-the-exile/'): Promise<void> {
	await page.goto(path);
	await untilAwake(page);
}

/** Presses a button that reloads the page, and waits until the app answers again. */
export async function reloadBy(page: Page, button: Locator): Promise<void> {
	await Promise.all([page.waitForEvent('load'), button.click()]);
	await untilAwake(page);
}

/** Moves to the build that was deployed last, as the notice of it offers. */
export async function moveToNewVersion(page: Page): Promise<void> {
	await untilOffered(page);
	await reloadBy(page, reloadButton(page));
}

/** Taps the middle of the screen, where nothing but text is. */
export async function tapText(page: Page): Promise<void> {
	const { width, height } = page.viewportSize()!;
	await page.mouse.click(width / 2, height / 2);
}

/** Calls the bars, if they are away; by a key, since a tap may mean a mark or the end of a selection. */
export async function callBars(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-bar].away')).toHaveCount(0);
	await expect(page.locator('[data-bar="bottom"]')).toBeVisible();
}

/** Turns the wheel, and waits until the page has come to rest: scrolling goes on after it. */
export async function scrollBy(page: Page, pixels: number): Promise<void> {
	await page.evaluate(() => {
		(window as never as { rest: Promise<unknown> }).rest = new Promise((done) =>
			addEventListener('scrollend', done, { once: true })
		);
	});
	await page.mouse.wheel(0, pixels);
	await page.evaluate(() => (window as never as { rest: Promise<unknown> }).rest.then(() => {}));
}

/** Opens a sheet of the reading page. */
export async function openSheet(page: Page, name: 'Appearance' | 'Contents'): Promise<Locator> {
	await callBars(page);
	await page.getByRole('button', { name }).click();
	const sheet = page.getByRole('dialog', { name });
	await expect(sheet).toBeVisible();
	return sheet;
}

/** Chooses in *Appearance* whether one scrolls or turns pages, and is back in the text. */
export async function chooseLayout(page: Page, layout: 'Pages' | 'Scroll'): Promise<void> {
	const sheet = await openSheet(page, 'Appearance');
	await sheet.getByLabel('Layout').selectOption(layout);
	await page.keyboard.press('Escape');
	await expect(sheet).toBeHidden();
}

/** Opens a footnote at its mark. */
export async function openNote(page: Page, number: number): Promise<Locator> {
	await page.locator(`#noteref-${number}`).click();
	const note = page.getByRole('dialog', { name: `Note ${number}` });
	await expect(note).toBeVisible();
	return note;
}

/** Goes to a footnote where it stands, at the end of the chapter. */
export async function goToNote(page: Page, number: number): Promise<void> {
	const note = await openNote(page, number);
	await note.getByRole('button', { name: 'Go to note' }).click();
	await expect(note).toBeHidden();
}

/** The words of the first line of the text that stands whole on the screen, below our bar. */
export function topLine(page: Page): Promise<string> {
	return page.evaluate(() => {
		const bar = document.querySelector<HTMLElement>('[data-bar="top"]:not(.away)');
		const edge = bar?.offsetHeight ?? 0;
		const walker = document.createTreeWalker(
			document.querySelector('article')!,
			NodeFilter.SHOW_TEXT
		);
		const range = document.createRange();
		const words: string[] = [];
		let top = 0;
		while (walker.nextNode()) {
			const node = walker.currentNode as Text;
			if (node.parentElement!.closest('[data-noanchor]')) continue;
			range.selectNodeContents(node);
			if (range.getBoundingClientRect().bottom < edge) continue;
			for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
				range.setStart(node, index);
				range.setEnd(node, index + 1);
				const rect = range.getBoundingClientRect();
				if (rect.top < edge - 1) continue;
				if (words.length > 0 && rect.top > top + 4) return words.join(' ');
				if (words.length === 0) top = rect.top;
				words.push(word);
			}
		}
		return words.join(' ');
	});
}

/** Chooses a font in *Appearance*, and waits until the text is set in it: the system's own has no faces. */
export async function chooseFont(sheet: Locator, name: string): Promise<void> {
	await sheet.getByRole('radio', { name }).check();
	const faces = () =>
		sheet.evaluate(({ ownerDocument: { fonts } }) =>
			[...fonts]
				.filter(({ status }) => status !== 'unloaded')
				.map(({ family, status }) => `${family} ${status}`)
		);
	if (name === 'System serif') return void (await expect.poll(faces).toEqual([]));
	const isSet = (all: string[]) =>
		all.length > 0 && all.every((face) => face.includes(name) && face.endsWith(' loaded'));
	await expect.poll(async () => isSet(await faces())).toBe(true);
}

/** The words that are painted as hits of a search, or as the one that is looked at. */
export function painted(page: Page, name: 'search' | 'search-current'): Promise<string[]> {
	return page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name);
}

/** Reads on to the paragraph with this number, and rests until its place is kept on the disk. */
export async function readTo(page: Page, paragraph: number): Promise<void> {
	await page.evaluate((id) => {
		const { top, height } = document.getElementById(id)!.getBoundingClientRect();
		window.scrollBy(0, top + height / 3); // somewhere inside it
	}, `p${paragraph}`);
	await expect.poll(() => keptPosition(page)).toMatchObject({ paragraph });
}

/** The place kept in the database for "The Exile"; `null` when there is none. */
export async function keptPosition(page: Page): Promise<{ paragraph: number; at: string } | null> {
	return (await stored(page, 'positions', 'my-life/43-the-exile')) as never;
}

/** A record of the database of the app; `null` when there is none. */
export function stored(page: Page, store: string, key: string): Promise<unknown> {
	return page.evaluate(
		({ store, key }) =>
			new Promise((resolve, reject) => {
				const opened = indexedDB.open('postil');
				opened.onerror = () => reject(opened.error);
				opened.onsuccess = () => {
					const database = opened.result;
					if (!database.objectStoreNames.contains(store)) return resolve(null);
					const found = database.transaction(store).objectStore(store).get(key);
					found.onsuccess = () => {
						database.close();
						resolve(found.result ?? null);
					};
				};
			}),
		{ store, key }
	);
}
