/** The page as a browser searches it: the chapter, and what stands before it and in it. */
import { GAP } from '$lib/core/text/fragment/text-fragment';
import { BLOCK_SEPARATOR } from '$lib/core/text/chapter-text';
import type { TextRange } from '$lib/core/text/range';
import type { TextMap } from './text-map';

/**
 * The text of the page up to the chapter's end, with a `GAP` where a footnote's
 * mark stands between the words, and where `range` of the chapter is in it.
 */
export function searchedText(map: TextMap, range: TextRange): { text: string; range: TextRange } {
	const article = map.elements[0].closest('article')!;
	const before = document.createRange();
	before.setStartBefore(document.body);
	before.setEndBefore(article);
	// Nothing of what stands before may serve as context: how it is cut into blocks is not known here.
	const head = before.toString() + GAP + BLOCK_SEPARATOR;
	const gaps = gapsOf(map);
	const cuts = [0, ...gaps, map.text.length];
	const chapter = cuts.slice(1).map((cut, index) => map.text.slice(cuts[index], cut));
	return {
		text: head + chapter.join(GAP),
		range: {
			start: head.length + range.start + gaps.filter((gap) => gap <= range.start).length,
			end: head.length + range.end + gaps.filter((gap) => gap < range.end).length
		}
	};
}

/** The offsets of the text before which something is seen that is not in it, in order. */
function gapsOf(map: TextMap): number[] {
	return map.elements.flatMap((element) =>
		[...element.querySelectorAll('[data-noanchor]')]
			.filter((mark) => mark.textContent)
			.map((mark) => map.offsetOf(mark, 0)!)
	);
}
