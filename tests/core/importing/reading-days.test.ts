import { expect, test } from 'vitest';
import { portablePreferences } from '$lib/core/app/portable-preferences';
import { comparePositionsAndPreferences } from '$lib/core/importing/positions-and-preferences';

const withDays = (days: unknown) => ({ positions: [], preferences: { 'reading-days': days } });

test('A backup contains the days on which one read', () => {
	expect(portablePreferences({ 'reading-days': { '2026-11-27': 60 } })).toEqual({
		'reading-days': { '2026-11-27': 60 }
	});
});

test.each<[name: string, mine: unknown, theirs: unknown, written: unknown]>([
	[
		'the longer time of each day',
		{ '2026-11-26': 60, '2026-11-27': 10 },
		{ '2026-11-26': 30, '2026-11-27': 20, '2026-11-28': 5 },
		{ '2026-11-26': 60, '2026-11-27': 20, '2026-11-28': 5 }
	],
	['all of it, where there was nothing', undefined, { '2026-11-27': 9 }, { '2026-11-27': 9 }],
	['nothing that is no day', { '2026-11-27': 9 }, { x: 1, '2026-11-28': -1 }, null],
	['nothing that is here', { '2026-11-27': 9 }, { '2026-11-27': 8 }, null],
	['nothing at all of nonsense', undefined, 'nonsense', null]
])('An import brings %s', (_, mine, theirs, written) => {
	const { preferences } = comparePositionsAndPreferences(withDays(theirs), withDays(mine));
	expect(preferences).toEqual(
		written === null ? [] : [{ name: 'reading-days', before: mine, written }]
	);
});
