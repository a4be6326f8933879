import type { Block } from '$lib/core/text/chapter-text';
import type { ReadingPage } from '../reading-page';

/** Px between the bar and the line one is sent to. */
const GAP = 12;

/** Brings the beginning of a block to the top line; the reading position stays until one reads on from there. */
export function showBlock({ chapter, position }: ReadingPage, block: Block): void {
	const at = chapter.map.rawAt(block.start);
	if (at) position.peekAt({ ...at, top: position.barBottom + GAP });
}
