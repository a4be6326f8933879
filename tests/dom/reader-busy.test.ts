import { afterEach, expect, test } from 'vitest';
import { isReaderBusy } from '$lib/dom/reader-busy';

afterEach(() => {
	getSelection()?.removeAllRanges();
	document.body.replaceChildren();
});

test('somebody who only reads is not busy', () => {
	document.body.innerHTML = '<p>text</p><textarea></textarea><button>Reload</button>';
	document.querySelector('button')!.focus();
	expect(isReaderBusy()).toBe(false);
});

test.each(['<textarea></textarea>', '<input>', '<input type="search">'])(
	'who types in %s is busy',
	(field) => {
		document.body.innerHTML = field;
		(document.body.firstElementChild as HTMLElement).focus();
		expect(isReaderBusy()).toBe(true);
	}
);

test.each(['checkbox', 'radio', 'range'])('who changed a %s is not', (type) => {
	document.body.innerHTML = `<input type="${type}">`;
	document.querySelector('input')!.focus();
	expect(isReaderBusy()).toBe(false);
});

test('who has selected something is busy', () => {
	document.body.innerHTML = '<p>text</p>';
	getSelection()!.selectAllChildren(document.body);
	expect(isReaderBusy()).toBe(true);
	getSelection()!.collapseToStart();
	expect(isReaderBusy()).toBe(false);
});

test('who has a sheet or a card open is busy, until it is closed', () => {
	document.body.innerHTML = '<dialog></dialog>';
	const dialog = document.querySelector('dialog')!;
	dialog.showModal();
	expect(isReaderBusy()).toBe(true);
	dialog.close();
	expect(isReaderBusy()).toBe(false);
});

test('who looks at what an import would do is busy', () => {
	document.body.innerHTML = '<section data-in-progress></section>';
	expect(isReaderBusy()).toBe(true);
});
