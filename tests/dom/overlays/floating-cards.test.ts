import type { BottomTool, FloatingCard } from '$lib/core/app/floating-cards';
import { floatAtBottom, standAtBottom } from '$lib/dom/overlays/floating-cards';
import { expect, onTestFinished, test } from 'vitest';
import { painted, show } from '../page';

/** Puts an element at the bottom edge of the screen, until the test ends or it is taken away. */
function put(attach: (element: HTMLElement) => () => void, height: number) {
	const element = document.createElement('div');
	element.style.cssText = `position: fixed; bottom: 10px; left: 0; width: 200px; height: ${height}px`;
	document.body.append(element);
	const leave = attach(element);
	let isThere = true;
	const remove = () => {
		if (isThere) leave();
		isThere = false;
		element.remove();
	};
	onTestFinished(remove);
	return { element, remove, waits: () => element.classList.contains('waiting') };
}

const card = (what: FloatingCard) => put(floatAtBottom(what), 40);
const tools = (tool: BottomTool) => put(standAtBottom(tool), 100);

test('One card is shown at a time, and the next when it is gone', async () => {
	const [back, news] = [card('back'), card('news')];
	await painted();
	expect([back.waits(), news.waits()]).toEqual([true, false]);
	news.remove();
	expect(back.waits()).toBe(false);
});

test('A card stands above the tools', async () => {
	const news = card('news');
	const bar = tools('mode');
	await painted();
	const [above, below] = [news, bar].map(({ element }) => element.getBoundingClientRect());
	expect(above.bottom).toBe(below.top - 8);
	bar.remove();
	expect(news.element.getBoundingClientRect().bottom).toBe(window.innerHeight - 10);
});

test('No card is on words that are selected, also before there are tools', async () => {
	show('<article><p>Some words of the text</p></article>');
	const back = card('back');
	getSelection()!.selectAllChildren(document.querySelector('p')!);
	await painted();
	expect(back.waits()).toBe(true);
	getSelection()!.removeAllRanges();
	await painted();
	expect(back.waits()).toBe(false);
});

test('No card is on the field in which one types', async () => {
	show(`<textarea style="position: fixed; bottom: 0; height: 60px"></textarea>
		<input style="position: fixed; top: 0">`);
	const news = card('news');
	const [low, high] = [document.querySelector('textarea')!, document.querySelector('input')!];
	low.focus();
	await painted();
	expect(news.waits()).toBe(true);
	high.focus();
	await painted();
	expect(news.waits()).toBe(false);
});
