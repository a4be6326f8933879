import { expect, test } from 'vitest';
import type { Colour, Kind } from '$lib/core/annotation/annotation';
import { withChanges, type Changes } from '$lib/core/annotation/edit';
import { shownColour } from '$lib/core/annotation/shown-colour';

test.each<[string, Kind, Changes, Colour | null]>([
	['a highlight in its colour', 'highlight', { colour: 'pink' }, 'pink'],
	['a highlight without a colour in the default one', 'highlight', {}, 'yellow'],
	['a highlight without a colour, but with a note', 'highlight', { note: 'a' }, 'yellow'],
	['a highlight whose colour was taken back', 'highlight', { colour: undefined }, 'yellow'],
	['a note in its colour', 'note', { note: 'a', colour: 'blue' }, 'blue'],
	['a note without a colour by its line alone', 'note', { note: 'a' }, null],
	['a note that was emptied, which has no line', 'note', { note: '' }, 'yellow'],
	['a bookmark in none', 'bookmark', { colour: 'pink' }, null]
])('Shown is %s', (_, kind, changes, colour) => {
	const created = '2026-11-01T09:00:00.000Z';
	const bare = { id: 'm', v: 1 as const, kind, created, targets: [], fields: {} };
	expect(shownColour(withChanges(bare, changes, '0000000000001-0000-a'))).toBe(colour);
});
