/** The sentence that is spoken, on the page: painted by a highlight of the browser, and kept on the screen. */
import type { TextRange } from '$lib/core/text/range';
import type { AnchorPoint } from '../scroll-anchor';
import type { TextMap } from '../text-map';

const NAME = 'spoken'; // ::highlight() in ui/styles/marks.css

/** Px between the edge of what is seen and a sentence that is brought there. */
const GAP = 24;

/** Paints a sentence, and no other; `null`: none. A browser without highlights shows none. */
export function paintSpoken(map: TextMap, sentence: TextRange | null): void {
	if (!('highlights' in CSS)) return;
	const range = sentence && map.toRange(sentence);
	if (range) CSS.highlights.set(NAME, new Highlight(range));
	else CSS.highlights.delete(NAME);
}

/** What of the screen is seen, in px from its top: our own bars cover the rest. */
export interface Seen {
	top: number;
	bottom: number;
}

/** Where a sentence stands, in px from the top of the screen; `null` when it is not on the page. */
function boxOf(map: TextMap, sentence: TextRange): DOMRect | null {
	return map.toRange(sentence)?.getBoundingClientRect() ?? null;
}

/** Whether any of a sentence is on the screen. */
export function isSeen(map: TextMap, sentence: TextRange, { top, bottom }: Seen): boolean {
	const box = boxOf(map, sentence);
	return box !== null && box.bottom > top && box.top < bottom;
}

/**
 * Where the beginning of a sentence is to stand, so that all of it is seen: where it stands now, if it is seen
 * there, else below the upper edge, where what follows has room. `null` when it is not on the page.
 */
export function pointOf(map: TextMap, sentence: TextRange, seen: Seen): AnchorPoint | null {
	const at = map.rawAt(sentence.start);
	const box = boxOf(map, sentence);
	if (!at || !box) return null;
	const range = map.toRange({ start: sentence.start, end: sentence.start + 1 });
	const { top } = range!.getBoundingClientRect();
	// A top line may begin a fraction of a px above the edge (dom/scroll-anchor.ts).
	const isBelow = box.top >= seen.top - 1;
	// One that is higher than the screen is read from its beginning.
	const fits = isBelow && (box.bottom <= seen.bottom || top <= seen.top + 2 * GAP);
	return { ...at, top: fits ? top : seen.top + GAP };
}
