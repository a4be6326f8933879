import { LONGEST_NOTE } from '$lib/core/annotation/limits';
import { setApp, type App } from '$lib/state/app';
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import NoteField from '$lib/ui/annotations/NoteField.svelte';
import { makeNote, showComponent } from './one-mark';

/** Puts `text` into a field at its caret, as a paste does. */
function paste(field: HTMLTextAreaElement, text: string): void {
	field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
	field.dispatchEvent(new InputEvent('input', { bubbles: true }));
	flushSync();
}

async function showNote(note: string) {
	const { annotations, id } = await makeNote(note);
	const app = { get: () => ({ annotations }) } as unknown as App;
	const props = { id, quiet: false, oncopy: () => {}, onrestore: () => {} };
	showComponent(NoteField, props, () => setApp(app));
	const field = document.querySelector('textarea')!;
	field.style.display = 'none'; // to lay out a million letters takes seconds, and is not ours
	const told = () =>
		(document.querySelector('[role="alert"]')?.textContent ?? '').trim().replace(/\s+/g, ' ');
	return { field, told, value: () => annotations.get(id)!.fields.note!.value };
}

test('What does not fit into a note is refused whole, told, and nothing of the note is lost', async () => {
	const { field, told, value } = await showNote('ab');
	field.setSelectionRange(1, 1);
	paste(field, 'x'.repeat(LONGEST_NOTE - 1));
	expect(told()).toBe(
		'Not added: a note has at most 1,000,000 letters, and with this it would have 1,000,001.'
	);
	expect([field.value, value(), field.selectionStart]).toEqual(['ab', 'ab', 1]);
	paste(field, 'x');
	expect([field.value, value(), told()]).toEqual(['axb', 'axb', '']);
});

test('A note that a file made longer than a note can be is shortened, and not lengthened', async () => {
	const long = 'x'.repeat(LONGEST_NOTE + 5);
	const { field, told, value } = await showNote(long);
	expect(field.value).toHaveLength(long.length);
	field.setSelectionRange(long.length, long.length);
	paste(field, 'y');
	expect(told()).toContain('1,000,006');
	field.value = long.slice(1);
	field.dispatchEvent(new InputEvent('input', { bubbles: true }));
	flushSync();
	expect([value().length, told()]).toEqual([long.length - 1, '']);
});
