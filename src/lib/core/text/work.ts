/** Plain records of what a publisher put into `content/`, as the build hands them on, and a chapter's name among all works. */

export type Direction = 'ltr' | 'rtl';

/** A book or a single text. */
export interface Work {
	/** Its folder's name, and its part of the address. */
	slug: string;
	title: string;
	author: string;
	/** BCP 47, for `lang`. */
	language: string;
	dir: Direction;
	/** Where the text comes from, as given by the publisher. */
	source: string;
	rights: string;
	chapters: ChapterSummary[];
}

/** What is told of a chapter outside its own page. */
export interface ChapterSummary {
	slug: string;
	title: string;
	/** As the publisher writes it ("XLIII"); `null` when the chapter bears none. */
	number: string | null;
	/** Minutes to read it, rounded, at least 1. */
	minutes: number;
}

/** Names a chapter among all works: `my-life/43-the-exile`. */
export function chapterKey({ work, chapter }: { work: string; chapter: string }): string {
	return `${work}/${chapter}`;
}
