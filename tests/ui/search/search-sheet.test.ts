import { setApp, type App } from '$lib/state/app';
import type { Search } from '$lib/state/search/search.svelte';
import SearchSheet from '$lib/ui/search/SearchSheet.svelte';
import '$lib/ui/styles/base.css';
import '$lib/ui/styles/tokens.css';
import { expect, test } from 'vitest';
import { showComponent } from '../annotations/one-mark';

const COUNT = 60;
const OPEN = { work: 'w', chapter: 'c' };

/** A search that has found a word so many times in the open chapter. */
function found(): Search {
	const hits = Array.from({ length: COUNT }, (_, index) => ({
		start: index * 10,
		end: index * 10 + 5,
		block: 'p1',
		excerpt: { text: 'The train was late again.', marked: [{ start: 4, end: 9 }] }
	}));
	return {
		words: 'train',
		scope: 'chapter',
		options: { wholeWords: false, case: false, accents: false },
		progress: { found: COUNT, missing: 0, isDone: true },
		open: { matches: Uint32Array.from(hits.flatMap(({ start, end }) => [start, end])) },
		annotations: null,
		chapters: [
			{ ...OPEN, title: 'One', number: null, language: 'en', dir: 'ltr', count: COUNT, hits }
		],
		failure: null
	} as unknown as Search;
}

const app = {
	preferences: { reading: { webSearch: 'none' } },
	get: () => ({ annotations: { failure: null } })
} as unknown as App;

test('the hit that is looked at stands below the field, which stays while results are scrolled', () => {
	const [onchange, onstep, onclose] = [() => {}, () => {}, () => {}];
	const props = { search: found(), open: OPEN, onchange, onstep, onclose };
	showComponent(SearchSheet, props, () => setApp(app));
	const field = document.querySelector('input[type="search"]')!;
	const links = [...document.querySelectorAll('dialog a')];
	const dialog = document.querySelector('dialog')!;
	expect(links).toHaveLength(COUNT);
	expect(dialog.scrollHeight).toBeGreaterThan(2 * dialog.clientHeight);
	for (const at of [COUNT - 1, 30, 5]) {
		links[at].scrollIntoView({ block: 'nearest' });
		const [typed, hit] = [field.getBoundingClientRect(), links[at].getBoundingClientRect()];
		const heading = document.querySelector('dialog header')!.getBoundingClientRect();
		expect(typed.top).toBeGreaterThanOrEqual(heading.bottom);
		expect(hit.top).toBeGreaterThanOrEqual(typed.bottom);
		expect(hit.bottom).toBeLessThanOrEqual(dialog.getBoundingClientRect().bottom);
	}
});
