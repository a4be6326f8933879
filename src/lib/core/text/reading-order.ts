/** The order of all chapters of a library. */
import { chapterKey, type Work } from './work';

/** The number of each chapter, by `chapterKey`, when all works are read one after the other. */
export type ReadingOrder = ReadonlyMap<string, number>;

/** The slugs of the works that have chapters in a reading order. */
export function worksIn(order: ReadingOrder): Set<string> {
	return new Set([...order.keys()].map((key) => key.split('/', 1)[0]));
}

/** The reading order of a library whose works, and chapters in them, are in order. */
export function readingOrder(works: readonly Work[]): ReadingOrder {
	const keys = works.flatMap(({ slug, chapters }) =>
		chapters.map((chapter) => chapterKey({ work: slug, chapter: chapter.slug }))
	);
	return new Map(keys.map((key, index) => [key, index]));
}
