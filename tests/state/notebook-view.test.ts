import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NO_FILTER } from '$lib/core/notebook/filter-entries';
import { readNotebookView, saveNotebookView, type NotebookView } from '$lib/state/notebook-view';

const BASE = '/tests';
const KEY = `postil${BASE}:notebook`;
const VIEW: NotebookView = {
	filter: { ...NO_FILTER, kind: 'note', colours: ['blue'], tags: ['a'], words: 'exile' },
	order: 'newest',
	y: 120
};

/** This tab came to its page so. */
function come(type: NavigationTimingType): void {
	vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
		{ type } as PerformanceNavigationTiming
	]);
}

beforeEach(() => come('back_forward'));

afterEach(() => {
	vi.restoreAllMocks();
	sessionStorage.removeItem(KEY);
});

test('Back finds the view that was left', () => {
	expect(readNotebookView(BASE)).toBeNull();
	saveNotebookView(BASE, VIEW);
	expect(readNotebookView(BASE)).toEqual(VIEW);
});

test('A notebook that is opened anew begins anew', () => {
	saveNotebookView(BASE, VIEW);
	come('navigate');
	expect(readNotebookView(BASE)).toBeNull();
});

test.each([
	['no JSON', '{'],
	['another order', JSON.stringify({ ...VIEW, order: 'colour' })],
	['no place', JSON.stringify({ ...VIEW, y: null })],
	[
		'of a kind that nothing is of',
		JSON.stringify({ ...VIEW, filter: { ...NO_FILTER, kind: 'x' } })
	],
	['of no colour of ours', JSON.stringify({ ...VIEW, filter: { ...NO_FILTER, colours: ['red'] } })],
	['of a tag that is none', JSON.stringify({ ...VIEW, filter: { ...NO_FILTER, tags: [null] } })],
	[
		'of options that are none',
		JSON.stringify({ ...VIEW, filter: { ...NO_FILTER, options: { case: 1 } } })
	],
	['no filter', JSON.stringify({ ...VIEW, filter: null })],
	['a filter without tags', JSON.stringify({ ...VIEW, filter: { ...NO_FILTER, tags: 'a' } })]
])('What anybody wrote there is no view: %s', (_, text) => {
	sessionStorage.setItem(KEY, text);
	expect(readNotebookView(BASE)).toBeNull();
});
