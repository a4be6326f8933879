import '$lib/ui/styles/tokens.css';
import '$lib/ui/styles/base.css';
import '$lib/ui/styles/reading.css';
import '$lib/ui/styles/elements.css';
import '$lib/ui/styles/after-text.css';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { DEFAULT_APPEARANCE, rootProperties } from '$lib/core/reading/appearance';
import { applyAppearance } from '$lib/dom/apply-appearance';
import { show } from '../../dom/page';

const WORDS = 'Some words that take more than a line on the screen of a phone, and then some more.';
const CHAPTER = `
	<p id="p1">${WORDS}</p>
	<p id="p2" class="bookmarked">${WORDS}<span class="ribbon" data-noanchor></span></p>
	<h2 id="p3">Of words</h2>
	<blockquote><p id="p4">${WORDS}</p></blockquote>
	<ol><li id="p5">${WORDS}<ul><li id="p6">${WORDS}</li></ul></li></ol>
	<table><tr><td id="p7">One</td><td id="p8">Two</td></tr></table>
	<p class="verse"><span class="line" id="p9" style="display: block">${WORDS}</span></p>
	<p id="p10" class="signature">L. D.</p>
	<section role="doc-endnotes"><ol><li id="note-1"><p>A note.</p></li></ol></section>`;

function look(numbered: boolean): void {
	const system = { prefersContrast: false, canHyphenate: false };
	applyAppearance(rootProperties({ ...DEFAULT_APPEARANCE, numbered }, system));
}

/** Where every line of the text is, in px. */
const lines = () =>
	[...document.querySelectorAll('article, [id]')].flatMap((element) => {
		const range = document.createRange();
		range.selectNodeContents(element);
		return [...range.getClientRects()].map(({ x, y, width, height }) => [x, y, width, height]);
	});

const numbered = () =>
	[...document.querySelectorAll('[id]')].filter(
		(element) => getComputedStyle(element, '::before').content !== 'none'
	);

beforeEach(() => {
	onTestFinished(() => document.documentElement.removeAttribute('style'));
});

for (const dir of ['ltr', 'rtl']) {
	test(`the numbers move nothing, and are in no selection (${dir})`, () => {
		show(
			`<main style="width: 360px; padding: 0 var(--gutter)"><article class="text" dir="${dir}">${CHAPTER}</article></main>`
		);
		look(false);
		const before = lines();
		expect(numbered()).toEqual([]);
		const words = () => {
			getSelection()!.selectAllChildren(document.querySelector('article')!);
			return getSelection()!.toString();
		};
		const copied = words();
		look(true);
		expect(lines()).toEqual(before);
		expect(words()).toBe(copied);
		expect(document.querySelector('main')!.scrollWidth).toBeLessThanOrEqual(360 + 48);
		// Each block but cells and footnotes; `counter` itself cannot be read, its place can.
		expect(numbered().map(({ id }) => id)).toEqual(
			[1, 2, 3, 4, 5, 6, 9, 10].map((number) => `p${number}`)
		);
	});
}

test('a number is not read aloud', () => {
	show(`<article class="text"><p id="p1">One</p></article>`);
	look(true);
	expect(getComputedStyle(document.querySelector('p')!, '::before').content).toMatch(/\/ ""$/);
});
