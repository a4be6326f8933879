/** What the worker that opens files and the page say to each other of a book: plain records. */
import type { Direction } from '../text/work';
import type { OwnChapter, OwnWork } from './own-work';

/** A book that was opened, as the reader sees it before it is kept. */
export interface BookPreview {
	/** What the work will be called in addresses. */
	slug: string;
	title: string;
	author: string;
	language: string;
	dir: Direction;
	format: string;
	chapters: readonly { title: string; level: number; minutes: number }[];
	cover: Picture | null;
	/** What could not be kept as it was, or was guessed, in words. */
	losses: readonly string[];
	textFile: TextFileReading | null;
}

/** How a file that is no archive was read, of which the reader may know better. */
export interface TextFileReading extends ReadingChoices {
	encoding: string;
	/** Nothing in the file said the encoding. */
	isGuessed: boolean;
	/** How the chapters of a plain text were found; `null` for other files. */
	pattern: string | null;
}

/** What a reader may choose of how a text is read. */
export interface ReadingChoices {
	/** As the Encoding standard calls it. */
	encoding?: string;
	/** The name of a way to tell chapters: `ChapterPattern` in content/books/plain-text/. */
	pattern?: string | null;
}

export interface Picture {
	/** A media type. */
	type: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** Some of what is to be stored of a book; none of both at the end. */
export interface BookPart {
	chapters: OwnChapter[];
	pictures: (Picture & { path: string })[];
}

/** A chapter that is here already, with which those of a newer file are compared. */
export type ChapterHere = Pick<OwnChapter, 'slug' | 'edition' | 'text'>;

/** What is asked of what opens files, in this order. */
export interface BookTasks {
	open: { file: { name: string; bytes: Uint8Array }; choices: ReadingChoices };
	/** The record of the work; its `size` is without that of the file. */
	keep: { here: readonly ChapterHere[]; fileName: string; now: string };
	next: Record<never, never>;
}

export interface BookResults {
	open: BookPreview;
	keep: OwnWork;
	next: BookPart;
}
