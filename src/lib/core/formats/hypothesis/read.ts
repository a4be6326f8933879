/**
 * Hypothesis: rows of its API's search (h.readthedocs.io/en/latest/api-reference), and the file
 * that its client exports: `{ export_date, annotations: [] }`.
 */
import { dateOf, foreignMark, type ForeignMark } from '../foreign-mark';
import { isRecord, type Unread } from '../json';

/** The rows of such a file; `null` when it is none. */
export function hypothesisRows(file: unknown): { name: string; rows: unknown[] } | null {
	if (Array.isArray(file)) return file.some(isRow) ? { name: '', rows: file } : null;
	if (!isRecord(file)) return null;
	const name = Array.isArray(file.rows) ? 'rows' : 'annotations';
	const rows = file[name];
	if (!Array.isArray(rows)) return isRow(file) ? { name: '', rows: [file] } : null;
	return rows.length === 0 || rows.some(isRow) ? { name, rows } : null;
}

function isRow(row: unknown): boolean {
	return isRecord(row) && typeof row.uri === 'string' && Array.isArray(row.target);
}

/**
 * One row as a mark; a text that says what is wrong with it when it is none. A reply takes the
 * words of the annotation that it answers, found among `rows` by `byId`.
 */
export function readHypothesisRow(
	row: unknown,
	byId: ReadonlyMap<string, Unread>
): ForeignMark | string {
	if (!isRecord(row)) return 'is no record';
	if (!isRow(row)) return 'has no address or no target';
	const quoted = withQuote(row, byId);
	const { quote, position } = selectorsOf(quoted);
	const created = dateOf(row.created);
	const modified = dateOf(row.updated);
	const note = textOf(row.text);
	const id = textOf(row.id);
	return foreignMark({
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
function withQuote(row: Unread, byId: ReadonlyMap<string, Unread>): Unread {
	if (selectorsOf(row).quote.exact !== '' || !Array.isArray(row.references)) return row;
	const answered = [...row.references].reverse().map((id) => byId.get(textOf(id)));
	return answered.find((one) => one && selectorsOf(one).quote.exact !== '') ?? row;
}

function selectorsOf({ target }: Unread) {
	const first: unknown = Array.isArray(target) ? target[0] : null;
	const list: unknown[] = isRecord(first) && Array.isArray(first.selector) ? first.selector : [];
	const of = (type: string) => list.filter(isRecord).find((one) => one.type === type) ?? {};
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

function titleOf({ document }: Unread): string {
	const title = isRecord(document) ? document.title : '';
	return textOf(Array.isArray(title) ? title[0] : title);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
