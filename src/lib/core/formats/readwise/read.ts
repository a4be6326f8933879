/**
 * Reads both tables of Readwise: the one that it imports (`Highlight,Title,Author,URL,Note,Location,Date`)
 * and the one that it exports (`Highlight,Book Title,Book Author,…,Highlighted at`).
 */
import { COLOURS } from '../../annotation/annotation';
import { parseTable } from '../csv';
import type { FileContent } from '../file-content';
import type { FileErrorCode } from '../file-error';
import { unguardFormula } from '../formula-guard';
import { readDate } from '../foreign/dates';
import { createForeignMark, type ForeignMark } from '../foreign/foreign-mark';
import { checkCount, collectMarks, NOTHING_READ, type ReadResult } from '../read-result';

/** Whether a file is a table with a column of highlights. */
export function isReadwise({ text }: FileContent): boolean {
	return separatorOf(text) !== null;
}

/** @throws FileError when it has more rows than are ever read */
export function readReadwise({ text }: FileContent): ReadResult {
	const [head, ...rows] = parseTable(text, separatorOf(text)!);
	const columns = columnsOf(head.cells)!;
	checkCount('', rows);
	const marks = rows.map(({ line, cells }) => ({
		path: `line ${line}`,
		mark: readRow(cells, columns)
	}));
	return { ...NOTHING_READ, ...collectMarks(marks, []) };
}

// UTF-16 units that are parsed to find the head, so that a whole book is not taken apart in vain.
const HEAD_LENGTH = 10_000;

/** The character that separates the columns of such a table; `null` when its first row is no head of Readwise's. */
function separatorOf(text: string): string | null {
	const start = text.slice(0, HEAD_LENGTH);
	const isHead = (separator: string) =>
		columnsOf(parseTable(start, separator)[0]?.cells ?? []) !== null;
	return [',', ';', '\t'].find(isHead) ?? null;
}

/** Where each column stands, by its name in lower case; `null` when the first row is no such head. */
function columnsOf(head: readonly string[]): ReadonlyMap<string, number> | null {
	const names = head.map((name) => name.trim().toLowerCase());
	const columns = new Map(names.map((name, index) => [name, index]));
	return columns.has('highlight') && columns.size === names.length ? columns : null;
}

/** One row as a mark; what is wrong with it when it is none. */
function readRow(
	cells: readonly string[],
	columns: ReadonlyMap<string, number>
): ForeignMark | FileErrorCode {
	const cell = (...names: string[]) => {
		const index = names.map((name) => columns.get(name)).find((found) => found !== undefined);
		return index === undefined ? '' : unguardFormula(cells[index] ?? '').trim();
	};
	const exact = cell('highlight');
	const { note, tags } = splitTags(cell('note'));
	if (exact === '' && note === '') return 'no-highlight-or-note';
	const title = cell('title', 'book title');
	const location = cell('location');
	return createForeignMark({
		// The note is left out, since the reader may have changed it since an earlier import.
		names: exact === '' ? [title, note] : [title, exact, location],
		created: readDate(cell('date', 'highlighted at')),
		quote: { exact },
		note,
		tags: [...tags, ...cell('tags').split(',')],
		colour: COLOURS.find((colour) => colour === cell('color').toLowerCase()) ?? null,
		origin: {
			app: 'readwise',
			title,
			author: cell('author', 'book author'),
			address: cell('url'),
			location: [cell('location type'), location].filter((part) => part !== '').join(' ')
		}
	});
}

/** A note without its tags, which stand in lines of their own: `.tag`. */
function splitTags(cell: string): { note: string; tags: string[] } {
	const lines = cell.split(/\r\n|\r|\n/);
	const isTag = (line: string) => /^\.[^\s.]\S*\s*$/.test(line);
	return {
		note: lines
			.filter((line) => !isTag(line))
			.join('\n')
			.trim(),
		tags: lines.filter(isTag).map((line) => line.trim().slice(1))
	};
}
