/** Cards at the bottom edge of the screen: toolbars, the toast, *Back*, *New version*. None lies over another. */

/** From the lowest up: what fingers work with nearest to them, what only tells above it. */
const ORDER = ['toolbar', 'toast', 'back', 'notice'] as const;
export type StackedCard = (typeof ORDER)[number];

/** Px between two cards. */
const GAP = 8;

const cards = new Map<HTMLElement, StackedCard>();

/** Lifts each card, from where its own style has it, above those that stand below it. */
function stack(): void {
	let taken = 0;
	const sorted = [...cards].sort((a, b) => ORDER.indexOf(a[1]) - ORDER.indexOf(b[1]));
	for (const [card] of sorted) {
		const { position, bottom } = getComputedStyle(card);
		// Beside the selection, where a mouse has it, a toolbar is in nobody's way.
		if (position !== 'fixed') continue;
		const lift = Math.max(0, taken - Number.parseFloat(bottom));
		card.style.setProperty('margin-block-end', `${lift}px`);
		taken = Number.parseFloat(bottom) + lift + card.offsetHeight + GAP;
	}
}

/** Stands an element, fixed to the bottom edge, among the others there; for `{@attach}`. */
export function stackAtBottom(what: StackedCard): (card: HTMLElement) => () => void {
	return (card) => {
		cards.set(card, what);
		// Tells of its first size too, before anything is painted.
		const resized = new ResizeObserver(stack);
		resized.observe(card);
		return () => {
			resized.disconnect();
			cards.delete(card);
			stack();
		};
	};
}
