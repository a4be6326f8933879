/** Parts of a text that are searched one after the other, so that a long one can be left in between. */
import type { Block, ChapterText } from '../text/chapter-text';

/** Some blocks of a text as a text of their own. No match goes from one block into the next. */
export interface Section extends ChapterText {
	/** Where it begins in the whole text. */
	start: number;
}

/** Units after which a section ends with its block: they are searched in a few ms on a phone. */
const LENGTH = 0x10000;

/** The sections of a text, in order; each has at least one block. */
export function sectionsOf({ text, blocks }: ChapterText): Section[] {
	const sections: Section[] = [];
	for (let from = 0, to; from < blocks.length; from = to) {
		const { start } = blocks[from];
		to = from + 1;
		while (to < blocks.length && blocks[to].end - start <= LENGTH) to++;
		sections.push({
			start,
			text: text.slice(start, blocks[to - 1].end),
			blocks: blocks.slice(from, to).map((block) => moved(block, start))
		});
	}
	return sections;
}

function moved({ id, start, end }: Block, by: number): Block {
	return { id, start: start - by, end: end - by };
}
