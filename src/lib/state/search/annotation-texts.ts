import type { Annotation } from '$lib/core/annotation/annotation';
import { searchedFields } from '$lib/core/notebook/searched-fields';
import { BLOCK_SEPARATOR, joinBlocks, type ChapterText } from '$lib/core/text/chapter-text';

/** Annotations whose texts go to the worker at once: some ms of the page's time. */
const AT_ONCE = 2000;

/**
 * What a search of annotations looks through: a block for each, with its note, its words and its
 * tags, whose id is the annotation's. Made part by part; of no annotations there is one part, without blocks.
 */
export function* annotationTexts(all: readonly Annotation[]): Generator<ChapterText> {
	for (let from = 0; from === 0 || from < all.length; from += AT_ONCE) {
		yield joinBlocks(
			all
				.slice(from, from + AT_ONCE)
				.filter(({ targets }) => targets.length > 0)
				.map((annotation) => ({ id: annotation.id, text: textOf(annotation) }))
		);
	}
}

/** Its fields, each in a line of its own: no phrase goes on from one into the next. */
function textOf(annotation: Annotation): string {
	return searchedFields(annotation).join(BLOCK_SEPARATOR);
}
