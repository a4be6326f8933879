import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK_SEPARATOR, normalize } from '$lib/core/text/chapter-text';
import { blockElements, TextMap } from '$lib/dom/text-map';

function article(html: string): HTMLElement {
	const element = document.createElement('article');
	element.innerHTML = html;
	return element;
}

/** What the words of a range say by the rules of the text, read another way than the map does. */
function said(range: Range): string {
	const part = range.cloneContents();
	for (const own of part.querySelectorAll('[data-noanchor]')) own.remove();
	for (const line of part.querySelectorAll('br')) line.replaceWith(' ');
	return normalize(part.textContent ?? '');
}

describe('The text of a page', () => {
	test.each<[name: string, html: string, text: string]>([
		['one text node', '<p id="p1">One two.</p>', 'One two.'],
		['inline elements', '<p id="p1">O<em>n<b>e</b> t</em>wo</p>', 'One two'],
		['white space in the source', '<p id="p1">\n\tOne\n\ttwo \n</p>', 'One two'],
		['white space over nodes', '<p id="p1">One <em> two</em> </p>', 'One two'],
		['no-break spaces', '<p id="p1">One&nbsp;two&nbsp;</p>', 'One two'],
		['soft hyphens', '<p id="p1">ex&shy;ile &shy; now</p>', 'exile now'],
		['line breaks', '<p id="p1">One<br>two <br> three<br></p>', 'One two three'],
		['several line breaks', '<p id="p1"><br>One<br><br>two</p>', 'One two'],
		[
			'footnote marks',
			'<p id="p1">One<sup data-noanchor><a>[<b>1</b>]</a></sup>, two</p>',
			'One, two'
		],
		['a break in what does not count', '<p id="p1">a<i data-noanchor><br></i>b</p>', 'ab'],
		['comments', '<p id="p1">On<!-- no -->e</p>', 'One'],
		[
			'several blocks',
			'<p id="p1">One</p>\n<h2 id="p2">Two</h2> <ul><li id="p3">Three</ul>',
			'One\nTwo\nThree'
		],
		['table cells', '<table><tr><th id="p1">A</th><td id="p2">B</td></tr></table>', 'A\nB'],
		[
			'notes',
			'<p id="p1">A</p><ol><li id="note-1">B</li><li><p id="note-2">C</p><p id="note-2-2">D</p></li></ol>',
			'A\nB\nC\nD'
		],
		[
			'words that are in no block',
			'<p id="p1">A</p><p>x</p><div id="top">y</div><p id="p1x">z</p>',
			'A'
		],
		['other ids inside a block', '<p id="p1">A <a id="noteref-1">b</a></p>', 'A b'],
		['pairs of surrogates', '<p id="p1">𝒳<i>𝒴</i></p>', '𝒳𝒴'],
		['nothing', '', '']
	])('holds %s', (_, html, text) => {
		expect(new TextMap(article(html)).text).toBe(text);
	});

	test('names its blocks and where they stand', () => {
		const map = new TextMap(article('<p id="p1">One</p><p id="p2">Two</p>'));
		expect(map.blocks).toEqual([
			{ id: 'p1', start: 0, end: 3 },
			{ id: 'p2', start: 4, end: 7 }
		]);
		expect(map.elements.map(({ id }) => id)).toEqual(['p1', 'p2']);
	});

	test('is the same over text nodes that were split', () => {
		const element = article('<p id="p1">One  two &shy;three</p>');
		const whole = new TextMap(element).text;
		const node = element.querySelector('p')!.firstChild as Text;
		node.splitText(9).splitText(3);
		node.splitText(4);
		const map = new TextMap(element);
		expect(map.text).toBe(whole);
		expect(map.toRange({ start: 2, end: 10 })!.toString()).toBe('e  two \u00adth');
	});
});

