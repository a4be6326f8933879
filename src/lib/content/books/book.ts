/** A book as it was read of a file: plain records, for the publisher's command and for a phone. */
import type { Root } from 'mdast';
import type { Direction } from '$lib/core/text/work';
import type { ChapterPattern } from './plain-text/chapter-titles';
import type { BookReport } from './report';

export interface Book {
	/** What the file is, in words: “EPUB 3”. */
	format: string;
	title: string;
	/** Several are joined by commas; empty when the file names none. */
	author: string;
	/** BCP 47; `und` when the file does not say it. */
	language: string;
	dir: Direction;
	/** What the file says of its source, and of its rights; empty when it says nothing. */
	source: string;
	rights: string;
	/** What names the book in every version of its file; `null` when the file has none. */
	identifier: string | null;
	/** In reading order. */
	chapters: BookChapter[];
	/** The pictures that chapters show, and the cover, by their paths in the work's folder. */
	images: Map<string, Uint8Array>;
	/** The path of the cover's picture; `null` without one. */
	cover: string | null;
	report: BookReport;
	/** How a file that is no archive was read, of which a person may know better; `null` for others. */
	textFile: TextFile | null;
}

export interface TextFile {
	/** As the Encoding standard calls it: `windows-1251`. */
	encoding: string;
	/** Nothing in the file said it. */
	isGuessed: boolean;
	/** How the chapters of a plain text were found; `null` for other files, which say it themselves. */
	pattern: ChapterPattern | null;
}

export interface BookChapter {
	/** Its part of the address, beginning with its number: `3-the-exile`. */
	slug: string;
	title: string;
	/** How deep it stands in the contents; 1 is outermost. */
	level: number;
	/** In the normal form. Links lead to blocks and to files of chapters, pictures to `images`. */
	tree: Root;
}

/** Of a file that is not opened: a sentence for the reader that says what it is, or what is wrong. */
export class BookError extends Error {
	constructor(sentence: string) {
		super(sentence);
		this.name = 'BookError';
	}
}
