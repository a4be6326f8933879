import { expect, test } from 'vitest';
import { Painter } from '../../../src/lib/dom/painter';
import {
	copiedBlocks,
	copyNote,
	offsetInCopies,
	originalOf,
	rangeInCopies
} from '../../../src/lib/dom/footnote/note-copy';
import { TextMap } from '../../../src/lib/dom/text-map';
import { show } from '../page';

const BACK = '<a role="doc-backlink" href="#noteref-1" data-noanchor>↩</a>';
const NOTES = `<article><p id="p1">One<sup data-noanchor><a role="doc-noteref" id="noteref-1" href="#note-1">1</a></sup>.</p>
	<section role="doc-endnotes"><h2 data-noanchor>Notes</h2><ol>
	<li><p id="note-1">First  paragraph<sup data-noanchor><a role="doc-noteref" id="noteref-2" href="#note-2">2</a></sup> of <i>the</i> note.</p>
	<p id="note-1-2">A <b>second</b> one.</p><ul><li id="note-1-3">An item<button class="block-button" data-noanchor></button></li></ul>
	<p>${BACK}</p></li>
	<li id="note-2">Another note. ${BACK}</li></ol></section></article>`;

function open(note: number) {
	const article = show(NOTES);
	const map = new TextMap(article);
	const copy = () => {
		const card = document.createElement('div');
		card.append(copyNote(article.querySelectorAll<HTMLElement>('ol > li')[note - 1]));
		document.body.append(card);
		return card;
	};
	return { article, map, copy };
}

test('a copy has every block of the note, no ids, no buttons, and no way back to the text', () => {
	const { copy } = open(1);
	const card = copy();
	expect(card.querySelectorAll('[id], button')).toHaveLength(0);
	expect(copiedBlocks(card).map((block) => originalOf(block).id)).toEqual([
		'note-1',
		'note-1-2',
		'note-1-3'
	]);
	expect(card.querySelector('[role="doc-backlink"]')).toBe(null);
	expect(card.innerText).not.toContain('↩');
});

test('in a note of one paragraph the way back is hidden, and its letters count as before', () => {
	const { map, copy } = open(2);
	const card = copy();
	expect(card.innerText.trim()).toBe('Another note.');
	const range = document.createRange();
	range.selectNodeContents(card);
	const { start, end } = rangeInCopies(map, copiedBlocks(card), range)!;
	expect(map.text.slice(start, end)).toBe('Another note.');
});

test('whatever is selected in a copy means the same words of the note, with marks on it or without', () => {
	const { article, map, copy } = open(1);
	const note = { start: map.text.indexOf('First'), end: map.text.indexOf('An item') + 7 };
	const mark = { id: 'a', colour: 'blue', style: 'fill', hasNote: false, review: false } as const;
	for (const marked of [false, true]) {
		const painter = new Painter(map);
		if (marked) painter.paint([{ ...mark, start: note.start + 3, end: note.end - 4 }]);
		const card = copy();
		expect(card.querySelectorAll('mark').length > 0).toBe(marked);
		const copied = new TextMap(withIds(card));
		expect(copied.text).toBe(map.text.slice(note.start, note.end));
		for (let start = 0; start < copied.text.length; start += 3) {
			for (let end = start + 1; end <= copied.text.length; end += 5) {
				const range = copied.toRange({ start, end });
				const words = copied.text.slice(start, end).trim();
				if (!range || words === '') continue;
				const found = rangeInCopies(map, copiedBlocks(card), range)!;
				expect(map.text.slice(found.start, found.end)).toBe(words);
			}
		}
		card.remove();
		painter.stop();
	}
	expect(article.querySelectorAll('mark')).toHaveLength(0);
});

test('a point of a copy is an offset of the text, and one beside it is none', () => {
	const { article, map, copy } = open(1);
	const card = copy();
	const { firstChild } = card.querySelector('b')!;
	const copies = copiedBlocks(card);
	expect(offsetInCopies(map, copies, firstChild!, 2)).toBe(map.text.indexOf('cond'));
	expect(offsetInCopies(map, copies, article.firstChild!, 0)).toBe(null);
});

test('a selection of none of its words means nothing', () => {
	const { article, map, copy } = open(1);
	const range = document.createRange();
	range.selectNodeContents(article.querySelector('#p1')!);
	expect(rangeInCopies(map, copiedBlocks(copy()), range)).toBe(null);
});

/** The blocks of a copy as a text of its own, for the test to select in. */
function withIds(card: HTMLElement): HTMLElement {
	copiedBlocks(card).forEach((block, index) => (block.id = `p${index + 1}`));
	return card;
}
