import { describe, expect, test } from 'vitest';
import { sentencesBefore, timeAgo } from '$lib/core/reading/back-in';
import { wasLongAway } from '$lib/core/reading/long-away';
import { joinBlocks } from '$lib/core/text/chapter-text';

const NOW = Date.parse('2026-11-27T08:00:00Z');

describe('A reader was long away', () => {
	test.each([
		['a minute ago', '2026-11-27T07:59:00Z', false],
		['nearly half a day ago', '2026-11-26T20:00:01Z', false],
		['half a day ago', '2026-11-26T20:00:00Z', true],
		['by a clock that was wrong', '2027-01-01T00:00:00Z', false],
		['at no time', 'nonsense', false]
	])('who read last %s: %s, %s', (_, at, isLong) => {
		expect(wasLongAway(at, NOW)).toBe(isLong);
	});

	test.each([
		['2026-11-26T19:30:00Z', '12 hours ago'],
		['2026-11-26T07:00:00Z', 'yesterday'],
		['2026-11-23T07:00:00Z', '4 days ago'],
		['2026-11-01T07:00:00Z', '3 weeks ago'],
		['2026-06-01T07:00:00Z', '5 months ago'],
		['2023-11-01T07:00:00Z', '3 years ago']
	])('at %s, which was %s', (at, words) => {
		expect(timeAgo(at, NOW)).toBe(words);
	});
});

describe('The last sentences before a place', () => {
	const chapter = joinBlocks([
		{ id: 'p1', text: 'One. Two.' },
		{ id: 'p2', text: 'Three. Four. Five.' },
		{ id: 'p3', text: 'Six. Seven.' }
	]);
	test.each([
		['in the middle of a paragraph', 'Five', ['Three.', 'Four.']],
		['of which the place has begun another', 'ive', ['Three.', 'Four.']],
		['over the end of a paragraph', 'Seven', ['Five.', 'Six.']],
		['at the beginning of one', 'Six', ['Four.', 'Five.']],
		['near the beginning, where there is one', 'Two', ['One.']],
		['at the beginning, where there are none', 'One', []]
	])('%s', (_, at, expected) => {
		const offset = chapter.text.indexOf(at);
		const found = sentencesBefore(chapter, offset, { language: 'en', count: 2 });
		expect(found.map(({ start, end }) => chapter.text.slice(start, end))).toEqual(expected);
	});
});
