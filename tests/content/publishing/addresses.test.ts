import { describe, expect, test } from 'vitest';
import {
	chapterOrder,
	chapterSlug,
	isChapterFile,
	isSlug,
	suggestSlug
} from '$lib/content/publishing/addresses';

test.each([
	['my-life', true],
	['43-the-exile', true],
	['1984', true],
	['My-Life', false],
	['my life', false],
	['-life', false],
	['été', false],
	['', false]
])('“%s” can be part of an address: %s', (name, is) => {
	expect(isSlug(name)).toBe(is);
});

test.each([
	['The Exile', 'the-exile'],
	['2 The Étude', '2-the-etude'],
	['  “Over the Town”  ', 'over-the-town'],
	['道德經', '']
])('for “%s” the slug “%s” is suggested, which can be one', (name, slug) => {
	expect(suggestSlug(name)).toBe(slug);
	expect(isSlug(slug)).toBe(slug !== '');
});

describe('A chapter', () => {
	test('has the address of its file', () => {
		expect(isChapterFile('43-the-exile.md')).toBe(true);
		expect(chapterSlug('43-the-exile.md')).toBe('43-the-exile');
	});

	test.each(['43-the-exile.txt', '43.md.bak', 'map.png'])('is not in %s', (file) => {
		expect(isChapterFile(file)).toBe(false);
	});

	test.each([
		['43-the-exile', 43],
		['007', 7],
		['0-preface', 0],
		['1st-letter', null],
		['preface', null]
	])('%s stands at %s', (slug, order) => {
		expect(chapterOrder(slug)).toBe(order);
	});
});
