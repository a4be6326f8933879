/** Puts what floats over a page above the tools at its bottom edge, and shows one thing of it at a time. */
import { cardToShow, type BottomTool, type FloatingCard } from '$lib/core/app/floating-cards';

/** Px between a card and the tools below it. */
const GAP = 8;

const tools = new Map<HTMLElement, BottomTool>();
const cards = new Map<HTMLElement, FloatingCard>();

/** The page changed what a card may lie on. */
const CHANGES = ['selectionchange', 'focusin', 'focusout', 'scroll'] as const;

/** Stands a bar of tools, fixed to the bottom edge, below what floats; for `{@attach}`. */
export function standAtBottom(tool: BottomTool): (bar: HTMLElement) => () => void {
	return (bar) => join(tools, bar, tool);
}

/** Stands a card, fixed to the bottom edge, above the tools there, and hides it while it waits; for `{@attach}`. */
export function floatAtBottom(what: FloatingCard): (card: HTMLElement) => () => void {
	return (card) => join(cards, card, what);
}

function join<What>(group: Map<HTMLElement, What>, element: HTMLElement, what: What): () => void {
	const isFirst = tools.size + cards.size === 0;
	group.set(element, what);
	if (isFirst) for (const type of CHANGES) document.addEventListener(type, arrange, PASSIVE);
	// Tells of its first size too, before anything is painted.
	const resized = new ResizeObserver(arrange);
	resized.observe(element);
	return () => {
		resized.disconnect();
		group.delete(element);
		arrange();
		if (tools.size + cards.size > 0) return;
		for (const type of CHANGES) document.removeEventListener(type, arrange, PASSIVE);
	};
}

const PASSIVE = { capture: true, passive: true };

function arrange(): void {
	if (cards.size === 0) return; // what follows has the page laid out
	const taken = heightOfTools();
	for (const card of cards.keys()) {
		const lift = Math.max(0, taken - Number.parseFloat(getComputedStyle(card).bottom));
		card.style.marginBlockEnd = `${lift}px`;
	}
	const field = fieldInUse()?.getBoundingClientRect();
	const onField = [...cards].filter(([card]) => field && overlaps(card, field));
	const shown = cardToShow({
		cards: [...cards.values()],
		tool: isSelecting() ? 'selection' : ([...tools.values()][0] ?? null),
		onField: onField.map(([, what]) => what)
	});
	for (const [card, what] of cards) card.classList.toggle('waiting', what !== shown);
}

/** Px at the bottom edge that the tools take, with the gap above them. */
function heightOfTools(): number {
	let taken = 0;
	for (const bar of tools.keys()) {
		const { position, bottom } = getComputedStyle(bar);
		// Beside the selection, where a mouse has it, a toolbar is not at the edge.
		if (position !== 'fixed') continue;
		taken = Math.max(taken, Number.parseFloat(bottom) + bar.offsetHeight + GAP);
	}
	return taken;
}

/** Whether words of a text are selected, or are just being selected. */
function isSelecting(): boolean {
	const selection = getSelection();
	if (!selection || selection.isCollapsed) return false;
	const text = document.querySelector('article');
	return text !== null && selection.containsNode(text, true);
}

/** The field of the page in which the reader types; one in a dialog lies above all that floats. */
function fieldInUse(): Element | null {
	const field = document.activeElement;
	return field?.matches('textarea, input') && !field.closest('dialog') ? field : null;
}

function overlaps(card: HTMLElement, field: DOMRect): boolean {
	const box = card.getBoundingClientRect();
	return (
		box.top < field.bottom &&
		box.bottom > field.top &&
		box.left < field.right &&
		box.right > field.left
	);
}
