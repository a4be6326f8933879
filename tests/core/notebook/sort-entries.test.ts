import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Target } from '$lib/core/annotation/annotation';
import { toEntry } from '$lib/core/notebook/entry';
import { sortEntries, type SortOrder } from '$lib/core/notebook/sort-entries';
import { annotation, anyEntry, anyOrder, entry, ORDER, place } from './made';

describe('the order', () => {
	const at = (id: string, place: Partial<Target>, created = '2026-01-01T00:00:00.000Z') =>
		entry({}, place, { id, created });

	test('is that of the library, then of the text', () => {
		const entries = [
			at('6', { work: 'gone', chapter: 'a' }),
			at('5', { work: 'ant', chapter: 'c' }),
			at('4', { chapter: 'a' }),
			at('3', { start: 9, end: 12 }),
			at('2', { start: 9, end: 20 }),
			at('1', { start: 2 })
		];
		expect(
			sortEntries(entries, 'text')
				.map(({ id }) => id)
				.join('')
		).toBe('123456');
	});

	test('follows a passage to where it stands today', () => {
		const first = at('first', { start: 10 });
		const moved = toEntry(annotation({}, { start: 5 }, { id: 'moved' }), place('high', 50), ORDER);
		expect(sortEntries([moved, first], 'text')).toEqual([first, moved]);
	});

	test.each<[SortOrder, string]>([
		['newest', '321'],
		['oldest', '123']
	])('is by time: %s', (sort, ids) => {
		const entries = ['2', '1', '3'].map((id) => at(id, {}, `2026-01-0${id}T00:00:00.000Z`));
		expect(
			sortEntries(entries, sort)
				.map(({ id }) => id)
				.join('')
		).toBe(ids);
	});

	test('sorting loses nothing and does not depend on the order before', () => {
		fc.assert(
			fc.property(fc.array(anyEntry), anyOrder, (entries, sort) => {
				const sorted = sortEntries(entries, sort);
				expect(sorted).toHaveLength(entries.length);
				expect(sortEntries([...entries].reverse(), sort)).toEqual(sorted);
			})
		);
	});
});
