import { describe, expect, test } from 'vitest';
import { GAP } from '$lib/core/text/fragment/text-fragment';
import { searchedText } from '$lib/dom/searched-text';
import { TextMap } from '$lib/dom/text-map';
import { show } from './page';

describe('The text a browser searches', () => {
	const open = () =>
		new TextMap(
			show(`<div><h1>Title</h1><article>
				<p id="p1">One<sup data-noanchor>1</sup> two</p>
				<p id="p2">three<sup data-noanchor>2</sup></p>
				<p id="p3">four<button data-noanchor aria-label="Mark"></button></p></article></div>`)
		);

	test('has what stands before the chapter, and a gap for each footnote mark', () => {
		const { text } = searchedText(open(), { start: 0, end: 1 });
		expect(text.trimStart()).toBe(`Title${GAP}\nOne${GAP} two\nthree${GAP}\nfour`);
	});

	test.each(['One', ' two', 'One two', 'three', 'four', 'two\nthree\nfour'])(
		'finds “%s” in it',
		(words) => {
			const map = open();
			const start = map.text.indexOf(words);
			const { text, range } = searchedText(map, { start, end: start + words.length });
			expect(text.slice(range.start, range.end).replaceAll(GAP, '')).toBe(words);
		}
	);
});
