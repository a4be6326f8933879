import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
	firstVisiblePoint,
	ScrollAnchor,
	scrollToPoint,
	type AnchorPoint
} from '$lib/dom/scroll-anchor';
import { blockElements } from '$lib/dom/text-map';
import { painted, show } from './page';

const PARAGRAPHS = 40;
const WORDS = 60;
/** Px that a line may be off: positions are fractions, and a screen's are not. */
const NEAR = 1.5;

let article: HTMLElement;
let blocks: HTMLElement[];

beforeEach(() => {
	const paragraph = (_: unknown, p: number) => {
		const words = Array.from({ length: WORDS }, (_, w) => `w${p * WORDS + w}.`);
		return `<p id="p${p + 1}">${words.slice(0, 20).join(' ')} <em>${words.slice(20, 40).join('\n')}</em><sup data-noanchor>${p}</sup> ${words.slice(40).join(' ')}</p>`;
	};
	const text = Array.from({ length: PARAGRAPHS }, paragraph).join('\n');
	article = show(`<article style="font: 16px/1.5 serif; width: 360px; ">
		<div class="picture"></div>${text}</article>`);
	blocks = blockElements(article);
	// As in reading.css: the browser must not do the anchor's work.
	document.documentElement.style.overflowAnchor = 'none';
});

afterEach(() => {
	vi.useRealTimers();
});

/** Where the line of a word stands on the screen, in px. */
function topOf(word: string): number {
	const block = blocks[Math.floor(parseInt(word.slice(1)) / WORDS)];
	const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const node = walker.currentNode as Text;
		const at = ` ${node.data.replace('\n', ' ')}`.search(new RegExp(`\\s${word}\\.`));
		if (at < 0) continue;
		const range = document.createRange();
		range.setStart(node, at);
		range.setEnd(node, at + word.length);
		return range.getBoundingClientRect().top;
	}
	throw new Error(`${word} is not there`);
}

/** The first word whose line stands whole below `edge`. */
function firstWord(edge = 0): string {
	const all = Array.from({ length: PARAGRAPHS * WORDS }, (_, index) => `w${index}`);
	return all.find((word) => topOf(word) >= edge - 1)!;
}

/** Has the anchor watch until the test ends. */
function watch(edge = 0) {
	const onrest = vi.fn<(point: AnchorPoint | null) => void>();
	const onscroll = vi.fn();
	const anchor = new ScrollAnchor(blocks, { edge: () => edge, onrest, onscroll });
	const stop = anchor.watch(article);
	onTestFinished(stop);
	return { anchor, onrest, onscroll, stop };
}

/** The reader scrolls to `y`. */
async function scroll(y: number): Promise<void> {
	window.scrollTo(0, y);
	await painted();
}

const CHANGES: [name: string, change: () => void][] = [
	['larger text', () => (article.style.fontSize = '27px')],
	['smaller text', () => (article.style.fontSize = '12px')],
	['another face', () => (article.style.fontFamily = 'monospace')],
	['a narrower column', () => (article.style.width = '200px')],
	['a wider column', () => (article.style.width = '400px')],
	[
		'a late picture above',
		() => (article.querySelector<HTMLElement>('.picture')!.style.height = '333px')
	],
	['more above the text, which keeps its size', () => article.before(tall(333))]
];

/** An element so many px high. */
function tall(px: number): HTMLElement {
	const element = document.createElement('div');
	element.style.height = `${px}px`;
	return element;
}

