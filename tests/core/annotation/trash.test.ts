import { describe, expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { withChanges, withDeleted } from '$lib/core/annotation/edit';
import { merge } from '$lib/core/annotation/merge';
import {
	deletedAt,
	isExpired,
	isTombstone,
	toTombstone,
	TRASH_DAYS
} from '$lib/core/annotation/trash';

const at = (n: number) => `${n.toString(16).padStart(13, '0')}-0000-a`;
const DAY = 24 * 60 * 60 * 1000;
const target = {
	work: 'w',
	chapter: 'c',
	edition: 'e',
	norm: 1 as const,
	start: 0,
	end: 1,
	blocks: ['p1', 'p1'] as [string, string],
	quote: { exact: 'x', prefix: '', suffix: '' }
};
const live: Annotation = {
	id: 'a',
	v: 1,
	kind: 'note',
	created: '2026-11-22T10:00:00Z',
	targets: [target],
	fields: { note: { value: 'text', at: at(1) } },
	history: [{ value: 'older', at: at(0) }]
};
const deleted = withDeleted(live, true, at(DAY));

describe('A deleted annotation', () => {
	test('knows when, unless it was edited since', () => {
		expect(deletedAt(live)).toBeNull();
		expect(deletedAt(deleted)).toBe(DAY);
		expect(deletedAt(withChanges(deleted, { colour: 'pink' }, at(DAY + 1)))).toBeNull();
		expect(deletedAt(withDeleted(deleted, false, at(DAY + 1)))).toBeNull();
	});

	test('expires after 30 days, not before, and never while it lives', () => {
		expect(isExpired(deleted, DAY * (1 + TRASH_DAYS))).toBe(false);
		expect(isExpired(deleted, DAY * (1 + TRASH_DAYS) + 1)).toBe(true);
		expect(isExpired(live, DAY * 1000)).toBe(false);
	});

	test('leaves a tombstone without a word of it', () => {
		const tombstone = toTombstone(deleted);
		expect([isTombstone(deleted), isTombstone(tombstone)]).toEqual([false, true]);
		expect(JSON.stringify(tombstone)).not.toMatch(/text|older|quote/);
	});

	test('stays deleted when an old copy comes, and is whole again when one edited later does', () => {
		const tombstone = toTombstone(deleted);
		expect(deletedAt(merge([tombstone], [live])[0])).toBe(DAY);
		const edited = withChanges(live, { colour: 'pink' }, at(DAY + 1));
		const [revived] = merge([tombstone], [edited]);
		expect(deletedAt(revived)).toBeNull();
		expect(revived).toMatchObject({ targets: [target], fields: { note: { value: 'text' } } });
	});
});
