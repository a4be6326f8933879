import type { Direction } from '$lib/core/text/work';
import type { ChapterPattern } from './plain-text/chapter-titles';
import type { BookReport } from './report';
import type { SourceDocument } from './source-document';

/** A book as its file has it, whatever the file's format: documents, contents and what it says of itself. */
export interface SourceBook {
	format: string;
	title: string;
	author: string;
	/** As the file writes it; empty when it does not. */
	language: string;
	/** `null` when the file leaves it to the language. */
	dir: Direction | null;
	source: string;
	rights: string;
	identifier: string | null;
	/** In reading order. */
	documents: SourceDocument[];
	/** In the order of the book's own list; empty without one. */
	contents: ContentsEntry[];
	/** The bytes of the picture at a path; `null` when there is none. */
	readImage: (path: string) => Uint8Array | null;
	/** The path of the cover's picture; `null` without one. */
	cover: string | null;
	report: BookReport;
	/** Of a plain text: how its chapters were found. */
	pattern?: ChapterPattern;
}

/** A line of a book's contents. */
export interface ContentsEntry {
	title: string;
	/** Where it leads: a document, and an id in it, which may be empty. */
	path: string;
	fragment: string;
	/** 1 is outermost. */
	level: number;
}
