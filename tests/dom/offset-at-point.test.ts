import { describe, expect, test } from 'vitest';
import { nearestOffset, offsetAtPoint } from '$lib/dom/offset-at-point';
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

describe('The offset nearest to a point', () => {
	const LETTERS = 'font: 20px/40px monospace; width: 240px; margin: 40px';

	function openTwo(dir: 'ltr' | 'rtl') {
		const [first, second] =
			dir === 'ltr' ? ['aaaa bbbb cccc dddd', 'eeee ffff'] : ['אאאא בבבב גגגג דדדד', 'הההה וווו'];
		const map = new TextMap(
			show(
				`<article dir="${dir}"><p id="p1" style="${LETTERS}">${first}</p><p id="p2" style="${LETTERS}">${second}</p></article>`
			)
		);
		const rectOf = (offset: number) =>
			map.toRange({ start: offset, end: offset + 1 })!.getBoundingClientRect();
		return { map, rectOf };
	}

	test.each(['ltr', 'rtl'] as const)('is found under a dialog, from near and far (%s)', (dir) => {
		const { map, rectOf } = openTwo(dir);
		const dialog = document.body.appendChild(document.createElement('dialog'));
		dialog.showModal();
		for (const offset of [0, 3, 7, 12, 17, 21, 26]) {
			const { left, right, top, bottom } = rectOf(offset);
			const x = dir === 'ltr' ? left + 1 : right - 1;
			const behind = dir === 'ltr' ? right - 1 : left + 1;
			const y = (top + bottom) / 2;
			for (const from of [0, map.text.length]) {
				expect(nearestOffset(map, x, y, from)).toBe(offset);
				expect(nearestOffset(map, behind, y, from)).toBe(offset + 1);
			}
		}
	});

	test('is in the margin that of the line, and above and below the text its ends', () => {
		const { map, rectOf } = openTwo('ltr');
		const { top } = rectOf(0);
		expect(nearestOffset(map, 0, top + 5, 9)).toBe(0);
		expect(nearestOffset(map, 0, -50, 9)).toBe(0);
		expect(nearestOffset(map, 999, 999, 0)).toBe(map.text.length);
	});
});
