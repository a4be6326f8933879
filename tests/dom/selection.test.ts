import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { TextRange } from '$lib/core/text/range';
import { watchSelection, type SelectionWatch } from '$lib/dom/selection';
import { TextMap } from '$lib/dom/text-map';
import { show } from './page';

const HTML = `<main><h1>Title</h1><article>
	<p id="p1">One two three<sup data-noanchor><a href="#note-1">1</a></sup>, four.</p>
	<p id="p2">Five six<br>seven.</p>
	<section role="doc-endnotes"><h2>Notes</h2><ol><li id="note-1">A note <a data-noanchor href="#p1">↩</a></li></ol></section>
</article><p class="after">After</p><button>Press</button></main>`;

let map: TextMap;
let watch: SelectionWatch;
let onrest: ReturnType<typeof vi.fn<(range: TextRange | null) => void>>;

beforeEach(() => {
	map = new TextMap(show(HTML).querySelector('article')!);
	onrest = vi.fn();
	watch = watchSelection(map, onrest);
	onTestFinished(() => {
		watch.stop();
		getSelection()!.removeAllRanges();
	});
});

/** A point of the page: in the first text that holds `words`, behind as many letters. */
function point(words: string, offset: number): [Node, number] {
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		if ((walker.currentNode as Text).data.includes(words)) {
			return [walker.currentNode, (walker.currentNode as Text).data.indexOf(words) + offset];
		}
	}
	throw new Error(`"${words}" is not there`);
}

function select(anchor: [Node, number], focus: [Node, number]): void {
	getSelection()!.setBaseAndExtent(...anchor, ...focus);
}

/** What is selected of the text, once the browser has told. */
async function selected(): Promise<string | null> {
	await new Promise((resolve) => setTimeout(resolve, 20)); // `selectionchange` is a task of its own
	return watch.range && map.text.slice(watch.range.start, watch.range.end);
}

describe('A selection', () => {
	test.each<[name: string, anchor: [string, number], focus: [string, number], text: string]>([
		['of words', ['One two', 0], ['One two', 7], 'One two'],
		['from inside a word into another', ['One two', 1], ['three', 3], 'ne two thr'],
		['made backwards', ['three', 5], ['two', 0], 'two three'],
		['into the next paragraph', ['four', 0], ['Five', 4], 'four.\nFive'],
		['that ends before a footnote mark', ['two', 0], ['three', 5], 'two three'],
		['that ends in a footnote mark', ['two', 0], ['1', 1], 'two three'],
		['that begins in a footnote mark', ['1', 0], [', four', 6], ', four'],
		['over a line break', ['six', 0], ['seven', 5], 'six seven'],
		['with white space at its ends', ['One two', 3], ['three', 0], 'two'],
		['in the endnotes', ['A note', 2], ['A note', 6], 'note'],
		['from the title on', ['Title', 2], ['One', 3], 'One'],
		['beyond the end', ['A note', 0], ['After', 3], 'A note']
	])('%s is a passage', async (_, anchor, focus, text) => {
		select(point(...anchor), point(...focus));
		expect(await selected()).toBe(text);
	});

	test('of everything is the whole chapter', async () => {
		getSelection()!.selectAllChildren(document.body);
		expect(await selected()).toBe(map.text);
	});

	test.each<[name: string, anchor: [string, number], focus: [string, number]]>([
		['of white space', ['One two', 3], ['One two', 4]],
		['of a footnote mark alone', ['1', 0], ['1', 1]],
		['of the title', ['Title', 0], ['Title', 5]],
		['after the text', ['After', 0], ['After', 5]],
		['of a heading that is no block', ['Notes', 0], ['Notes', 5]],
		['of nothing', ['One two', 3], ['One two', 3]]
	])('%s is none', async (_, anchor, focus) => {
		select(point(...anchor), point(...focus));
		expect(await selected()).toBeNull();
		expect(onrest).not.toHaveBeenCalledWith(expect.objectContaining({}));
	});
});

describe('It is told', () => {
	const words = { start: 0, end: 7 };
	const press = (type: string, init: PointerEventInit = {}) =>
		document.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', ...init }));

	test('when it stands still', async () => {
		select(point('One', 0), point('two', 3));
		await expect.poll(() => onrest.mock.calls).toEqual([[words]]);
	});

	test('not before the finger has lifted', async () => {
		press('pointerdown');
		select(point('One', 0), point('two', 3));
		await new Promise((resolve) => setTimeout(resolve, 400)); // longer than it need stand still
		expect(onrest).not.toHaveBeenCalled();
		press('pointercancel'); // a long press became a selection; the finger is still there
		await new Promise((resolve) => setTimeout(resolve, 400));
		expect(onrest).not.toHaveBeenCalled();
		document.dispatchEvent(new TouchEvent('touchend', { touches: [] }));
		await expect.poll(() => onrest.mock.calls).toEqual([[words]]);
	});

	test('again when a handle has moved', async () => {
		select(point('One', 0), point('two', 3));
		await expect.poll(() => onrest.mock.calls.length).toBe(1);
		select(point('One', 0), point('three', 5));
		await expect.poll(() => onrest.mock.lastCall).toEqual([{ start: 0, end: 13 }]);
	});

	test('at once when it is gone', async () => {
		select(point('One', 0), point('two', 3));
		await expect.poll(() => onrest.mock.calls.length).toBe(1);
		getSelection()!.collapse(...point('Five', 1));
		expect(await selected()).toBeNull();
		expect(onrest).toHaveBeenLastCalledWith(null);
	});

	test('as gone when it is cleared, on the screen too', async () => {
		select(point('One', 0), point('two', 3));
		await expect.poll(() => onrest.mock.calls.length).toBe(1);
		watch.clear();
		expect(onrest).toHaveBeenLastCalledWith(null);
		expect(getSelection()!.rangeCount).toBe(0);
	});

	test('as gone when the browser has none any more', async () => {
		select(point('One', 0), point('two', 3));
		await expect.poll(() => onrest.mock.calls.length).toBe(1);
		getSelection()!.removeAllRanges(); // as another script does, or Firefox at the system's Back
		expect(await selected()).toBeNull();
		expect(onrest).toHaveBeenLastCalledWith(null);
	});

	test('not as gone when the browser forgets it for a tap on a button', async () => {
		select(point('One', 0), point('two', 3));
		await selected();
		const button = document.querySelector('button')!;
		button.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true }));
		getSelection()!.removeAllRanges(); // as iOS does: no anchor at all
		expect(await selected()).toBe('One two');
	});
});
