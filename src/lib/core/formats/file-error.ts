/**
 * What can be wrong with a file that a reader gave us, as codes that other code decides by.
 * file-error-text.ts has the words for readers.
 */
import type { AnnotationFault } from '../annotation/read-annotation';

/** What is wrong with a file as a whole: nothing of it can be taken. */
type WholeFileFault =
	| 'empty'
	| 'too-large'
	| 'not-text'
	| 'unknown-format'
	| 'broken-json'
	| 'too-deep'
	| 'text-too-long'
	| 'too-many-values'
	| 'too-many-rows'
	| 'too-many-items'
	| 'no-annotations'
	| 'no-annotations-in-page'
	| 'annotations-elsewhere';

/** What is wrong with a part of a file; the rest of it can be taken. */
type PartFault =
	| AnnotationFault
	| 'not-a-list'
	| 'bad-id'
	| 'bad-colour-or-style'
	| 'impossible-target'
	| 'damaged-origin'
	| 'no-creation-date'
	| 'not-a-snapshot'
	| 'snapshot-too-long'
	| 'wrong-edition'
	| 'not-a-position'
	| 'only-an-address'
	| 'not-an-annotation'
	| 'no-address-or-target'
	| 'no-highlight-or-note'
	| 'not-a-clipping'
	| 'unknown-clipping'
	| 'no-text'
	| 'clipping-limit'
	| 'column-left-out'
	| 'more-elsewhere'
	| 'another-set'
	| 'damaged-works';

export type FileErrorCode = WholeFileFault | PartFault;

/** What a code alone does not say. */
export interface FileErrorDetails {
	/** The most that is taken, in the unit that the code is about. */
	limit?: number;
	/** How many things it is about. */
	count?: number;
	/** The encoding in which the file is no text. */
	encoding?: string;
	/** The character, or the line, at which the browser found JSON broken. */
	character?: number;
	line?: number;
}

/** A part of a file that could not be taken; the rest was. */
export interface Refusal {
	code: FileErrorCode;
	/** Where in the file: `items[3].target.selector`, `line 12`; empty for the file itself. */
	path: string;
	details?: FileErrorDetails;
}

/** A file that cannot be taken at all. Nothing was changed. */
export class FileError extends Error implements Refusal {
	override name = 'FileError';

	constructor(
		readonly code: FileErrorCode,
		readonly path = '',
		readonly details: FileErrorDetails = {}
	) {
		super(path === '' ? code : `${path}: ${code}`);
	}
}

/** A file without marks that may be a book, or a text to read: see `mayBeBook`. */
export class NoMarksError extends FileError {}
