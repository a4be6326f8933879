/**
 * Reads both tables of Readwise: the one that it imports (`Highlight,Title,Author,URL,Note,Location,Date`)
 * and the one that it exports (`Highlight,Book Title,Book Author,…,Highlighted at`).
 */
import { parseTable } from '../csv';
import type { FileContent } from '../file-content';
import type { FileErrorCode, Refusal } from '../file-error';
import { colourOf } from '../foreign/colours';
import { readDate } from '../foreign/dates';
import { createForeignMark, type ForeignMark } from '../foreign/foreign-mark';
import { splitTags } from './tag-lines';
import { checkCount, collectMarks, NOTHING_READ, type ReadResult } from '../read-result';

/** Whether a file is a table with a column of highlights. */
export function isReadwise({ text }: FileContent): boolean {
	return tableOf(text) !== null;
}

/** @throws FileError when it has more rows than are ever read */
export function readReadwise({ text }: FileContent): ReadResult {
	const { body, separator } = tableOf(text)!;
	const [head, ...all] = parseTable(body, separator);
	const heading = head.cells.join(separator);
	// The head again is a table set under another.
	const rows = all.filter(({ cells }) => cells.join(separator) !== heading);
	const columns = columnsOf(head.cells)!;
	checkCount('', rows);
	const marks = rows.map(({ line, cells }) => ({
		path: `line ${line}`,
		mark: readRow(cells, columns)
	}));
	const refused = unusedColumns(head.cells, columns, rows);
	return { ...NOTHING_READ, ...collectMarks(marks, refused) };
}

// UTF-16 units that are parsed to find the head, so that a whole book is not taken apart in vain.
const HEAD_LENGTH = 10_000;

// Spreadsheets write and read a first line that says what separates the cells.
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/** The table of such a file and what separates its columns; `null` when its first row is no head of Readwise's. */
function tableOf(text: string): { body: string; separator: string } | null {
	const line = SEPARATOR_LINE.exec(text);
	// Kept as an empty row, so that the lines that readers are told of are those of the file.
	const body = line ? text.slice(line[0].length - 1) : text;
	const start = body.slice(0, HEAD_LENGTH);
	const isHead = (separator: string) =>
		columnsOf(parseTable(start, separator)[0]?.cells ?? []) !== null;
	const separator = [...(line ? [line[1]] : []), ',', ';', '\t', '|'].find(isHead);
	return separator === undefined ? null : { body, separator };
}

/** Where each column stands, by its name in lower case, the first of two of one name; `null` when the first row is no such head. */
function columnsOf(head: readonly string[]): ReadonlyMap<string, number> | null {
	const names = head.map((name) => name.trim().toLowerCase());
	const columns = new Map(names.map((name, index) => [name, index] as const).reverse());
	columns.delete('');
	return columns.has('highlight') ? columns : null;
}

const TITLE = ['title', 'book title'];
const AUTHOR = ['author', 'book author'];
const DATE = ['date', 'highlighted at'];
const COLOUR = ['color', 'colour'];
const TAKEN = new Set([
	...['highlight', 'note', 'tags', 'location', 'location type', 'url'],
	...[...TITLE, ...AUTHOR, ...DATE, ...COLOUR]
]);
// What it says of the book is nothing that a reader wrote.
const NO_WORDS = new Set(['amazon book id']);

/** Columns with something in them of which nothing is taken. */
function unusedColumns(
	head: readonly string[],
	columns: ReadonlyMap<string, number>,
	rows: readonly { cells: string[] }[]
): Refusal[] {
	const count = rows.reduce((most, { cells }) => Math.max(most, cells.length), head.length);
	return [...Array(count).keys()]
		.map((index) => ({ index, name: (head[index] ?? '').trim() }))
		.filter(({ index, name }) => {
			const key = name.toLowerCase();
			const isTaken = TAKEN.has(key) && columns.get(key) === index;
			return !isTaken && !NO_WORDS.has(key);
		})
		.map(({ index, name }) => ({
			code: 'column-left-out' as const,
			path: name === '' ? `column ${index + 1}` : `column “${name.slice(0, 100)}”`,
			details: { count: rows.filter(({ cells }) => (cells[index] ?? '').trim() !== '').length }
		}))
		.filter(({ details }) => details.count > 0);
}

/** One row as a mark; what is wrong with it when it is none. */
function readRow(
	cells: readonly string[],
	columns: ReadonlyMap<string, number>
): ForeignMark | FileErrorCode {
	const cell = (...names: string[]) => {
		const index = names.map((name) => columns.get(name)).find((found) => found !== undefined);
		return index === undefined ? '' : (cells[index] ?? '').trim();
	};
	const exact = cell('highlight');
	const { note, tags } = splitTags(cell('note'));
	if (exact === '' && note === '') return 'no-highlight-or-note';
	const title = cell(...TITLE);
	const location = cell('location');
	return createForeignMark({
		// The note is left out, since the reader may have changed it since an earlier import.
		names: exact === '' ? [title, note] : [title, exact, location],
		created: readDate(cell(...DATE)),
		quote: { exact },
		note,
		tags: [...tags, ...cell('tags').split(',')],
		colour: colourOf(cell(...COLOUR)),
		origin: {
			app: 'readwise',
			title,
			author: cell(...AUTHOR),
			address: cell('url'),
			location: [cell('location type'), location].filter((part) => part !== '').join(' ')
		}
	});
}
