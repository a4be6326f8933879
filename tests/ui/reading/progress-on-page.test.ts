import { afterEach, expect, test } from 'vitest';
import { shareRead } from '../../../src/lib/ui/reading/position/progress-on-page';

afterEach(() => {
	document.body.replaceChildren();
	window.scrollTo(0, 0);
});

const TEXT = '<p id="p66" style="height: 900px"></p><p id="p67" style="height: 100px"></p>';
const NOTES = '<section role="doc-endnotes" style="height: 2000px"></section>';

/** An article, scrolled until the bottom of its last paragraph stands at the foot of the screen. */
function readToLast(notes: string): HTMLElement {
	document.body.innerHTML = `<article>${TEXT}${notes}</article><div style="height: 2000px"></div>`;
	const { bottom } = document.getElementById('p67')!.getBoundingClientRect();
	window.scrollBy(0, bottom - window.innerHeight);
	return document.querySelector('article')!;
}

test('A chapter is read when its last paragraph is, with or without footnotes below', () => {
	expect(shareRead(readToLast(''))).toBe(1);
	expect(shareRead(readToLast(NOTES))).toBe(1);
});

test('It is not read a line before that', () => {
	const article = readToLast(NOTES);
	window.scrollBy(0, -20);
	expect(shareRead(article)).toBeLessThan(1);
});
