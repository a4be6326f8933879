/** A chapter before it is corrected, and passages in it. */
import { describe } from '$lib/core/annotation/describe';
import { joinBlocks } from '$lib/core/text/chapter-text';

export const PARAGRAPHS = [
	'We slept until eleven the next day, and there were no telephone calls at all.',
	'The wife of our older boy went to her work; there were still two days ahead of us.',
	'But we had hardly finished breakfast when the bell rang, and somebody came in.',
	'Another ring, and the whole apartment filled with agents in uniforms.'
];
export const chapterOf = (paragraphs: string[]) =>
	joinBlocks(paragraphs.map((text, index) => ({ id: `p${index + 1}`, text })));
export const CHAPTER = chapterOf(PARAGRAPHS);
const where = { work: 'w', chapter: 'c', edition: 'old', blocks: CHAPTER.blocks };
export const targetOf = (quote: string) => {
	const start = CHAPTER.text.indexOf(quote);
	return describe(CHAPTER.text, { start, end: start + quote.length }, where);
};
