import { expect, test } from 'vitest';
import { offsetAtPoint } from '$lib/dom/offset-at-point';
import { TextMap } from '$lib/dom/text-map';
import { show } from './page';

const WIDE =
	'font: 20px/40px monospace; width: 320px; margin: 40px; padding: 0 40px; text-indent: 40px';

function open() {
	const map = new TextMap(
		show(
			`<article><p id="p1" style="${WIDE}">aaaa bbbb <i>cccc</i> dddd eeee ffff gggg</p></article>`
		)
	);
	const rectOf = (letters: string) => {
		const start = map.text.indexOf(letters);
		return map.toRange({ start, end: start + letters.length })!.getBoundingClientRect();
	};
	return { map, rectOf };
}

test.each(['aaaa', 'cccc', 'gggg'])('A point on %s is one of its letters', (letters) => {
	const { map, rectOf } = open();
	const { left, top, width, height } = rectOf(letters);
	const offset = offsetAtPoint(map, left + width / 2, top + height / 2)!;
	expect(map.text.slice(offset - 2, offset + 2)).toBe(letters);
});

test('A point between two lines, or a little beside one, still means it', () => {
	const { map, rectOf } = open();
	const { left, top, bottom } = rectOf('aaaa');
	expect(offsetAtPoint(map, left + 1, bottom + 6)).toBe(0);
	expect(offsetAtPoint(map, left - 6, (top + bottom) / 2)).toBe(0);
});

test.each<[name: string, x: (rect: DOMRect) => number, y: (rect: DOMRect) => number]>([
	['in the indent', ({ left }) => left - 30, ({ top }) => top + 5],
	['in the gutter', ({ left }) => left - 60, ({ top }) => top + 5],
	['above the text', ({ left }) => left + 5, ({ top }) => top - 30]
])('A point %s is no letter', (_, x, y) => {
	const { map, rectOf } = open();
	const rect = rectOf('aaaa');
	expect(offsetAtPoint(map, x(rect), y(rect))).toBeNull();
});

test('A point behind a short line is no letter', () => {
	const { map, rectOf } = open();
	const { right, top } = rectOf('gggg');
	expect(offsetAtPoint(map, right + 20, top + 5)).toBeNull();
});
