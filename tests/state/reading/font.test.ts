import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import type { FontFaceParts } from '$lib/core/reading/font-files';
import { FontState } from '$lib/state/reading/font.svelte';
import { watched } from '../fixtures.svelte';
import { until } from '../../until';

const FACES: FontFaceParts[] = [['Literata', 'url("/literata.woff2")', {}]];

test('a font is missing until it has come whole', async () => {
	let online = false;
	const font = new FontState(async () => (online ? FACES : null));
	await font.choose('/literata.css');
	expect([font.missing, font.loaded]).toEqual([true, null]);
	online = true;
	await font.choose('/literata.css');
	expect([font.missing, font.loaded]).toEqual([false, { sheet: '/literata.css', faces: FACES }]);
});

test('the system’s own is never missing, whatever was asked for before', async () => {
	let answer!: (faces: null) => void;
	const font = new FontState(() => new Promise((done) => (answer = done)));
	const first = font.choose('/literata.css');
	await font.choose(undefined);
	answer(null);
	await first;
	expect([font.missing, font.loaded]).toEqual([false, null]);
});

test('the font that the page has from before stays, also without a network', async () => {
	const before = { sheet: '/literata.css', faces: FACES };
	const font = new FontState(async () => null, before);
	await font.choose('/literata.css');
	expect([font.missing, font.loaded]).toEqual([true, before]);
	await font.choose(undefined);
	expect(font.loaded).toBeNull();
});

test('another font takes the place of the one before', async () => {
	const download = vi.fn(async () => FACES);
	const font = new FontState(download, { sheet: '/old.css', faces: [] });
	await font.choose('/literata.css');
	expect(font.loaded).toEqual({ sheet: '/literata.css', faces: FACES });
});

test('an effect that chooses a font downloads it once', async () => {
	let downloads = 0;
	// One that is chosen without end would keep the test from ending.
	const font = new FontState(async () => (++downloads > 3 ? new Promise(() => {}) : FACES));
	watched(() => void font.choose('/literata.css'));
	await until(() => expect(font.loaded).not.toBeNull());
	for (let turn = 0; turn < 3; turn++) {
		flushSync();
		await Promise.resolve();
	}
	expect(downloads).toBe(1);
});
