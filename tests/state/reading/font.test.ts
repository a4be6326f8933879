import { expect, test } from 'vitest';
import { FontState } from '$lib/state/reading/font.svelte';

test('a font is missing until it has come whole', async () => {
	let online = false;
	const font = new FontState(async () => online);
	await font.choose('/literata.css');
	expect(font.missing).toBe(true);
	online = true;
	await font.choose('/literata.css');
	expect(font.missing).toBe(false);
});

test('the system’s own is never missing, whatever was asked for before', async () => {
	let answer!: (here: boolean) => void;
	const font = new FontState(() => new Promise((done) => (answer = done)));
	const first = font.choose('/literata.css');
	await font.choose(undefined);
	answer(false);
	await first;
	expect(font.missing).toBe(false);
});