describe('A range of a page', () => {
	const HTML =
		'<p id="p1">\n One <em>two<sup data-noanchor>1</sup></em><br>three</p><p id="p2">Four</p>';
	const map = new TextMap(article(HTML));

	test.each<[start: number, end: number, said: string]>([
		[0, 3, 'One'],
		[4, 7, 'two'],
		[2, 5, 'e t'],
		[8, 13, 'three'],
		[6, 9, 'o t'],
		[0, 13, 'One two three'],
		[14, 18, 'Four'],
		[13, 18, 'Four'],
		[8, 14, 'three']
	])('%d to %d says %j', (start, end, words) => {
		expect(map.text).toBe('One two three\nFour');
		expect(said(map.toRange({ start, end })!)).toBe(words);
	});

	test('runs over blocks', () => {
		const range = map.toRange({ start: 8, end: 16 })!;
		expect(range.toString()).toBe('threeFo');
	});

	test.each([
		[0, 0],
		[5, 4],
		[13, 14], // the separator
		[18, 20],
		[-3, -1],
		[-1, 3],
		[16, 99]
	])('is none from %d to %d', (start, end) => {
		expect(map.toRange({ start, end })).toBeNull();
	});

	test('begins and ends at its words, without the white space around them', () => {
		const range = map.toRange({ start: 0, end: 3 })!;
		expect([range.startOffset, range.endOffset]).toEqual([2, 5]);
	});
});

describe('A unit and its raw place', () => {
	const map = new TextMap(
		article('<p id="p1"> One<sup data-noanchor>12</sup>&shy; two<br>three</p><p id="p2">Four</p>')
	);
	const [first, second] = map.elements;

	test.each([
		[0, 1], // after the leading space
		[3, 7], // the space behind mark and soft hyphen
		[4, 8],
		[8, 11], // after the line break, which is no raw unit
		[12, 15]
	])('%d stands after %d raw units', (offset, at) => {
		expect(map.rawAt(offset)).toEqual({ block: first, at });
		expect(map.offsetAt(first, at)).toBe(offset);
	});

	test.each([
		[0, 0],
		[5, 3], // inside the mark: what follows it
		[99, 13]
	])('of %d raw units on is %d', (at, offset) => {
		expect(map.offsetAt(first, at)).toBe(offset);
	});

	test('of another block counts from there', () => {
		expect(map.rawAt(14)).toEqual({ block: second, at: 0 });
		expect(map.offsetAt(second, 2)).toBe(16);
	});

	test('outside the text is none', () => {
		expect(map.rawAt(99)).toBeNull();
		expect(map.pointAt(13)).toBeNull();
		expect(map.pointAt(-1)).toBeNull();
	});
});

describe('Whatever the markup,', () => {
	const words = fc.string({
		unit: fc.constantFrom('a', 'é', '字', '𝒳', ' ', '\n', '&nbsp;', '&shy;', '\u2060', '.'),
		maxLength: 8
	});
	const { inline } = fc.letrec<{ inline: string }>((tie) => ({
		inline: fc.oneof(
			{ maxDepth: 3 },
			words,
			fc.constant('<br>'),
			tie('inline').map((html) => `<em>${html}</em>`),
			tie('inline').map((html) => `<sup data-noanchor>${html}</sup>`),
			fc.array(tie('inline'), { maxLength: 3 }).map((parts) => parts.join('<!---->'))
		)
	}));
	const pages = fc
		.array(
			// The build gives an id to no block without words.
			fc.tuple(inline, inline).map(([before, after]) => `${before}x${after}`),
			{ minLength: 1, maxLength: 3 }
		)
		.map((blocks) => blocks.map((html, index) => `<p id="p${index + 1}">${html}</p>`).join('\n'));

	test('a map has the text that its blocks say', () => {
		fc.assert(
			fc.property(pages, (html) => {
				const element = article(html);
				const texts = blockElements(element).map((block) => {
					const range = document.createRange();
					range.selectNodeContents(block);
					return said(range);
				});
				expect(new TextMap(element).text).toBe(texts.join(BLOCK_SEPARATOR));
			})
		);
	});

	test('every range in a block says its slice of the text', () => {
		fc.assert(
			fc.property(pages, fc.nat(), fc.nat(), (html, a, b) => {
				const map = new TextMap(article(html));
				const block = map.blocks[a % map.blocks.length];
				const length = block.end - block.start;
				const start = block.start + (a % length);
				const end = start + 1 + (b % (block.end - start));
				const range = map.toRange({ start, end })!;
				expect(said(range)).toBe(map.text.slice(start, end).trim());
			})
		);
	});

	test('every unit is found again by its raw place', () => {
		fc.assert(
			fc.property(pages, (html) => {
				const map = new TextMap(article(html));
				for (const { start, end } of map.blocks) {
					for (let offset = start; offset < end; offset++) {
						const { block, at } = map.rawAt(offset)!;
						const found = map.offsetAt(block, at);
						// The space of a line break has no raw unit: the word before it has.
						if (map.text[offset] === ' ') expect(offset - found).toBeLessThanOrEqual(1);
						else expect(found).toBe(offset);
					}
				}
			})
		);
	});
});
