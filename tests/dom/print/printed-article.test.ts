import { expect, test } from 'vitest';
import { copyArticle, paintCopy, renameElements } from '$lib/dom/print/printed-article';
import { TextMap } from '$lib/dom/text-map';
import { show } from '../page';

const articleWith = (picture: string) => `<article>
	<p id="p1">One <mark data-ids="a" data-colour="green">two</mark> three<sup data-noanchor><a id="noteref-1" href="#note-1">1</a></sup>.<button class="block-button" data-noanchor></button></p>
	<p id="p2" class="flash">Four.<span class="ribbon"></span> <img src="${picture}" loading="lazy" alt="A map"></p>
	<section role="doc-endnotes" aria-labelledby="notes"><h2 id="notes">Notes</h2><ol><li id="note-1">Five.</li></ol></section>
</article>`;
const ARTICLE = articleWith('data:image/svg+xml,<svg/>');

test('A copy has the text alone, and its pictures from where they were', () => {
	// Not laid out: the server of these tests is not asked for a picture that it has not.
	const hidden = show(`<div hidden>${articleWith('map.png')}</div>`);
	const article = hidden.querySelector('article')!;
	const copy = copyArticle(article, 'https://read.example/a/b/');
	expect(copy.querySelector('mark, button, .ribbon, .flash')).toBeNull();
	expect(copy.querySelector('img')!.src).toBe('https://read.example/a/b/map.png');
	expect(copy.querySelector('img')!.loading).toBe('eager');
	expect(new TextMap(copy).text).toBe(new TextMap(article).text);
	expect(article.querySelectorAll('mark, button, .ribbon, .flash')).toHaveLength(4);
});

test('Marks are painted by offsets of the copy, with their numbers behind their last words', () => {
	const copy = copyArticle(show(ARTICLE), location.href);
	const map = new TextMap(copy);
	const leave = paintCopy(copy, map, [
		{ id: 'x', start: 4, end: 19, colour: 'blue', style: 'fill', number: 1 },
		{ id: 'y', start: 8, end: 13, colour: 'pink', style: 'underline', number: null }
	]);
	const painted = [...copy.querySelectorAll('mark')].map(({ textContent }) => textContent);
	expect(painted).toEqual(['two ', 'three', '.', 'Four']);
	expect(copy.querySelector('#p2')!.textContent).toMatch(/^Four1\./);
	expect(copy.querySelectorAll('.mark-number')).toHaveLength(1);
	leave();
	expect(copy.querySelector('mark')).toBeNull();
});

test('Its elements have names of their own, and its links lead to them', () => {
	const article = show(ARTICLE);
	const copy = copyArticle(article, location.href);
	renameElements(copy, 'printed-1-');
	document.body.append(copy);
	const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	const link = copy.querySelector('a')!;
	expect(copy.querySelector(link.getAttribute('href')!)!.textContent).toBe('Five.');
	const section = copy.querySelector('section')!;
	expect(section.getAttribute('aria-labelledby')).toBe(copy.querySelector('h2')!.id);
});
