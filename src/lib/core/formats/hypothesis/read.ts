/**
 * Hypothesis: rows of its API's search (h.readthedocs.io/en/latest/api-reference), and the file
 * that its client exports: `{ export_date, annotations: [] }`.
 */
import { dateOf, createForeignMark, type ForeignMark } from '../foreign-mark';
import type { FileContent } from '../file-content';
import type { FileErrorCode } from '../file-error';
import { isObject, joinPath, type JsonObject } from '../json';
import { checkCount, collectMarks, NOTHING_READ, type ReadResult } from '../read-result';

/** Whether a file has rows of Hypothesis: an address, and a list of targets. */
export function isHypothesis({ json }: FileContent): boolean {
	return rowsOf(json) !== null;
}

/** @throws FileError when it has more rows than are ever read */
export function readHypothesis({ json }: FileContent): ReadResult {
	const { name, rows } = rowsOf(json) ?? { name: '', rows: [] };
	checkCount(name, rows);
	const byId = new Map(
		rows.filter(isObject).map((row) => [textOf(row.id), row] as [string, JsonObject])
	);
	const marks = rows.map((row, index) => ({
		path: joinPath(name, index),
		mark: readRow(row, byId)
	}));
	return { ...NOTHING_READ, ...collectMarks(marks, []) };
}

/** The rows of a file, and the name of their list; `null` when it has none. */
function rowsOf(file: unknown): { name: string; rows: unknown[] } | null {
	if (Array.isArray(file)) return file.some(isRow) ? { name: '', rows: file } : null;
	if (!isObject(file)) return null;
	const name = Array.isArray(file.rows) ? 'rows' : 'annotations';
	const rows = file[name];
	if (!Array.isArray(rows)) return isRow(file) ? { name: '', rows: [file] } : null;
	return rows.length === 0 || rows.some(isRow) ? { name, rows } : null;
}

function isRow(row: unknown): boolean {
	return isObject(row) && typeof row.uri === 'string' && Array.isArray(row.target);
}

/**
 * One row as a mark; what is wrong with it when it is none. A reply takes the
 * words of the annotation that it answers, found among `rows` by `byId`.
 */
function readRow(row: unknown, byId: ReadonlyMap<string, JsonObject>): ForeignMark | FileErrorCode {
	if (!isObject(row)) return 'not-an-object';
	if (!isRow(row)) return 'no-address-or-target';
	const quoted = withQuote(row, byId);
	const { quote, position } = selectorsOf(quoted);
	const created = dateOf(row.created);
	const modified = dateOf(row.updated);
	const note = textOf(row.text);
	const id = textOf(row.id);
	return createForeignMark({
		names: id === '' ? [textOf(row.uri), quote.exact, note, created ?? ''] : [id],
		created,
		...(modified ? { modified } : {}),
		quote,
		position,
		note,
		tags: (Array.isArray(row.tags) ? row.tags : []).filter((tag) => typeof tag === 'string'),
		kind: note.trim() === '' && quote.exact !== '' ? 'highlight' : 'note',
		origin: {
			app: 'hypothesis',
			title: titleOf(row),
			author: '',
			address: textOf(row.uri).split('#')[0]
		}
	});
}

/** The row itself, or the nearest one that it answers and that has words. */
function withQuote(row: JsonObject, byId: ReadonlyMap<string, JsonObject>): JsonObject {
	if (selectorsOf(row).quote.exact !== '' || !Array.isArray(row.references)) return row;
	const answered = [...row.references].reverse().map((id) => byId.get(textOf(id)));
	return answered.find((one) => one && selectorsOf(one).quote.exact !== '') ?? row;
}

function selectorsOf({ target }: JsonObject) {
	const first: unknown = Array.isArray(target) ? target[0] : null;
	const list: unknown[] = isObject(first) && Array.isArray(first.selector) ? first.selector : [];
	const of = (type: string) => list.filter(isObject).find((one) => one.type === type) ?? {};
	const quote = of('TextQuoteSelector');
	// Its positions count the whole page in UTF-16 units: no use here.
	return {
		quote: {
			exact: textOf(quote.exact),
			prefix: textOf(quote.prefix),
			suffix: textOf(quote.suffix)
		},
		position: null
	};
}

function titleOf({ document }: JsonObject): string {
	const title = isObject(document) ? document.title : '';
	return textOf(Array.isArray(title) ? title[0] : title);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
