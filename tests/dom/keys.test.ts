import { describe, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { isUndoKey, letterOf, Typing } from '$lib/dom/keys';
import { show } from './page';

const KEYS: [layout: string, key: string, code: string, shift: boolean, letter: string][] = [
	['English', 'h', 'KeyH', false, 'h'],
	['English with Caps Lock', 'H', 'KeyH', false, 'h'],
	['English with Shift', 'H', 'KeyH', true, 'H'],
	['Dvorak: h lies where j does', 'h', 'KeyJ', false, 'h'],
	['Dvorak: what lies at h', 'd', 'KeyH', false, 'd'],
	['Dvorak: z lies at the slash', 'z', 'Slash', false, 'z'],
	['Dvorak: the slash', '/', 'BracketLeft', false, '/'],
	['Dvorak: ?', '?', 'BracketLeft', true, '?'],
	['German: ?', '?', 'Minus', true, '?'],
	['German: the slash', '/', 'Digit7', true, '/'],
	['German: z', 'z', 'KeyY', false, 'z'],
	['German: what lies at the slash', '-', 'Slash', false, '-'],
	['French: m', 'm', 'Semicolon', false, 'm'],
	['bépo: é lies at w', 'é', 'KeyW', false, 'é'],
	['Turkish F: ğ lies at e', 'ğ', 'KeyE', false, 'ğ'],
	['Russian: h', 'р', 'KeyH', false, 'h'],
	['Russian with Caps Lock: h', 'Р', 'KeyH', false, 'h'],
	['Russian: n', 'т', 'KeyN', false, 'n'],
	['Russian: the slash', '/', 'Backslash', true, '/'],
	['Russian: ?', '?', 'Digit7', true, '?'],
	['Russian: what lies at the slash', '.', 'Slash', false, '.'],
	['Greek: b', 'β', 'KeyB', false, 'b'],
	['Hebrew: h', 'י', 'KeyH', false, 'h'],
	['Arabic: ?', '؟', 'Slash', true, '?'],
	['Arabic: the slash', 'ظ', 'Slash', false, '/'],
	['Hindi: m, with a sign of two units', 'स', 'KeyM', false, 'm'],
	['any: a key that writes nothing', 'Escape', 'Escape', false, 'Escape']
];

test.each(KEYS)('The letter of a key, %s (%s)', (_, key, code, shiftKey, letter) => {
	expect(letterOf(new KeyboardEvent('keydown', { key, code, shiftKey }))).toBe(letter);
});

test.each([
	['z', 'KeyZ', true],
	['Z', 'KeyZ', true],
	['z', 'KeyY', true],
	['y', 'KeyZ', false],
	['я', 'KeyZ', true],
	['ö', 'KeyZ', false]
])('The key %s at %s undoes: %s', (key, code, undoes) => {
	expect(isUndoKey(new KeyboardEvent('keydown', { key, code }))).toBe(undoes);
});

/** Watches the page; `typed` has for each key whether it was typed. */
function watch() {
	const typing = new Typing();
	const typed: [string, boolean][] = [];
	const pressed = (event: KeyboardEvent) => typed.push([event.key, typing.isTyped(event)]);
	window.addEventListener('keydown', pressed);
	const stop = typing.watch();
	onTestFinished(() => {
		stop();
		window.removeEventListener('keydown', pressed);
	});
	return { typing, typed };
}

describe('What is typed', () => {
	test('is what goes into a field, and not what goes to the page', async () => {
		show('<textarea></textarea>');
		const { typed } = watch();
		await userEvent.keyboard('h');
		document.querySelector('textarea')!.focus();
		await userEvent.keyboard('b');
		expect(typed).toEqual([
			['h', false],
			['b', true]
		]);
	});

	test('is what is typed on after the field has gone, until Esc or a tap', async () => {
		show('<p>text</p><textarea></textarea>');
		const { typed } = watch();
		const field = document.querySelector('textarea')!;
		field.focus();
		await userEvent.keyboard('a');
		field.remove(); // the mark was deleted in another tab
		await userEvent.keyboard('bm');
		await userEvent.keyboard('{Escape}h');
		expect(typed.filter(([, isTyped]) => isTyped).map(([key]) => key)).toEqual(['a', 'b', 'm']);
		document.body.append(field);
		field.focus();
		await userEvent.keyboard('a');
		field.remove();
		await userEvent.click(document.querySelector('p')!);
		await userEvent.keyboard('h');
		expect(typed.at(-1)).toEqual(['h', false]);
	});

	test('is what is being composed, wherever the focus is', () => {
		show('<p>text</p>');
		const { typed } = watch();
		const composed = { key: 'h', isComposing: true, bubbles: true };
		document.body.dispatchEvent(new KeyboardEvent('keydown', composed));
		expect(typed).toEqual([['h', true]]);
	});
});

describe('To undo', () => {
	const UNDO = new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true });
	/** Whether the key is the field's. */
	function belongsTo(field: HTMLElement, typing: Typing): boolean {
		let belongs = false;
		const ask = (event: Event) => (belongs = typing.belongsToField(event as KeyboardEvent));
		field.addEventListener('keydown', ask, { once: true });
		field.dispatchEvent(new KeyboardEvent('keydown', UNDO));
		return belongs;
	}

	test('in a field with letters is the field’s, and in an empty one the page’s', async () => {
		const field = show('<input>') as HTMLInputElement;
		const { typing } = watch();
		expect(belongsTo(field, typing)).toBe(false);
		field.focus();
		await userEvent.keyboard('a');
		expect(belongsTo(field, typing)).toBe(true);
		field.value = ''; // it was taken: the tags are given
		expect(belongsTo(field, typing)).toBe(false);
	});

	test('where the reader deleted the last letter is the field’s: there is something to bring back', async () => {
		const field = show('<input>') as HTMLInputElement;
		const { typing } = watch();
		field.focus();
		await userEvent.keyboard('a{Backspace}');
		expect(field.value).toBe('');
		expect(belongsTo(field, typing)).toBe(true);
	});

	test('on a checkbox is the page’s', () => {
		const field = show('<input type="checkbox">');
		expect(belongsTo(field, watch().typing)).toBe(false);
	});
});
