import type { Block } from '$lib/core/text/chapter-text';
import type { ChapterMarks } from './chapter-marks.svelte';

/** The ids of the marks that lie over a block, the shortest first. */
export function marksOverBlock({ painted }: ChapterMarks, block: Block): string[] {
	return painted
		.filter(({ range }) => range.start < block.end && range.end > block.start)
		.sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start))
		.map(({ annotation }) => annotation.id);
}
