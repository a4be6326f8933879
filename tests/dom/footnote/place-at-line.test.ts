import { expect, test } from 'vitest';
import { placeAtLine } from '../../../src/lib/dom/footnote/place-at-line';
import { show } from '../page';

const LINE = 30; // px

/** A line of text `y` px below the top of the screen, and a card of a height, placed at its mark. */
function place(y: number, height: number, { dir = 'ltr', x = 0, bottom = 500 } = {}) {
	const page = show(
		`<div><article dir="${dir}" style="position: fixed; top: ${y}px; left: 20px; width: 300px; font: 20px/${LINE}px serif">
			<p style="margin: 0; text-indent: ${x}px">Words<sup style="font-size: 14px; line-height: 0"><a>1</a></sup> and more</p></article>
			<div class="card" style="position: absolute; overflow: auto"><div style="height: ${height}px"></div></div></div>`
	);
	const card = page.querySelector<HTMLElement>('.card')!;
	placeAtLine(card, {
		anchor: page.querySelector('a')!,
		top: 52,
		bottom,
		text: page.querySelector('article')!,
		width: 200
	});
	return {
		card: card.getBoundingClientRect(),
		line: page.querySelector('p')!.getBoundingClientRect()
	};
}

test.each([
	['below, where there is space', 200, 100, 'below'],
	['below, if it fits there, though there is more space above', 380, 60, 'below'],
	['above, where it does not fit below', 400, 200, 'above'],
	['on the larger side, if it fits on neither', 200, 900, 'below'],
	['on the larger side above, if it fits on neither', 400, 900, 'above']
])('a card stands %s', (_, y, height, side) => {
	const { card, line } = place(y, height);
	// The line may be read: the card stands clear of it.
	if (side === 'below') expect(card.top).toBeGreaterThanOrEqual(line.bottom - 1);
	else expect(card.bottom).toBeLessThanOrEqual(line.top + 1);
	expect(card.top).toBeGreaterThanOrEqual(52);
	expect(card.bottom).toBeLessThanOrEqual(500);
});

test('it stays within the text, however near to its sides the mark is', () => {
	for (const dir of ['ltr', 'rtl']) {
		for (const x of [0, 100, 180]) {
			const { card } = place(200, 50, { dir, x });
			expect(card.left).toBeGreaterThanOrEqual(10);
			expect(card.right).toBeLessThanOrEqual(330);
		}
	}
});

test('in columns it stays within the one with the mark', () => {
	show(
		`<div style="position: fixed; top: 100px; left: 20px; width: 360px; height: 90px; columns: 2; column-gap: 40px; column-fill: auto; font: 20px/${LINE}px serif">
			<article>${'one<br>two<br>three <a>1</a><br>'.repeat(2)}</article></div>
			<div class="card" style="position: absolute"><div style="height: 50px"></div></div>`
	);
	const card = document.querySelector<HTMLElement>('.card')!;
	const columns = [...document.querySelector('article')!.getClientRects()];
	expect(columns).toHaveLength(2);
	for (const [index, anchor] of document.querySelectorAll('a').entries()) {
		placeAtLine(card, {
			anchor,
			top: 52,
			bottom: 500,
			text: document.querySelector('article')!,
			width: 300
		});
		const { left, right } = card.getBoundingClientRect();
		expect(left).toBeGreaterThanOrEqual(columns[index].left - 10);
		expect(right).toBeLessThanOrEqual(columns[index].right + 10);
	}
});
