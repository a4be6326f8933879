/**
 * Keeps the selected words and the toolbar apart. Where fingers select, the toolbar stands at the
 * bottom edge by the styles of SelectionToolbar.svelte, above an on-screen keyboard (which takes its
 * space from the page: kit/resize-for-keyboard.ts), since the system's own menu stands at the
 * selection: the page is scrolled. For a mouse the toolbar is put beside the selection.
 */

/** Px between the toolbar and the selection, and the edges of the screen. */
const MARGIN = 10;

interface Surroundings {
	/** The boxes of the selected words, in reading order. */
	selected: readonly DOMRect[];
	/** Px at the top of the screen that the bar covers. */
	barBottom: number;
}

/** Scrolls the page, or moves the toolbar, so that it does not lie over the selected words. */
export function keepSelectionVisible(
	toolbar: HTMLElement,
	{ selected, barBottom }: Surroundings
): void {
	const [first, last] = [selected[0], selected.at(-1)];
	if (!first || !last) return;
	if (matchMedia('(hover: hover) and (pointer: fine)').matches) {
		moveToSelection(toolbar, first, last, barBottom);
	} else scrollAboveToolbar(toolbar, first, last, barBottom);
}

/** Brings the selected words above the toolbar at the bottom edge. */
function scrollAboveToolbar(
	toolbar: HTMLElement,
	first: DOMRect,
	last: DOMRect,
	barBottom: number
): void {
	const { height } = toolbar.getBoundingClientRect();
	const hidden = last.bottom - (window.innerHeight - height - 2 * MARGIN);
	const free = first.top - barBottom - MARGIN;
	if (hidden > 0 && free > 0) window.scrollBy({ top: Math.min(hidden, free) });
}

/** Above the selection, or below it where there is not enough space above. */
function moveToSelection(
	toolbar: HTMLElement,
	first: DOMRect,
	last: DOMRect,
	barBottom: number
): void {
	const { width, height } = toolbar.getBoundingClientRect();
	const above = first.top - height - MARGIN;
	const below = Math.min(last.bottom + MARGIN, window.innerHeight - height - MARGIN);
	const isAbove = above > barBottom + MARGIN;
	const line = isAbove ? first : last;
	const left = line.left + line.width / 2 - width / 2;
	const most = document.documentElement.clientWidth - width - MARGIN;
	toolbar.classList.add('near');
	toolbar.classList.toggle('above', isAbove);
	toolbar.style.top = `${(isAbove ? above : below) + window.scrollY}px`;
	toolbar.style.left = `${Math.min(Math.max(MARGIN, left), most)}px`;
}
