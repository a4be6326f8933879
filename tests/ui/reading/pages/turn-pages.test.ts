import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page as browser } from 'vitest/browser';
import { pageHeight, ScrollAnchor } from '$lib/dom/scroll-anchor';
import { TextMap } from '$lib/dom/text-map';
import '../../../../src/lib/ui/styles/tokens.css';
import '../../../../src/lib/ui/styles/base.css';
import '../../../../src/lib/ui/styles/reading.css';
import '../../../../src/lib/ui/styles/elements.css';
import '../../../../src/lib/ui/styles/after-text.css';
import { turnPages } from '../../../../src/lib/ui/reading/pages/turn-pages';
import type { ReadingPage } from '../../../../src/lib/ui/reading/reading-page';
import { painted, show } from '../../../dom/page';

const SENTENCE = 'The train stood still for three days and nobody came to say why.';
const PARAGRAPHS = 30;
const ROWS = Array.from(
	{ length: 20 },
	(_, row) => `<tr><td id="p${100 + row}">one and two words</td><td>3</td></tr>`
).join('');

/** A chapter of everything that may be parted between two pages, or may not. */
function chapter(dir: string): string {
	const paragraphs = Array.from({ length: PARAGRAPHS }, (_, index) => {
		const words = Array.from({ length: 1 + (index % 9) }, (_, s) => `${index}.${s} ${SENTENCE}`);
		return `<p id="p${index + 1}">${words.join(' ')}</p>`;
	});
	paragraphs.splice(10, 0, `<h2 id="p50">A heading</h2>`, `<table>${ROWS}</table>`);
	paragraphs.splice(
		20,
		0,
		`<pre id="p51">${'a line of code that is long enough\n'.repeat(40)}</pre>`
	);
	return `<main style="font-family: var(--text-font); font-size: var(--text-size); margin-inline: auto;
		padding-inline: var(--gutter)"><header><h1>A title</h1></header>
		<article class="text" dir="${dir}">${paragraphs.join('')}</article>
		<nav class="neighbours"><a rel="next" href="#next">Next chapter</a></nav></main>`;
}

const root = document.documentElement.style;
const layOut = (layout: 'scroll' | 'pages') =>
	root.setProperty('--pages', layout === 'pages' ? '1' : '');

let map: TextMap;
let anchor: ScrollAnchor;

/** Opens it in pages, with a reader who turns them. */
async function open(dir: 'ltr' | 'rtl' = 'ltr'): Promise<void> {
	layOut('pages');
	const main = show(chapter(dir));
	const article = main.querySelector('article')!;
	map = new TextMap(article);
	anchor = new ScrollAnchor(map.elements, { edge: () => 52, onrest: () => {} });
	const stopFollowing = anchor.watch(article);
	const stopTurning = turnPages({
		chapter: { work: { dir } },
		overlays: { dialog: null, mode: null },
		position: { restored: Promise.resolve(true) }
	} as ReadingPage);
	onTestFinished(() => {
		stopFollowing();
		stopTurning();
	});
	await painted();
}

beforeEach(() => browser.viewport(414, 896));

afterEach(async () => {
	document.documentElement.removeAttribute('style');
	await browser.viewport(414, 896);
});

/** Presses a key; the page has followed when this returns. */
function press(key: string): void {
	document.body.dispatchEvent(
		new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
	);
	anchor.catchUp();
}

const shownPage = () => Math.round(window.scrollY / pageHeight());
const pages = () => Math.round(document.documentElement.scrollHeight / pageHeight());

/** What of the text does not stand whole within one page, or stands behind what follows it. */
function faults(): string[] {
	const height = pageHeight();
	const found: string[] = [];
	let last = 0;
	const { clientWidth } = document.documentElement;
	for (const block of map.blocks) {
		const range = map.toRange(block);
		for (const { top, bottom, left, right } of range ? range.getClientRects() : []) {
			if (bottom - top < 1) continue;
			const [from, to] = [top + window.scrollY, bottom + window.scrollY];
			const at = Math.floor((from + 1) / height);
			if (to > (at + 1) * height - 50 || from < at * height + 50) found.push(`${block.id} is cut`);
			if (left < -1 || right > clientWidth + 1) found.push(`${block.id} is beside the screen`);
			if (at < last) found.push(`${block.id} is out of order`);
			last = at;
		}
	}
	return found;
}

/** The offset of the text at which the reader is, and where its line stands, in px from the top of the screen. */
function reading(): { offset: number; top: number } {
	const { point } = anchor;
	const offset = point ? map.offsetAt(point.block, point.at) : 0;
	const range = map.toRange({ start: offset, end: offset + 1 });
	return { offset, top: range!.getBoundingClientRect().top };
}

