import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addSeconds,
	calendarOf,
	dayOf,
	mergeDays,
	readReadingDays,
	timeBetween,
	timeText,
	WEEKS
} from '$lib/core/reading/reading-days';

const MINUTE = 60_000;
const anyDays = fc.dictionary(
	fc.constantFrom('2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'),
	fc.integer({ min: 1, max: 86_400 })
);

describe('What counts as reading', () => {
	test.each([
		['the first sign of a reader', null, 0],
		['a sign soon after another', MINUTE, MINUTE],
		['a sign after a long pause', 4 * MINUTE, 0],
		['a clock that was put back', -MINUTE, 0]
	])('%s', (_, passed, counted) => {
		expect(timeBetween(passed === null ? null : 1000, 1000 + (passed ?? 0))).toBe(counted);
	});

	test('is put to the day of the reader’s own calendar', () => {
		expect(dayOf(new Date(2026, 0, 2, 23, 59))).toBe('2026-01-02');
		expect(addSeconds({ '2026-01-02': 5 }, '2026-01-02', 60)).toEqual({ '2026-01-02': 65 });
		expect(addSeconds({}, '2026-01-02', 99_999)).toEqual({ '2026-01-02': 86_400 });
	});
});

test('Days are read from whatever was stored', () => {
	expect(readReadingDays(undefined)).toEqual({});
	expect(
		readReadingDays({
			'2026-11-27': 60,
			x: 1,
			'2026-11-26': -1,
			'2026-11-25': '9',
			'2026-11-24': 1e9
		})
	).toEqual({ '2026-11-27': 60 });
});

describe('Two devices agree', () => {
	test('by the larger number of each day', () => {
		const mine = { '2026-11-26': 60, '2026-11-27': 10 };
		expect(mergeDays(mine, { '2026-11-25': 5, '2026-11-26': 30, '2026-11-27': 20 })).toEqual({
			'2026-11-25': 5,
			'2026-11-26': 60,
			'2026-11-27': 20
		});
	});

	test('in any order, any grouping, any number of times', () => {
		fc.assert(
			fc.property(anyDays, anyDays, anyDays, (a, b, c) => {
				expect(mergeDays(a, b)).toEqual(mergeDays(b, a));
				expect(mergeDays(mergeDays(a, b), c)).toEqual(mergeDays(a, mergeDays(b, c)));
				expect(mergeDays(a, a)).toEqual(a);
			})
		);
	});
});

describe('The picture', () => {
	test('has whole weeks from Monday, and the last one up to today, over a change of the clocks', () => {
		const weeks = calendarOf({ '2026-11-26': 700, '2026-11-27': 60 }, new Date(2026, 10, 27, 8));
		expect(weeks).toHaveLength(WEEKS);
		expect(weeks.slice(0, -1).every(({ length }) => length === 7)).toBe(true);
		expect(weeks.at(-1)!.map(({ day, level }) => `${day} ${level}`)).toEqual([
			'2026-11-23 0',
			'2026-11-24 0',
			'2026-11-25 0',
			'2026-11-26 2',
			'2026-11-27 1'
		]);
		const all = weeks.flat().map(({ day }) => day);
		expect(new Set(all).size).toBe(all.length);
		expect(all[0]).toBe('2026-06-01');
	});

	test.each([
		[0, '0 min'],
		[20, 'under a minute'],
		[2100, '35 min'],
		[7200, '2 h'],
		[7500, '2 h 05 min']
	])('says %s seconds as %s', (seconds, words) => {
		expect(timeText(seconds)).toBe(words);
	});
});
