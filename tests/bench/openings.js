/**
 * What opens over a page.
 *
 * @typedef {import('playwright').Page} Page
 * @typedef {'chapter' | 'notebook' | 'shelf' | 'work'} Where
 * @typedef {{
 *     name: string,
 *     on: Where,
 *     tapped: string,
 *     by?: 'return' | `key ${string}`,
 *     shows: string,
 *     before?: (page: Page) => Promise<void>,
 *     close?: string
 * }} Opening `tapped`: a selector of what is tapped on that page, or of what gets the key that is
 *     pressed `by`; `shows`: a selector of what that makes appear; `before` that, each time, something
 *     else is opened, selected or scrolled to. It is closed by Esc, or by a click on `close`
 */

/** @param {string} name of a control in the bars of a chapter */
const control = (name) => `[data-bar] [aria-label="${name}"]`;

/** @param {string} name @param {string} [part] what of it the reader waits for */
const dialog = (name, part = 'button') => `dialog[open][aria-label="${name}"] ${part}`;

/** Also where the bars have left. @param {string} selector @returns {(page: Page) => Promise<void>} */
const click = (selector) => (page) => page.locator(selector).first().dispatchEvent('click');

/** @type {Opening[]} */
export const OPENINGS = [
	...['Search', 'Appearance'].map((name) => ({
		name,
		on: /** @type {const} */ ('chapter'),
		tapped: control(name),
		shows: dialog(name, 'input')
	})),
	{
		name: 'Contents',
		on: 'chapter',
		tapped: control('Contents'),
		shows: dialog('Contents', '#go-to')
	},
	{
		name: 'Go to ¶ 40',
		on: 'chapter',
		tapped: dialog('Contents', 'form [type="submit"]'),
		shows: 'body:not(:has(dialog[open])) .floating.pill',
		async before(page) {
			await click(control('Contents'))(page);
			await page.locator('#go-to').fill('40');
		},
		close: '.floating.pill button'
	},
	{
		name: 'Print',
		on: 'chapter',
		tapped: dialog('Contents', '.print'),
		shows: dialog('Print'),
		before: click(control('Contents'))
	},
	{
		name: 'Bookmark',
		on: 'chapter',
		tapped: control('Bookmark'),
		shows: `${control('Bookmark')}[aria-pressed="true"]`,
		close: control('Bookmark')
	},
	{
		name: 'Marker',
		on: 'chapter',
		tapped: control('Marker'),
		shows: '[role="toolbar"][aria-label="Marker"]'
	},
	{
		name: 'Listen',
		on: 'chapter',
		tapped: control('Listen'),
		shows: '[role="toolbar"][aria-label="Listen"]',
		close: '[aria-label="End listening"]'
	},
	{ name: 'Mark', on: 'chapter', tapped: 'article mark', shows: dialog('Mark') },
	{
		name: 'Footnote',
		on: 'chapter',
		tapped: '#noteref-1',
		shows: '[role="dialog"]:popover-open .text > *',
		before: (page) => page.locator('#noteref-1').scrollIntoViewIfNeeded()
	},
	{
		name: 'Look up',
		on: 'chapter',
		tapped: '[aria-label="Look up"]',
		shows: dialog('Search', 'input'),
		before: select
	},
	{
		name: 'Cite',
		on: 'chapter',
		tapped: '.cite',
		shows: dialog('Cite', 'pre'),
		before: select
	},
	{
		name: 'Picture',
		on: 'chapter',
		tapped: 'article img',
		shows: 'dialog[open][aria-label^="Picture"] img',
		before: (page) => page.evaluate(putPicture)
	},
	{ name: 'Keys', on: 'chapter', tapped: 'body', by: 'key ?', shows: dialog('Keys') },
	{
		name: 'Card after a day',
		on: 'chapter',
		tapped: 'body',
		by: 'return',
		shows: '[aria-label="Where you were"]',
		async before(page) {
			await page.keyboard.press('Shift'); // whoever was here did something
			await page.locator('[role="slider"]').waitFor({ state: 'attached' });
			await page.evaluate(() => scrollTo(0, 3000));
		},
		close: '[aria-label="Where you were"] button'
	},
	...['Filter', 'Export'].map((name) => ({
		name,
		on: /** @type {const} */ ('notebook'),
		tapped: `main button:not([disabled]):has-text("${name}")`,
		shows: dialog(name)
	})),
	{
		name: 'Search',
		on: 'shelf',
		tapped: 'button[aria-label="Search"]',
		shows: dialog('Search', 'input')
	},
	{ name: 'Print', on: 'work', tapped: '.print', shows: dialog('Print') }
];

/** Selects a paragraph. @param {Page} page */
async function select(page) {
	await page.evaluate(async () => {
		const selection = /** @type {Selection} */ (getSelection());
		selection.removeAllRanges();
		await new Promise(requestAnimationFrame);
		selection.selectAllChildren(/** @type {Element} */ (document.querySelector('#p2')));
	});
	await page.getByRole('toolbar', { name: 'Selection' }).waitFor();
}

/** In the page: puts a picture into the text, which has none: the site's own, which is kept. */
function putPicture() {
	if (document.querySelector('article img')) return;
	const picture = document.createElement('img');
	picture.src = /** @type {HTMLLinkElement} */ (document.querySelector('[rel="icon"]')).href;
	picture.alt = 'A bracket';
	document.querySelector('article p')?.before(picture);
	return picture.decode();
}

/**
 * Before the page: an engine that speaks without end in the place of the device's, which a browser
 * without a screen has not.
 */
export function fakeSpeech() {
	const voice = { name: 'Nobody', lang: 'en-GB', voiceURI: 'nobody', localService: true };
	const engine = {
		speaking: false,
		pending: false,
		getVoices: () => [voice],
		addEventListener() {},
		removeEventListener() {},
		/** @param {{ text: string, onstart?: () => void }} utterance */
		speak(utterance) {
			if (utterance.text === '') return;
			engine.speaking = true;
			setTimeout(() => utterance.onstart?.());
		},
		cancel: () => (engine.speaking = false)
	};
	class Utterance {
		/** @param {string} text */
		constructor(text) {
			this.text = text;
		}
	}
	Object.defineProperty(window, 'speechSynthesis', { value: engine });
	Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
}
