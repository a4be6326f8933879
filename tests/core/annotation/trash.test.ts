import { describe, expect, test } from 'vitest';
import type { Annotation } from '$lib/core/annotation/annotation';
import { isDeleted, isTombstone, toTombstone } from '$lib/core/annotation/deletion';
import { withChanges, withDeleted } from '$lib/core/annotation/edit';
import { merge } from '$lib/core/annotation/merge';
import { decideOnDeletion, TRASH_DAYS, type SeenDeletion } from '$lib/core/annotation/trash';

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
	test('counts as deleted, unless it was edited since', () => {
		expect(isDeleted(live)).toBe(false);
		expect(isDeleted(deleted)).toBe(true);
		expect(isDeleted(withChanges(deleted, { colour: 'pink' }, at(DAY + 1)))).toBe(false);
		expect(isDeleted(withDeleted(deleted, false, at(DAY + 1)))).toBe(false);
	});

	test('leaves a tombstone without a word of it', () => {
		const tombstone = toTombstone(deleted);
		expect([isTombstone(deleted), isTombstone(tombstone)]).toEqual([false, true]);
		expect(JSON.stringify(tombstone)).not.toMatch(/text|older|quote/);
	});

	test('stays deleted when an old copy comes, and is whole again when one edited later does', () => {
		const tombstone = toTombstone(deleted);
		expect(isDeleted(merge([tombstone], [live])[0])).toBe(true);
		const edited = withChanges(live, { colour: 'pink' }, at(DAY + 1));
		const [revived] = merge([tombstone], [edited]);
		expect(isDeleted(revived)).toBe(false);
		expect(revived).toMatchObject({ targets: [target], fields: { note: { value: 'text' } } });
	});
});

describe('The trash', () => {
	const { id } = deleted;
	const stamp = deleted.fields.deleted!.at;
	const seen = (day: number, doubted?: number): SeenDeletion => ({
		id,
		deleted: stamp,
		firstSeen: day * DAY,
		...(doubted === undefined ? {} : { doubtedSince: doubted * DAY })
	});
	const decide = (known: SeenDeletion | null, day: number) =>
		decideOnDeletion(deleted, known, day * DAY);

	test('keeps a deletion for 30 days from when this device first saw it, not longer', () => {
		expect(decide(seen(100), 100 + TRASH_DAYS).isExpired).toBe(false);
		expect(decideOnDeletion(deleted, seen(100), (100 + TRASH_DAYS) * DAY + 1).isExpired).toBe(true);
	});

	test.each([
		['one that was not seen yet', null, 5000],
		['an earlier one of the same annotation', { ...seen(1), deleted: at(7) }, 5000]
	])('begins to count for %s', (_, known, day) => {
		expect(decide(known, day)).toEqual({ seen: seen(day), isExpired: false });
	});

	test('is not emptied at once by a clock that was set ahead', () => {
		const ahead = decide(seen(100), 20_000);
		expect(ahead).toEqual({ seen: seen(100, 20_000), isExpired: false });
		// The reader sets it right.
		expect(decide(ahead.seen, 103)).toEqual({ seen: seen(100), isExpired: false });
	});

	test('is emptied when the clock has gone on so for a day: the reader was away for long', () => {
		const { seen: doubted } = decide(seen(100), 400);
		expect(decide(doubted, 400.9).isExpired).toBe(false);
		expect(decide(doubted, 401).isExpired).toBe(true);
	});

	test('does not keep for ever what was seen while a clock was ahead', () => {
		const right = decide(seen(20_000), 100);
		expect(right).toEqual({ seen: seen(20_000, 100), isExpired: false });
		const later = decide(right.seen, 101);
		expect(later).toEqual({ seen: seen(101), isExpired: false });
		expect(decide(later.seen, 102 + TRASH_DAYS).isExpired).toBe(true);
	});

	test('doubts anew when the clock jumps once more', () => {
		expect(decide(seen(100, 20_000), 10_000)).toEqual({
			seen: seen(100, 10_000),
			isExpired: false
		});
	});

	test('changes nothing of what it knows when there is nothing to change', () => {
		for (const known of [seen(100), seen(100, 300)]) {
			expect(decide(known, known.doubtedSince ? 300.5 : 110).seen).toBe(known);
		}
	});
});
