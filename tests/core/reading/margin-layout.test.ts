import { expect, test } from 'vitest';
import {
	placeMarginNotes,
	placeSheet,
	type MarginPlace,
	type TextColumn
} from '$lib/core/reading/margin-layout';

/** A column in the middle of a window. */
function column(windowWidth: number, width: number): TextColumn {
	const left = (windowWidth - width) / 2;
	return { left, right: left + width };
}

test.each<[windowWidth: number, textWidth: number, MarginPlace | null]>([
	[412, 364, null],
	[800, 740, null],
	[1000, 740, null],
	[1100, 740, { width: 312, shift: 164 }],
	[1280, 740, { width: 376, shift: 138 }],
	[1350, 740, { width: 273, shift: 0 }],
	[1920, 740, { width: 376, shift: 0 }],
	[915, 571, { width: 296, shift: 156 }] // a phone on its side
])('a sheet in a window of %d px with a text of %d px: %j', (windowWidth, textWidth, place) => {
	expect(placeSheet(windowWidth, column(windowWidth, textWidth))).toEqual(place);
});

test.each<[windowWidth: number, textWidth: number, MarginPlace | null]>([
	[800, 740, null],
	[915, 740, null],
	[1000, 740, { width: 170, shift: 88 }],
	[1100, 740, { width: 170, shift: 38 }],
	[1208, 740, { width: 170, shift: 0 }],
	[1280, 740, { width: 206, shift: 0 }],
	[1920, 740, { width: 240, shift: 0 }]
])('notes in a window of %d px beside a text of %d px: %j', (windowWidth, textWidth, place) => {
	const text = column(windowWidth, textWidth);
	expect(placeMarginNotes(windowWidth, text, false)).toEqual(place);
	expect(placeMarginNotes(windowWidth, text, true)).toEqual(place);
});