describe('The point that is held', () => {
	test.each(CHANGES)('is kept over %s: same words at the top', async (_, change) => {
		window.scrollTo(0, 3000);
		watch();
		await painted();
		const word = firstWord();
		const top = topOf(word);
		change();
		expect(Math.abs(topOf(word) - top)).toBeGreaterThan(NEAR);
		await painted();
		expect(topOf(word)).toBeCloseTo(top, -Math.log10(2 * NEAR));
	});

	test('is kept below a bar that covers the top', async () => {
		window.scrollTo(0, 3000);
		const { anchor } = watch(52);
		const word = firstWord(52);
		expect(anchor.point!.top).toBeCloseTo(topOf(word), 0);
		article.style.fontSize = '24px';
		await painted();
		expect(topOf(word)).toBeGreaterThanOrEqual(52 - NEAR);
		expect(topOf(word)).toBeLessThan(52 + 24);
	});

	test('does not drift over a run of changes', async () => {
		window.scrollTo(0, 3000);
		watch();
		await painted();
		const before = window.scrollY;
		for (const size of [17, 19, 23, 29, 12, 31, 18, 16]) {
			article.style.fontSize = `${size}px`;
			await painted();
		}
		expect(Math.abs(window.scrollY - before)).toBeLessThan(NEAR);
	});

	test('follows the reader, and is told of when they rest', async () => {
		const { anchor, onrest, onscroll } = watch();
		await painted();
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		await scroll(2000);
		await scroll(2500);
		expect(onscroll).toHaveBeenCalled();
		expect(onrest).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1000);
		expect(onrest).toHaveBeenCalledExactlyOnceWith(anchor.point);
		expect(anchor.point!.top).toBeCloseTo(topOf(firstWord()), 0);
		expect(anchor.point!.block).toBe(blocks[Math.floor(parseInt(firstWord().slice(1)) / WORDS)]);
	});

	test('is known the moment the page goes, before a frame tells of the last scroll', async () => {
		await scroll(1000);
		const { anchor, onscroll } = watch();
		anchor.catchUp();
		expect(onscroll).not.toHaveBeenCalled();
		window.scrollTo(0, 2000);
		anchor.catchUp();
		expect(onscroll).toHaveBeenCalledExactlyOnceWith(false);
		expect(anchor.point!.top).toBeCloseTo(topOf(firstWord()), 0);
	});

	test('is where the address has sent the page, and nobody scrolled there', async () => {
		await painted();
		const { anchor, onscroll } = watch();
		window.scrollTo(0, 2000);
		anchor.reanchor();
		expect(anchor.point!.top).toBeCloseTo(topOf(firstWord()), 0);
		await painted();
		expect(onscroll).toHaveBeenCalledExactlyOnceWith(true);
	});

	test('is where the reader went after a change, not where they were', async () => {
		window.scrollTo(0, 3000);
		watch();
		await painted();
		article.style.fontSize = '20px';
		await painted();
		await scroll(1000);
		const word = firstWord();
		const top = topOf(word);
		article.style.fontSize = '25px';
		await painted();
		expect(Math.abs(topOf(word) - top)).toBeLessThan(NEAR);
	});

	test.each(CHANGES)('does not move by our own scrolling after %s', async (_, change) => {
		window.scrollTo(0, 3000);
		const { anchor, onrest } = watch();
		await painted();
		const { point } = anchor;
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		change();
		await painted();
		vi.advanceTimersByTime(1000);
		expect(onrest).not.toHaveBeenCalled();
		expect(anchor.point).toBe(point);
	});

	test.each([
		['', () => {}],
		[', also when someone asked for the layout between', () => article.offsetHeight]
	])('at the end comes back when the text grew shorter and longer%s', async (_, ask) => {
		window.scrollTo(0, document.documentElement.scrollHeight);
		const { anchor } = watch();
		await painted();
		const { point } = anchor;
		const before = window.scrollY;
		article.style.fontSize = '12px';
		ask();
		await painted();
		expect(anchor.point).toBe(point);
		article.style.fontSize = '16px';
		await painted();
		expect(Math.abs(window.scrollY - before)).toBeLessThan(NEAR);
	});

	test('is the reader’s to leave right after the column changed its width', async () => {
		await scroll(3000);
		const { onscroll } = watch();
		await painted();
		article.style.width = '300px';
		await painted();
		const before = window.scrollY;
		await scroll(before + 200);
		expect(window.scrollY).toBe(before + 200);
		expect(onscroll).toHaveBeenLastCalledWith(false);
	});

	test('is the reader’s to leave while the column slides aside', async () => {
		const column = document.body;
		article.style.width = '788.92px';
		article.style.marginInlineStart = '245.53px';
		window.scrollTo(0, 3000);
		watch();
		await painted();
		const { width } = article.getBoundingClientRect();
		const moveTo = (px: number) => (column.style.translate = `-${px}px`);
		onTestFinished(() => void (column.style.translate = ''));
		// Where a browser rounds the width on the screen to another one.
		const rounded = Array.from({ length: 300 }, (_, index) => index * 0.737).filter((px) => {
			moveTo(px);
			return article.getBoundingClientRect().width !== width;
		});
		expect(rounded.length).toBeGreaterThan(0);
		moveTo(0);
		for (const px of rounded.slice(0, 3)) {
			const before = window.scrollY;
			moveTo(px);
			await scroll(before - 100);
			expect(window.scrollY, `moved by ${px}`).toBe(before - 100);
			moveTo(0);
			await scroll(before - 200);
		}
	});

	test('at the very top is none: the title stays in sight', async () => {
		const { anchor, onrest } = watch();
		article.style.fontSize = '24px';
		await painted();
		expect([anchor.point, window.scrollY]).toEqual([null, 0]);
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		await scroll(500);
		await scroll(0);
		vi.advanceTimersByTime(1000);
		expect(onrest).toHaveBeenCalledExactlyOnceWith(null);
	});

	test('can be gone to, and is kept then', async () => {
		const { anchor, onrest } = watch();
		await painted();
		const point = { block: blocks[20], at: 0, top: 60 };
		anchor.goTo(point);
		expect(onrest).toHaveBeenCalledExactlyOnceWith(point);
		expect(Math.abs(topOf(`w${20 * WORDS}`) - 60)).toBeLessThan(NEAR);
		article.style.width = '250px';
		await painted();
		expect(Math.abs(topOf(`w${20 * WORDS}`) - 60)).toBeLessThan(NEAR);
	});

	test('is let go of when the watch ends', async () => {
		window.scrollTo(0, 3000);
		const { onrest, onscroll, stop } = watch();
		await painted();
		stop();
		onscroll.mockClear();
		const before = window.scrollY;
		article.style.fontSize = '24px';
		await painted();
		expect(window.scrollY).toBe(before);
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		await scroll(100);
		vi.advanceTimersByTime(1000);
		expect([onrest, onscroll].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
	});
});

