import fc from 'fast-check';
import { expect, test } from 'vitest';
import { portablePreferences } from '$lib/core/app/portable-preferences';
import { comparePositionsAndPreferences } from '$lib/core/importing/positions-and-preferences';
import {
	mergeStatuses,
	progressText,
	readStatuses,
	statusOf,
	withStatus,
	type MarkedStatus,
	type WorkStatus
} from '$lib/core/shelf/work-status';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const read = (day: number, minutesLeft: number) => ({
	chapter: '1-a',
	share: minutesLeft === 0 ? 1 : 0.434,
	minutesLeft,
	at: at(day)
});
const said = (done: boolean, day: number): MarkedStatus => ({ done, at: at(day) });

test.each<[what: string, ReturnType<typeof read> | null, MarkedStatus | null, WorkStatus]>([
	['never opened', null, null, 'new'],
	['begun', read(1, 5), null, 'reading'],
	['read to its end', read(1, 0), null, 'done'],
	['begun, and said to be done', read(1, 5), said(true, 2), 'done'],
	['said to be done without being opened', null, said(true, 2), 'done'],
	['said to be done, and read on', read(3, 5), said(true, 2), 'done'],
	['read to its end, and said not to be done', read(1, 0), said(false, 2), 'reading'],
	['said not to be done, and read to its end after that', read(3, 0), said(false, 2), 'done'],
	['said not to be done, and never opened', null, said(false, 2), 'new']
])('A work is, %s: %#', (_, progress, marked, right) => {
	expect(statusOf({ progress, marked })).toBe(right);
});

test('What is told of a work', () => {
	expect(progressText(read(1, 12), 'reading')).toBe('43 % read · 12 min left');
	expect(progressText(read(1, 0), 'reading')).toBe('100 % read · at the end');
	expect(progressText(read(1, 12), 'done')).toBe('Done');
	expect(progressText(null, 'done')).toBe('Done');
});

test('The reader’s word is later than the one before, also where the clock went back', () => {
	const before = { a: said(true, 5), b: said(true, 1) };
	const { a, b } = withStatus(before, 'a', { done: false, now: new Date(at(2)) });
	expect(a).toEqual({ done: false, at: '2026-11-05T10:00:00.001Z' });
	expect(b).toEqual(said(true, 1));
});

test('What is no status is left out', () => {
	const sound = { a: said(true, 1) };
	const spoilt = { b: null, c: 'done', d: { done: 1, at: at(1) }, e: { done: true, at: 'soon' } };
	expect(readStatuses({ ...sound, ...spoilt })).toEqual(sound);
	for (const nothing of [null, undefined, 'done', 7]) expect(readStatuses(nothing)).toEqual({});
});

const statuses = fc.dictionary(
	fc.constantFrom('a', 'b', 'c'),
	fc.record({ done: fc.boolean(), at: fc.integer({ min: 1, max: 4 }).map(at) })
);

test('Statuses are merged the same in any order, any grouping, any number of times', () => {
	fc.assert(
		fc.property(statuses, statuses, statuses, (a, b, c) => {
			expect(mergeStatuses(a, b)).toEqual(mergeStatuses(b, a));
			expect(mergeStatuses(mergeStatuses(a, b), c)).toEqual(mergeStatuses(a, mergeStatuses(b, c)));
			expect(mergeStatuses(a, a)).toEqual(a);
		})
	);
});

const withStatuses = (statuses: unknown) => ({
	positions: [],
	preferences: statuses === undefined ? {} : { 'work-status': statuses }
});

test.each<[what: string, mine: unknown, theirs: unknown, written: unknown]>([
	['a later word', { a: said(true, 1) }, { a: said(false, 2) }, { a: said(false, 2) }],
	['no earlier word', { a: said(true, 2) }, { a: said(false, 1) }, null],
	[
		'a word on another work',
		{ a: said(true, 2) },
		{ b: said(true, 1) },
		{
			a: said(true, 2),
			b: said(true, 1)
		}
	],
	['all, where nothing was said', undefined, { a: said(true, 1) }, { a: said(true, 1) }],
	['nothing that is no status', { a: said(true, 1) }, { b: 'done' }, null]
])('A backup has them, and an import brings %s', (_, mine, theirs, written) => {
	const { preferences } = withStatuses(theirs);
	expect(portablePreferences(preferences)).toEqual(preferences);
	const found = comparePositionsAndPreferences(withStatuses(theirs), withStatuses(mine));
	expect(found.preferences).toEqual(
		written === null ? [] : [{ name: 'work-status', before: mine, written }]
	);
});

test('Words on ten thousand works come back whole, but for what no work is called', () => {
	const slugs = Array.from({ length: 10_000 }, (_, index) => `own-${index}`);
	const theirs = Object.fromEntries(slugs.map((slug) => [slug, said(true, 1)]));
	const file = withStatuses({ ...theirs, ['x'.repeat(2_000)]: said(true, 1) });
	const [{ written }] = comparePositionsAndPreferences(file, withStatuses(undefined)).preferences;
	expect(written).toEqual(theirs);
});
