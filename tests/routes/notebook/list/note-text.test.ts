import '$lib/ui/styles/controls.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { NO_OPTIONS, parseQuery } from '$lib/core/search/query';
import NoteText from '../../../../src/routes/notebook/list/NoteText.svelte';

const LONG = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`).join('\n');

/** How many lines of the note are seen. */
function lines(): number {
	const text = document.querySelector('p')!;
	return Math.round(text.clientHeight / Number.parseFloat(getComputedStyle(text).lineHeight));
}

test('A long note is folded after eight lines, and opens', async () => {
	document.body.style.lineHeight = '20px';
	const screen = await render(NoteText, { note: LONG });
	expect(lines()).toBe(8);
	await screen.getByRole('button', { name: 'Show all of it' }).click();
	expect(lines()).toBe(20);
	await screen.getByRole('button', { name: 'Show less' }).click();
	expect(lines()).toBe(8);
});

test('A short note has no button, and one with the searched words is not folded', async () => {
	document.body.style.lineHeight = '20px';
	const screen = await render(NoteText, { note: 'line 1\nline 2' });
	expect(lines()).toBe(2);
	await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
	await screen.rerender({ note: LONG, query: parseQuery('line 19', NO_OPTIONS) });
	expect(lines()).toBe(20);
});
