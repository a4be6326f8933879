/** What floats over a page stands in one place, above what lies at its bottom edge, one thing at a time. */

/** From the most urgent on: what is lost or not saved, what was done just now, the way back, what can wait. */
const ORDER = ['unsaved', 'loss', 'news', 'back', 'corrected', 'back-in', 'update'] as const;
export type FloatingCard = (typeof ORDER)[number];

/**
 * What the reader works with at the bottom edge: the toolbar of a selection, or the bar of a mode that
 * stays until it is ended (the marker, *Place by hand*, the selected entries of the notebook).
 */
export type BottomTool = 'selection' | 'mode';

/** What is seen while the bar of a mode is there: the others would lie over what the mode is for. */
const WITH_MODE: readonly FloatingCard[] = ['unsaved', 'loss', 'news'];

interface Situation {
	/** The cards that have something to say. */
	cards: readonly FloatingCard[];
	tool: BottomTool | null;
	/** Those that would lie on the field in which the reader types. */
	onField: readonly FloatingCard[];
}

/** The one card to show; `null`: none of them now. The others wait, and are shown when this is gone. */
export function cardToShow({ cards, tool, onField }: Situation): FloatingCard | null {
	if (tool === 'selection') return null;
	const possible = ORDER.filter(
		(card) =>
			cards.includes(card) && !onField.includes(card) && (tool === null || WITH_MODE.includes(card))
	);
	return possible[0] ?? null;
}
