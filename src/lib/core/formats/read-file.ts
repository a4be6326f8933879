/** What a file that a reader gave us holds, whoever made it, known by its content and not by its name. */
import { parseCsv } from './csv';
import { decodeFile } from './decode-file';
import { NOTHING, sorted, tooMany, type ReadFile } from './read-result';
import { FileError } from './file-error';
import { isKindle, readKindle } from './kindle/read';
import { dataOfPage, isPage } from './study-packet/read';
import { readReadwiseRow, readwiseColumns } from './readwise/read';
import { OURS } from './json-ld/json-ld';
import { isRecord, parseJson } from './json';
import { readJsonFile } from './read-json-file';

/**
 * Reads a file of any format that `Format` names. What in it is not understood is listed under
 * `refused`; nothing is lost silently.
 *
 * @throws FileError when the file as a whole is of no such format, damaged, or beyond the limits
 */
export function readFile(bytes: Uint8Array): ReadFile {
	const text = decodeFile(bytes);
	// First, since the title of a book may begin as JSON does.
	if (isKindle(text)) return readClippings(text);
	const start = text.trimStart()[0];
	if (start === '{' || start === '[') return readJsonFile(parseJson(text));
	if (isPage(text)) return readPage(text);
	const table = readTable(text);
	if (table) return table;
	throw new FileError('', text.trim() === '' ? 'is empty' : 'is of no kind that Postil can read');
}

function readPage(page: string): ReadFile {
	const data = dataOfPage(page).map(parseJson);
	const ours = data.find((one) => isRecord(one) && one[OURS] !== undefined) ?? data[0];
	if (ours === undefined) throw new FileError('', 'is a page without annotations in it');
	return { ...readJsonFile(ours), format: 'study-packet' };
}

function readTable(text: string): ReadFile | null {
	// The first line tells: a whole book is not taken apart for nothing.
	const [firstLine] = text.slice(0, 10_000).split('\n', 1);
	const separator = [',', ';', '\t'].find((one) =>
		readwiseColumns(parseCsv(firstLine, one)[0]?.cells ?? [])
	);
	if (separator === undefined) return null;
	const [head, ...rows] = parseCsv(text, separator);
	const columns = readwiseColumns(head.cells);
	if (columns === null) return null; // a cell of its head has a line break
	tooMany('', rows);
	const marks = rows.map(({ line, cells }) => ({
		path: `line ${line}`,
		mark: readReadwiseRow(cells, columns)
	}));
	return { ...NOTHING, format: 'readwise', ...sorted(marks, []) };
}

function readClippings(text: string): ReadFile {
	const { marks, refused, duplicates } = readKindle(text);
	tooMany('', marks);
	const read = sorted(
		marks.map((mark) => ({ path: '', mark })),
		refused
	);
	return { ...NOTHING, format: 'kindle', ...read, duplicates: read.duplicates + duplicates };
}
