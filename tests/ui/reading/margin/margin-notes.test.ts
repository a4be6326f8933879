import '$lib/ui/styles/tokens.css';
import type { Annotation } from '$lib/core/annotation/annotation';
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import { Painter } from '$lib/dom/painter';
import { setAnnotatedPage, type AnnotatedPage } from '$lib/ui/reading/annotated-page';
import MarginNotes from '$lib/ui/reading/margin/MarginNotes.svelte';
import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { CurrentChapter } from '../../../../src/lib/ui/reading/current-chapter';
import { painted, show } from '../../../dom/page';
import { showComponent } from '../../annotations/one-mark';

const WORDS = 'and so it went on until the evening came ';

/** A text of 740 px in the middle of the window, with a note on a passage of its first and its second paragraph. */
async function showNotes(width: number) {
	await browser.viewport(width, 600);
	onTestFinished(() => browser.viewport(414, 896));
	const main = show(`<main style="max-width: 740px; margin: 0 auto; padding: 0 10px">
		<article style="font: 16px/24px serif"><p id="p1">${WORDS.repeat(9)}</p><p id="p2">${WORDS.repeat(9)}</p></article></main>`);
	const chapter = new CurrentChapter({} as never, {} as never);
	chapter.attach(main.querySelector('article')!);
	const [one, two] = chapter.map.blocks;
	const placed = [one, two].map(({ start }, index): PlacedMark => {
		const annotation = {
			id: `n${index}`,
			kind: 'note',
			created: '2026-11-27T10:00:00Z',
			fields: { note: { value: `Note ${index}`, at: '' } }
		} as unknown as Annotation;
		return { annotation, range: { start: start + 4, end: start + 120 }, review: false };
	});
	const painter = new Painter(chapter.map);
	painter.paint(
		placed.map(({ annotation: { id }, range }) => ({
			id,
			...range,
			colour: 'yellow',
			style: 'fill',
			hasNote: true,
			review: false
		}))
	);
	onTestFinished(() => painter.stop());
	const lines = () => firstOfLines(main);
	const before = lines();
	Object.assign(chapter, { work: { dir: 'ltr' } });
	showComponent(MarginNotes, {}, () =>
		setAnnotatedPage({ chapter, marks: { placed }, overlays: {} } as unknown as AnnotatedPage)
	);
	await painted();
	const notes = [...document.querySelectorAll<HTMLElement>('[data-note]')];
	return { main, notes, before, lines };
}

/** Where the lines of the text begin, from the top of it: any word on another line would change it. */
function firstOfLines(main: HTMLElement): string {
	const range = document.createRange();
	range.selectNodeContents(main);
	const { top, left } = main.querySelector('article')!.getBoundingClientRect();
	return [...range.getClientRects()]
		.map((box) => `${Math.round(box.left - left)} ${Math.round(box.top - top)} ${box.width}`)
		.join('\n');
}

test.each([1000, 1100, 1280])(
	'in a window of %d px the notes stand beside their passages, and no line changes',
	async (width) => {
		const { main, notes, before, lines } = await showNotes(width);
		const text = main.querySelector('article')!.getBoundingClientRect();
		const passages = ['#p1 mark', '#p2 mark'].map((mark) =>
			document.querySelector(mark)!.getBoundingClientRect()
		);
		for (const [index, note] of notes.entries()) {
			const box = note.getBoundingClientRect();
			expect(getComputedStyle(note).visibility).toBe('visible');
			expect(box.left).toBeGreaterThan(text.right);
			expect(box.right).toBeLessThanOrEqual(width);
			expect(Math.abs(box.top - passages[index].top)).toBeLessThan(24);
		}
		expect(text.left).toBeGreaterThanOrEqual(16);
		expect(lines()).toBe(before);
	}
);

test('where there is no room beside the text, no note is seen, and the text stays', async () => {
	const { main, notes } = await showNotes(900);
	expect(getComputedStyle(notes[0]).visibility).toBe('hidden');
	expect(main.style.translate).toBe('');
});

test('a passage that is pointed at stands out with its note, and the reverse', async () => {
	const { notes } = await showNotes(1280);
	const stands = () =>
		[...document.querySelectorAll('.linked')].map(
			(one) => one.id || one.parentElement!.id || one.textContent.trim().slice(0, 6)
		);
	await userEvent.hover(document.querySelector('#p1 mark')!);
	flushSync();
	expect(notes.map((note) => note.classList.contains('linked'))).toEqual([true, false]);
	await userEvent.hover(notes[1]);
	flushSync();
	expect(notes.map((note) => note.classList.contains('linked'))).toEqual([false, true]);
	expect(stands()).toContain('p2');
	expect(stands()).not.toContain('p1');
});

test('by keys too: the button of a note, and the block of a passage', async () => {
	const { main, notes } = await showNotes(1280);
	await userEvent.hover(main, { position: { x: 2, y: 2 } });
	notes[0].querySelector('button')!.focus();
	flushSync();
	expect(document.querySelector('#p1 mark')!.classList.contains('linked')).toBe(true);
	expect(document.querySelector('#p2 mark')!.classList.contains('linked')).toBe(false);
	const block = document.getElementById('p2')!;
	block.tabIndex = -1;
	block.focus();
	flushSync();
	expect(notes.map((note) => note.classList.contains('linked'))).toEqual([false, true]);
	block.blur();
	flushSync();
	expect(document.querySelector('.linked')).toBeNull();
});
