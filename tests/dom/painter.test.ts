import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Colour } from '$lib/core/annotation/annotation';
import { Painter, type PaintedMark } from '$lib/dom/painter';
import { piecesOf, TextMap } from '$lib/dom/text-map';
import { painted, show } from './page';

const HTML = `<article>
	<p id="p1">One <em>two <b>three</b> four</em> five<sup data-noanchor><a href="#note-1">1</a></sup> six.</p>
	<p id="p2">  Seven\n\teight<br>nine <a href="#p1">ten</a> &shy;eleven.</p>
	<table><tbody><tr><td id="p3">Twelve</td> <td id="p4">thirteen</td></tr></tbody></table>
	<p id="p5" class="signature">FOURTEEN.</p>
	<section role="doc-endnotes"><ol><li id="note-1">Fifteen <a data-noanchor href="#p1">↩</a></li></ol></section>
</article>`;

function mark(
	id: string,
	start: number,
	end: number,
	more: Partial<PaintedMark> = {}
): PaintedMark {
	const looks = {
		colour: 'yellow' as Colour,
		style: 'fill' as const,
		hasNote: false,
		review: false
	};
	return { id, start, end, ...looks, ...more };
}

/** An article on the page with its painter, until the test ends. */
function page(html = HTML) {
	const article = show(html);
	const map = new TextMap(article);
	const painter = new Painter(map);
	onTestFinished(() => painter.stop());
	return { article, map, painter };
}

/** The passage of the words from `first` to `last`. */
function passage({ text }: TextMap, first: string, last = first) {
	return [text.indexOf(first), text.indexOf(last) + last.length] as const;
}

/** What the elements of a mark say, one after the other. */
function said(painter: Painter, id: string): string[] {
	return painter.elementsOf(id).map(({ textContent }) => textContent);
}

describe('A mark', () => {
	test.each<[name: string, first: string, last: string, pieces: string[]]>([
		['inside one text node', 'One', 'One', ['One']],
		['over emphasis in emphasis', 'two', 'four', ['two ', 'three', ' four']],
		['over a footnote mark, which stays out', 'five', 'six', ['five', ' six']],
		['over a line break', 'eight', 'nine', ['eight', 'nine']],
		['over a link', 'nine', 'eleven', ['nine ', 'ten', ' \u00adeleven']],
		['from block to block', 'six', 'Seven', ['six.', 'Seven']],
		['over cells of a table', 'Twelve', 'thirteen', ['Twelve', 'thirteen']],
		['of a signature', 'FOURTEEN', 'FOURTEEN', ['FOURTEEN']],
		['in the endnotes', 'Fifteen', 'Fifteen', ['Fifteen']]
	])('%s is painted', (_, first, last, pieces) => {
		const { map, painter, article } = page();
		painter.paint([mark('a', ...passage(map, first, last))]);
		expect(said(painter, 'a')).toEqual(pieces);
		expect(article.querySelector('tr > mark, tbody > mark, ol > mark, mark mark')).toBeNull();
	});

	test('says its colour, its style, its note and its doubts', () => {
		const { map, painter } = page();
		const line = { colour: 'blue', style: 'underline', hasNote: true, review: true } as const;
		painter.paint([
			mark('a', ...passage(map, 'One'), { colour: 'green' }),
			mark('b', ...passage(map, 'Seven'), line),
			mark('c', ...passage(map, 'Twelve'), { colour: null, hasNote: true })
		]);
		const looks = ['a', 'b', 'c'].map((id) => {
			const [{ dataset, className }] = painter.elementsOf(id);
			return [dataset.colour, dataset.line, className];
		});
		expect(looks).toEqual([
			['green', undefined, ''],
			[undefined, 'blue', 'noted review'],
			[undefined, undefined, 'noted']
		]);
	});
});

describe('Marks that overlap', () => {
	test('stand side by side, each piece naming all of its own, the shortest first', () => {
		const { map, painter, article } = page();
		const [start, end] = passage(map, 'Seven', 'nine');
		painter.paint([
			mark('long', start, end),
			mark('short', ...passage(map, 'eight'), { colour: 'blue' })
		]);
		const marks = [...article.querySelectorAll('mark')].map(({ dataset, textContent }) => [
			textContent,
			dataset.ids,
			dataset.colour,
			dataset.under
		]);
		expect(marks).toEqual([
			['Seven\n', 'long', 'yellow', undefined],
			['eight', 'short long', 'blue', 'yellow'],
			['nine', 'long', 'yellow', undefined]
		]);
	});

	test('on the very same words are both there', () => {
		const { map, painter } = page();
		const range = passage(map, 'One');
		painter.paint([mark('a', ...range), mark('b', ...range)]);
		expect(said(painter, 'a')).toEqual(['One']);
		expect(said(painter, 'b')).toEqual(['One']);
	});
});

