/** Works and chapters as plain records, without their texts. */

/** In which direction a text is written. */
export type Direction = 'ltr' | 'rtl';

/** How a text was published before, in the publisher's words: for citations. */
export interface Publication {
	/** In figures; before our era with a minus. */
	year?: string;
	publisher?: string;
	/** The city. */
	place?: string;
	/** Several are parted by `;`. */
	translator?: string;
	/** `ISBN 978-…`, `doi:10.…`, `urn:…`, or an address. */
	identifier?: string;
}

/** A book or a single text. */
export interface Work {
	/** The name of its folder, which is its part of the address. */
	slug: string;
	title: string;
	author: string;
	/** BCP 47, as in the attribute `lang`. */
	language: string;
	dir: Direction;
	/** Where the text comes from, in the publisher's words. */
	source: string;
	/** Who may do what with the text, in the publisher's words. */
	rights: string;
	/** The path of the cover’s picture among the work’s files; `null` or absent without one. */
	cover?: string | null;
	/** Left out when nothing of it is known. */
	publication?: Publication;
	/** In reading order. */
	chapters: ChapterSummary[];
}

/** A chapter without its text, as lists of chapters show it. */
export interface ChapterSummary {
	slug: string;
	title: string;
	/** As the publisher writes it ("XLIII"); `null` when the chapter bears none. */
	number: string | null;
	/** How many minutes it takes to read, rounded, at least 1. */
	minutes: number;
	/** How deep it stands in the contents; 1, outermost, when it is left out. */
	level?: number;
}

/** A chapter by the slugs of its work and itself. */
export interface ChapterName {
	work: string;
	chapter: string;
}

/** Names a chapter among all works: `my-life/43-the-exile`. */
export function chapterKey({ work, chapter }: ChapterName): string {
	return `${work}/${chapter}`;
}
