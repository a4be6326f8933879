import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Target } from '$lib/core/annotation/annotation';
import { groupEntries } from '$lib/core/notebook/group-entries';
import { sortEntries } from '$lib/core/notebook/sort-entries';
import { anyEntry, anyOrder, entry, WORKS } from './made';

describe('groups', () => {
	const at = (id: string, place: Partial<Target>) => entry({}, place, { id });

	test('name the chapters, also those that are gone', () => {
		const entries = [
			at('1', {}),
			at('2', { chapter: 'a' }),
			at('3', { chapter: 'a' }),
			at('4', { work: 'gone' })
		];
		const groups = groupEntries(sortEntries(entries, 'text'), 'text', WORKS);
		expect(
			groups.map(({ chapter, entries }) => [chapter?.chapterSummary?.title, entries.length])
		).toEqual([
			['B', 1],
			['A', 2],
			[undefined, 1]
		]);
		expect(groups[2].chapter).toMatchObject({ work: 'gone', workSummary: null });
		expect(groupEntries(entries, 'newest', WORKS)).toMatchObject([{ chapter: null }]);
		expect(groupEntries([], 'newest', WORKS)).toEqual([]);
	});

	test('hold every entry once, each chapter in one group', () => {
		fc.assert(
			fc.property(fc.array(anyEntry), anyOrder, (entries, sort) => {
				const sorted = sortEntries(entries, sort);
				const groups = groupEntries(sorted, sort, WORKS);
				expect(groups.flatMap(({ entries }) => entries)).toEqual(sorted);
				expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
			})
		);
	});
});
