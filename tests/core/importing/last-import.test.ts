import { expect, test } from 'vitest';
import { isUndoExpired, undoDeadline, type LastImport } from '$lib/core/importing/last-import';

const DAY = 24 * 60 * 60 * 1000; // ms
const AT = Date.parse('2026-11-24T10:00:00.000Z');
const last = (at: string): LastImport => ({
	v: 1,
	name: 'a.annotation',
	format: 'backup',
	at,
	added: 1,
	changed: 0,
	removed: 0,
	notPlaced: 0
});

test.each([
	['at once', AT, false],
	['on the last of 30 days', AT + 30 * DAY, false],
	['after 30 days', AT + 30 * DAY + 1, true],
	['by a clock that is a day behind', AT - DAY, false],
	['by a clock that is set right after it was years ahead', AT - 1000 * DAY, true]
])('An import can be undone for 30 days: %s', (_, now, isExpired) => {
	expect(isUndoExpired(last('2026-11-24T10:00:00.000Z'), now)).toBe(isExpired);
});

test('An import whose moment cannot be read can not be undone', () => {
	expect(isUndoExpired(last('yesterday'), AT)).toBe(true);
});

test('The deadline is the end of the 30 days', () => {
	const deadline = undoDeadline(last('2026-11-24T10:00:00.000Z'));
	expect(new Date(deadline).toISOString()).toBe('2026-12-24T10:00:00.000Z');
});
