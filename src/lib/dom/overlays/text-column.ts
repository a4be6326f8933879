/** The column of a chapter's text, which is moved to a side, lines and all, to make room beside it. */
import type { TextColumn } from '$lib/core/reading/margin-layout';

/** What asks for room, the first before the others. */
type Asker = 'sheet' | 'margin';
const ORDER: readonly Asker[] = ['sheet', 'margin'];

const asked = new Map<Asker, number>();

const main = () => document.querySelector<HTMLElement>('main:has(> article)');

/** Where it stands when it is not moved; `null` on a page without a chapter. */
export function textColumn(): TextColumn | null {
	const [around, text] = [main(), document.querySelector<HTMLElement>('main > article')];
	if (!around || !text) return null;
	// Unlike a rectangle on the screen, an offset knows nothing of the move.
	const left = around.offsetLeft + Number.parseFloat(getComputedStyle(around).paddingLeft);
	return { left, right: left + text.offsetWidth };
}

/** Moves it, px to the right, unless another that asks is before this one; `null`: no longer. */
export function shiftColumn(asker: Asker, px: number | null): void {
	if (px === null) asked.delete(asker);
	else asked.set(asker, px);
	const first = ORDER.find((asker) => asked.has(asker));
	const shift = first ? asked.get(first)! : 0;
	const around = main();
	if (around) around.style.translate = shift === 0 ? '' : `${shift}px`;
}