/** Numbers from 0 to 1 that are the same in every run: a linear congruential generator (Numerical Recipes). */
function seeded(seed: number): () => number {
	return () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const SCREENS: [width: number, height: number][] = [
	[360, 640],
	[640, 360],
	[414, 896],
	[768, 1024],
	[1280, 800]
];
const SIZES = [14, 17, 19, 23, 30];
const FACES = ['serif', 'sans-serif', 'monospace'];

test('Five hundred turns, screens, sizes, faces and changes to scrolling and back lose no word and no place', async () => {
	// A moment after each rotation scrolling is taken for the browser's: it passes at once here.
	vi.useFakeTimers({ toFake: ['performance'] });
	onTestFinished(() => void vi.useRealTimers());
	await open();
	const random = seeded(20261127);
	const oneOf = <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)];
	for (let count = 0; count < 500; count++) {
		const isPaged = pageHeight() > 0;
		const what = random();
		if (what < 0.7) {
			const [before, page] = [reading(), shownPage()];
			const direction = random() < 0.6 ? 1 : -1;
			press(direction > 0 ? 'PageDown' : 'PageUp');
			if (!isPaged) window.scrollBy({ top: direction * 500, behavior: 'instant' });
			anchor.catchUp();
			if (!isPaged) continue;
			const there = page + direction;
			if (there < 0 || there >= pages()) expect(shownPage(), `turn ${count}`).toBe(page);
			else {
				expect(shownPage(), `turn ${count}`).toBe(there);
				expect(Math.sign(reading().offset - before.offset) * direction).toBeGreaterThanOrEqual(0);
			}
			continue;
		}
		const before = reading();
		const wasAtTop = window.scrollY <= 1;
		if (what < 0.74) await browser.viewport(...oneOf(SCREENS));
		else if (what < 0.84) root.setProperty('--text-size', `${oneOf(SIZES) / 16}rem`);
		else if (what < 0.92) root.setProperty('--text-font', oneOf(FACES));
		else layOut(isPaged ? 'scroll' : 'pages');
		await painted();
		vi.advanceTimersByTime(1000);
		const now = reading();
		expect(now.offset, `change ${count}`).toBe(before.offset);
		// At the very top it is the title that is read.
		if (wasAtTop) expect(window.scrollY, `change ${count}`).toBeLessThanOrEqual(1);
		// The last page may hold the links to other chapters alone.
		else if (anchor.point!.top > 0) {
			expect(now.top, `change ${count}`).toBeGreaterThan(-2);
			expect(now.top, `change ${count}`).toBeLessThan(window.innerHeight);
		}
		if (pageHeight() > 0 && count % 20 === 0) expect(faults(), `change ${count}`).toEqual([]);
	}
}, 120_000);

describe('Pages', () => {
	test('are as high as the screen, and of two columns on a wide one', async () => {
		await open();
		expect(pageHeight()).toBe(window.innerHeight);
		expect(document.documentElement.scrollHeight % pageHeight()).toBe(0);
		expect(faults()).toEqual([]);
		await browser.viewport(1280, 800);
		await painted();
		const lefts = map.elements.flatMap((one) => [...one.getClientRects()].map(({ left }) => left));
		expect(new Set(lefts.map((left) => left > 640)).size).toBe(2);
		expect(faults()).toEqual([]);
	});

	test('go on to the left where the text does', async () => {
		await open('rtl');
		press('ArrowLeft');
		expect(shownPage()).toBe(1);
		press('ArrowRight');
		expect(shownPage()).toBe(0);
		expect(faults()).toEqual([]);
	});

	test('are turned by taps on the outer fifths, and not by one that ends a selection', async () => {
		await open();
		const tap = (x: number, detail = 1) => {
			const at = { clientX: x, clientY: 400, bubbles: true, cancelable: true, detail };
			const target = document.elementFromPoint(x, 400)!;
			target.dispatchEvent(new MouseEvent('mousedown', at));
			target.dispatchEvent(new MouseEvent('click', at));
		};
		tap(400);
		tap(400, 2);
		expect(shownPage()).toBe(2);
		tap(10);
		expect(shownPage()).toBe(1);
		tap(200);
		expect(shownPage()).toBe(1);
		getSelection()!.selectAllChildren(map.elements[0]);
		tap(400);
		press('ArrowRight');
		expect(shownPage()).toBe(1);
		getSelection()!.removeAllRanges();
	});

	test('are turned by a finger, unless it selects', async () => {
		await open();
		const swipe = (from: number, to: number) => {
			const touch = { isPrimary: true, pointerType: 'touch', bubbles: true, clientY: 400 };
			map.elements[0].dispatchEvent(new PointerEvent('pointerdown', { ...touch, clientX: from }));
			map.elements[0].dispatchEvent(new PointerEvent('pointerup', { ...touch, clientX: to }));
		};
		swipe(300, 100);
		expect(shownPage()).toBe(1);
		swipe(100, 300);
		expect(shownPage()).toBe(0);
		getSelection()!.selectAllChildren(map.elements[0]);
		swipe(300, 100);
		expect(shownPage()).toBe(0);
		getSelection()!.removeAllRanges();
	});

	test('end with the next chapter', async () => {
		await open();
		const opened = new Promise((resolve) =>
			document.querySelector('[rel="next"]')!.addEventListener('click', (event) => {
				event.preventDefault();
				resolve(true);
			})
		);
		window.scrollTo(0, 1e6);
		press('ArrowRight');
		expect(await opened).toBe(true);
	});

	test('are read from the beginning of the one that is turned back to from where the text has ended', async () => {
		await open();
		document.querySelector<HTMLElement>('.neighbours')!.style.breakBefore = 'column';
		await painted();
		window.scrollTo(0, (pages() - 3) * pageHeight());
		anchor.catchUp();
		press('ArrowDown');
		const before = reading();
		press('ArrowDown');
		expect(shownPage()).toBe(pages() - 1);
		press('ArrowUp');
		expect(reading()).toEqual(before);
	});

	test('are straight again when something else has scrolled, and a selection is gone', async () => {
		await open();
		getSelection()!.selectAllChildren(map.elements[4]);
		window.scrollTo(0, pageHeight() + 200);
		await expect.poll(() => window.scrollY).toBe(pageHeight() + 200);
		getSelection()!.removeAllRanges();
		await expect.poll(() => window.scrollY).toBe(pageHeight());
	});
});
