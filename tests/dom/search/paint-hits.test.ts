import { afterEach, describe, expect, test } from 'vitest';
import { clearHits, paintCurrentHit, paintHits, toRanges } from '$lib/dom/search/paint-hits';
import { TextMap } from '$lib/dom/text-map';
import { show } from '../page';

afterEach(clearHits);

/** The words under a highlight. */
function painted(name: string): string[] {
	return [...(CSS.highlights.get(name) ?? [])].map(String);
}

/** Paints every place of `words` in the text. */
function paintAll(map: TextMap, words: string) {
	const places = [...map.text.matchAll(new RegExp(words, 'g'))];
	paintHits(
		map,
		places.map(({ index }) => ({ start: index, end: index + words.length }))
	);
	return places.length;
}

describe('Hits are painted', () => {
	test.each<[name: string, html: string, words: string]>([
		['in one text node', '<p id="p1">One two one two.</p>', 'two'],
		['over elements', '<p id="p1">On<em>e t</em>wo</p><p id="p2">e two</p>', 'e two'],
		['at both ends of a block', '<p id="p1">a b a</p><p id="p2">a</p>', 'a'],
		['behind a footnote’s mark', '<p id="p1">One<sup data-noanchor>1</sup> two one</p>', 'two'],
		['where white space is not one space', '<p id="p1">\n One\n\ttwo  three </p>', 'two'],
		['behind what is invisible', '<p id="p1">ex&shy;ile exi&shy;le</p>', 'le']
	])('%s', (_, html, words) => {
		const map = new TextMap(show(`<article>${html}</article>`));
		const count = paintAll(map, words);
		expect(count).toBeGreaterThan(0);
		expect(painted('search').map((text) => text.replace(/\s+/g, ' '))).toEqual(
			Array(count).fill(words)
		);
	});

	test('and stay on their words when marks part the text', () => {
		const article = show('<article><p id="p1">One two three</p></article>');
		paintAll(new TextMap(article), 'two');
		(article.querySelector('p')!.firstChild as Text).splitText(5);
		expect(painted('search')).toEqual(['two']);
	});

	test('until they are taken away; the one that is looked at lies over them', () => {
		const map = new TextMap(show('<article><p id="p1">One two</p></article>'));
		paintAll(map, 'two');
		paintCurrentHit(map, [{ start: 4, end: 7 }]);
		expect(painted('search-current')).toEqual(['two']);
		expect(CSS.highlights.get('search-current')!.priority).toBeGreaterThan(
			CSS.highlights.get('search')!.priority
		);
		paintCurrentHit(map, []);
		expect(CSS.highlights.has('search-current')).toBe(false);
		clearHits();
		expect(CSS.highlights.has('search')).toBe(false);
	});
});

test('offsets by turns are ranges', () => {
	expect(toRanges(new Uint32Array([1, 2, 5, 9]))).toEqual([
		{ start: 1, end: 2 },
		{ start: 5, end: 9 }
	]);
});