describe('The page', () => {
	test('is node for node as it was when the marks are gone', () => {
		const { map, painter, article } = page();
		const before = article.innerHTML;
		const nodes = map.elements.flatMap((element) => piecesOf(element).map(({ node }) => node));
		painter.paint([mark('a', 0, map.text.length), mark('b', 3, 40), mark('c', 20, 60)]);
		expect(article.innerHTML).not.toBe(before);
		painter.paint([]);
		expect(article.innerHTML).toBe(before);
		const after = map.elements.flatMap((element) => piecesOf(element).map(({ node }) => node));
		expect(after).toEqual(nodes);
		after.forEach((node, index) => expect(node).toBe(nodes[index]));
	});

	test('keeps blocks that did not change', () => {
		const { map, painter } = page();
		painter.paint([mark('a', ...passage(map, 'One')), mark('b', ...passage(map, 'Twelve'))]);
		const [element] = painter.elementsOf('a');
		painter.paint([mark('a', ...passage(map, 'One')), mark('b', ...passage(map, 'thirteen'))]);
		expect(painter.elementsOf('a')[0]).toBe(element);
		expect(said(painter, 'b')).toEqual(['thirteen']);
	});

	test('keeps what is selected while it is painted', () => {
		const { map, painter } = page();
		const [start, end] = passage(map, 'two', 'eight');
		const range = map.toRange({ start, end })!;
		getSelection()!.setBaseAndExtent(
			range.endContainer,
			range.endOffset,
			range.startContainer,
			range.startOffset
		);
		painter.paint([mark('a', ...passage(map, 'three', 'nine'))]);
		expect(map.fromRange(getSelection()!.getRangeAt(0))).toEqual({ start, end });
		const after = getSelection()!.getRangeAt(0);
		expect(getSelection()!.anchorNode).toBe(after.endContainer); // made backwards, as before
	});
});

const words = (count: number, at: number) =>
	Array.from({ length: count }, (_, index) => `w${at + index}`).join(' ');
const LONG = `<article>${Array.from({ length: 200 }, (_, p) => `<p id="p${p + 1}">${words(60, p * 60)} <em>and</em> on.</p>`).join('')}</article>`;

describe('Of a thousand marks', () => {
	const many = ({ text }: TextMap) =>
		Array.from({ length: 1000 }, (_, index) => {
			const start = Math.floor((index / 1000) * (text.length - 300));
			return mark(`m${index}`, start, start + 20 + (index % 7) * 30);
		});

	test('those near the screen are painted, and the others when one comes near', async () => {
		const { map, painter, article } = page(LONG);
		painter.paint(many(map));
		expect(painter.elementsOf('m0')).not.toEqual([]);
		expect(painter.elementsOf('m999')).toEqual([]);
		await painted();
		article.lastElementChild!.scrollIntoView();
		await expect.poll(() => painter.elementsOf('m999').length).toBeGreaterThan(0);
	});

	test('one that is sent for is painted at once', () => {
		const { map, painter } = page(LONG);
		const marks = many(map);
		painter.paint(marks);
		painter.paintAt(marks[999]);
		expect(painter.elementsOf('m999')).not.toEqual([]);
	});

	test('paper shows all', () => {
		const { map, painter } = page(LONG);
		painter.paint(many(map));
		window.dispatchEvent(new Event('beforeprint'));
		expect(painter.elementsOf('m999')).not.toEqual([]);
	});
});

test('Whatever is painted over whatever, the text and its offsets stay', () => {
	const { map, painter, article } = page();
	const { length } = map.text;
	const ranges = fc
		.tuple(fc.nat(length - 1), fc.nat(length - 1))
		.map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);
	const said = article.textContent;
	const slices = [0, 5, 11, 30, 41].map((start) => ({ start, end: start + 9 }));
	const before = slices.map((slice) => map.toRange(slice)?.toString());
	fc.assert(
		fc.property(fc.array(ranges, { maxLength: 8 }), (all) => {
			painter.paint(all.map(([start, end], index) => mark(`m${index}`, start, end)));
			expect(article.textContent).toBe(said);
			expect(new TextMap(article).text).toBe(map.text);
			expect(slices.map((slice) => map.toRange(slice)?.toString())).toEqual(before);
			for (const [index, [start, end]] of all.entries()) {
				const range = document.createRange();
				const elements = painter.elementsOf(`m${index}`);
				const words = map.text.slice(start, end).trim();
				if (words === '') continue;
				range.setStartBefore(elements[0]);
				range.setEndAfter(elements.at(-1)!);
				const trimmed = map.fromRange(range)!;
				expect(map.text.slice(trimmed.start, trimmed.end)).toBe(words);
			}
		})
	);
});
