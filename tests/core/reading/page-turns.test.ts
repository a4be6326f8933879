import { expect, test } from 'vitest';
import { turnOfKey, turnOfSwipe, turnOfTap } from '$lib/core/reading/page-turns';

test.each<[key: string, shift: boolean, ltr: 1 | -1 | null, rtl: 1 | -1 | null]>([
	['ArrowRight', false, 1, -1],
	['ArrowLeft', false, -1, 1],
	['PageDown', false, 1, 1],
	['PageUp', false, -1, -1],
	[' ', false, 1, 1],
	[' ', true, -1, -1],
	['ArrowDown', false, 1, 1],
	['ArrowUp', false, -1, -1],
	['ArrowRight', true, null, null],
	['Enter', false, null, null],
	['a', false, null, null]
])('%j (with Shift: %j) turns by %j, from right to left by %j', (key, shiftKey, ltr, rtl) => {
	expect(turnOfKey({ key, shiftKey }, false)).toBe(ltr);
	expect(turnOfKey({ key, shiftKey }, true)).toBe(rtl);
});

test.each<[x: number, turn: 1 | -1 | null]>([
	[0, -1],
	[79, -1],
	[80, null],
	[319, null],
	[320, 1],
	[399, 1]
])('A tap at %j of 400 px turns by %j, and the other way from right to left', (x, turn) => {
	expect(turnOfTap(x, 400, false)).toBe(turn);
	expect(turnOfTap(x, 400, true)).toBe(turn === null ? null : -turn);
});

test.each<[name: string, right: number, down: number, time: number, turn: 1 | -1 | null]>([
	['to the left', -120, 10, 200, 1],
	['to the right', 120, -10, 200, -1],
	['that is short', -30, 0, 200, null],
	['down', -60, 100, 200, null],
	['that rests', -120, 0, 2000, null]
])('A swipe %s', (_, right, down, time, turn) => {
	expect(turnOfSwipe({ right, down, time }, false)).toBe(turn);
	expect(turnOfSwipe({ right, down, time }, true)).toBe(turn === null ? null : -turn);
});
