import { expect, test } from 'vitest';

const sources: Record<string, string> = import.meta.glob('../../../src/**/*.{css,svelte}', {
	query: '?raw',
	import: 'default',
	eager: true
});

// With one, Chromium computes the style of the whole chapter anew at each change of the page: a tap took
// twice as long. An attribute of the root says the same.
test('No style sheet asks for a custom property by a style query', () => {
	expect(Object.keys(sources).length).toBeGreaterThan(100);
	const found = Object.entries(sources).filter(([, text]) => /@container[^{]*\bstyle\(/.test(text));
	expect(found.map(([file]) => file)).toEqual([]);
});