describe('The first point below an edge', () => {
	test.each([0, 52, 300])('of %d px is the first word of the first whole line', async (edge) => {
		for (const y of [0, 1, 777, 2345, 5001]) {
			await scroll(y);
			const point = firstVisiblePoint(blocks, edge);
			expect(point.top).toBeGreaterThanOrEqual(edge - 1);
			expect(Math.abs(point.top - topOf(firstWord(edge)))).toBeLessThan(4); // a mark stands higher
		}
	});

	test('is at the last letter when the text ends above it', () => {
		const last = blocks.at(-1)!;
		const point = firstVisiblePoint(blocks, 1e6);
		expect(point).toMatchObject({ block: last, at: last.textContent.length - 1 });
	});

	test('is found where a line break swallowed the space', async () => {
		const html = Array.from({ length: 300 }, (_, w) => `w${w}.`).join(' \n ');
		blocks[0].innerHTML = html;
		await scroll(blocks[0].getBoundingClientRect().top + 200);
		for (let edge = 0; edge < 100; edge += 3) {
			const { at, top } = firstVisiblePoint(blocks, edge);
			expect(top).toBeGreaterThanOrEqual(edge - 1);
			expect(top).toBeLessThan(edge + 25);
			expect(blocks[0].textContent.slice(at)).toMatch(/^\s*w\d+\./);
		}
	});

	test('is in the row of a table that the edge goes through, or in the next row', async () => {
		const long = Array.from({ length: 400 }, (_, w) => `c${w}.`).join(' ');
		const row = (...cells: string[]) =>
			`<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
		const table = document.createElement('table');
		table.innerHTML = row('one', 'two', '', 'four', long) + row('six', 'seven', 'eight', 'nine');
		blocks[20].before(table);
		const cells = [...table.querySelectorAll('td')];
		const all = [...blocks.slice(0, 20), ...cells, ...blocks.slice(20)];
		const { top, height } = cells[0].getBoundingClientRect();
		expect(height).toBeGreaterThan(window.innerHeight);
		await scroll(top + height / 2);
		const within = firstVisiblePoint(all, 0);
		expect(within.block).toBe(cells[4]);
		expect(within.top).toBeLessThan(25);
		await scroll(top + height + 8);
		expect(firstVisiblePoint(all, 0).block).toBe(blocks[20]);
	});

	test('is one that scrolling to it does not move', async () => {
		await scroll(3000);
		const before = window.scrollY;
		scrollToPoint(firstVisiblePoint(blocks, 52));
		expect(Math.abs(window.scrollY - before)).toBeLessThan(NEAR);
	});
});
