/** What is right of each file in `fixtures/files`, as an import into a library that has *The Exile*. */
import type { FileErrorCode } from '$lib/core/formats/file-error';
import type { ReadableFormat } from '$lib/core/formats/format-names';

export interface RightFile {
	/** Why it is refused as a whole; what follows is of one that is read. */
	error?: FileErrorCode;
	format?: ReadableFormat;
	/** How many marks are new, and of them not in the text, or without a date that can be read; 0 when it is not said. */
	added?: number;
	notPlaced?: number;
	undated?: number;
	/** What is told of parts that were left out, in order. */
	refused?: FileErrorCode[];
	/** The notes of the marks; none when it is not said. */
	notes?: string[];
}

export const FILES: Readonly<Record<string, RightFile>> = {
	'k-title-from-right-to-left.txt': {
		format: 'kindle',
		added: 1
	},
	'k-carriage-returns.txt': {
		format: 'kindle',
		added: 1
	},
	'k-byte-order-marks-within.txt': {
		format: 'kindle',
		added: 2
	},
	'k-utf-16-big-endian.txt': {
		format: 'kindle',
		added: 1
	},
	'k-utf-16-without-mark.txt': {
		format: 'kindle',
		added: 1
	},
	'k-windows-1252.txt': {
		format: 'kindle',
		added: 1,
		notPlaced: 1
	},
	'k-long-separators.txt': {
		format: 'kindle',
		added: 1
	},
	'k-endless-location.txt': {
		format: 'kindle',
		added: 1
	},
	'k-location-backwards.txt': {
		format: 'kindle',
		added: 1
	},
	'k-roman-page.txt': {
		format: 'kindle',
		added: 1
	},
	'k-no-title.txt': {
		format: 'kindle',
		added: 1
	},
	'k-title-proto.txt': {
		format: 'kindle',
		added: 1
	},
	'k-31-february.txt': {
		format: 'kindle',
		added: 1,
		undated: 1
	},
	'k-hour-25.txt': {
		format: 'kindle',
		added: 1,
		undated: 1
	},
	'k-year-9999.txt': {
		format: 'kindle',
		added: 1,
		undated: 1
	},
	'k-null-character.txt': {
		format: 'kindle',
		added: 1,
		notPlaced: 1
	},
	'k-only-separators.txt': {
		error: 'unknown-format'
	},
	'w-proto-keys.json': {
		format: 'web-annotation',
		added: 1,
		notPlaced: 1,
		undated: 1
	},
	'w-list-twice.json': {
		format: 'web-annotation',
		added: 1,
		notPlaced: 1,
		undated: 1
	},
	'w-items-of-all-kinds.json': {
		format: 'web-annotation',
		refused: [
			'not-an-object',
			'not-an-object',
			'only-an-address',
			'not-an-object',
			'not-an-annotation',
			'not-an-object',
			'no-target'
		]
	},
	'w-bodies-in-lists-in-lists.json': {
		format: 'web-annotation',
		added: 1,
		notPlaced: 1,
		undated: 1,
		notes: ['deep']
	},
	'w-choice-of-bodies.json': {
		format: 'web-annotation',
		added: 1,
		notPlaced: 1,
		undated: 1,
		notes: ['one\n\ntwo']
	},
	'w-refined-selector.json': {
		format: 'web-annotation',
		added: 1,
		undated: 1
	},
	'w-impossible-position.json': {
		format: 'web-annotation',
		added: 1,
		undated: 1
	},
	'w-quote-of-nothing.json': {
		format: 'web-annotation',
		added: 1,
		notPlaced: 1,
		undated: 1
	},
	'w-quote-of-a-letter.json': {
		format: 'web-annotation',
		added: 1,
		notPlaced: 1,
		undated: 1
	},
	'w-30-february.json': {
		format: 'web-annotation',
		added: 1,
		undated: 1
	},
	'w-date-as-number.json': {
		format: 'web-annotation',
		added: 1,
		undated: 1
	},
	'w-half-a-character.json': {
		format: 'web-annotation',
		added: 1,
		notPlaced: 1,
		undated: 1,
		notes: ['a\ufffd']
	},
	'w-id-that-runs.json': {
		format: 'web-annotation',
		added: 1,
		undated: 1
	},
	'w-id-with-spaces.json': {
		format: 'web-annotation',
		added: 1,
		undated: 1
	},
	'w-colour-that-loads.json': {
		format: 'web-annotation',
		added: 1,
		undated: 1,
		notes: ['n']
	},
	'w-broken-percent.json': {
		format: 'web-annotation',
		added: 1,
		notPlaced: 1,
		undated: 1
	},
	'w-byte-order-mark.json': {
		format: 'web-annotation',
		added: 1,
		undated: 1
	},
	'w-comma-at-the-end.json': {
		error: 'broken-json'
	},
	'w-line-by-line.json': {
		error: 'broken-json'
	},
	'w-called-by-script.json': {
		error: 'unknown-format'
	},
	'w-only-null.json': {
		error: 'unknown-format'
	},
	'c-quotes-never-closed.csv': {
		format: 'readwise',
		added: 1,
		notPlaced: 1,
		undated: 1
	},
	'c-separated-by-tabs.csv': {
		format: 'readwise',
		added: 1,
		undated: 1
	},
	'c-head-twice.csv': {
		format: 'readwise',
		added: 1,
		undated: 1
	},
	'c-notes-in-two-columns.csv': {
		format: 'readwise',
		added: 1,
		undated: 1,
		refused: ['column-left-out'],
		notes: ['one']
	},
	'c-capitals.csv': {
		format: 'readwise',
		added: 1,
		undated: 1
	},
	'c-only-a-head.csv': {
		format: 'readwise'
	},
	'h-two-sets.htm': {
		format: 'study-packet',
		added: 1,
		undated: 1,
		refused: ['another-set']
	},
	'h-capitals.htm': {
		format: 'study-packet',
		added: 1,
		undated: 1
	},
	'h-never-closed.htm': {
		error: 'no-annotations-in-page'
	},
	'x-zip.annotation': {
		error: 'unknown-format'
	},
	'x-gzip.json': {
		error: 'not-text'
	},
	'x-overlong-utf-8.json': {
		error: 'not-text'
	},
	'x-nothing.txt': {
		error: 'empty'
	}
};
