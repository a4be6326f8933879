/**
 * Reads Hypothesis: rows of its API's search (h.readthedocs.io/en/latest/api-reference), and the
 * file that its client exports: `{ export_date, annotations: [] }`.
 */
import * as v from 'valibot';
import type { FileContent } from '../file-content';
import type { FileErrorCode } from '../file-error';
import { listOf, oneOrMany, text } from '../foreign/foreign-json';
import { readDate } from '../foreign/dates';
import { createForeignMark, type ForeignMark } from '../foreign/foreign-mark';
import { BOOKMARK_TAG, OWN_USER } from './own-rows';
import { isObject, joinPath } from '../json';
import {
	checkCount,
	collectMarks,
	NOTHING_READ,
	type ReadMark,
	type ReadResult
} from '../read-result';

const QuoteSelector = v.object({
	type: v.literal('TextQuoteSelector'),
	exact: text,
	prefix: text,
	suffix: text
});
const Row = v.object({
	id: text,
	uri: text,
	user: text,
	created: text,
	updated: text,
	text,
	tags: listOf(v.string()),
	/** Ids of the annotations that a reply answers, the nearest last. */
	references: listOf(v.string()),
	document: v.fallback(v.object({ title: oneOrMany(v.string()) }), { title: [] }),
	// Its positions count the whole page in UTF-16 units: they are of no use here.
	target: listOf(v.object({ selector: listOf(QuoteSelector) }))
});
type Row = v.InferOutput<typeof Row>;

/** What makes an object a row, and tells it from annotations of other apps. */
const RowLike = v.object({ uri: v.string(), target: v.array(v.unknown()) });

/** Whether a file has rows of Hypothesis: an address, and a list of targets. */
export function isHypothesis({ json }: FileContent): boolean {
	return rowsOf(json) !== null;
}

/** @throws FileError when it has more rows than are ever read */
export function readHypothesis({ json }: FileContent): ReadResult {
	const { name, rows } = rowsOf(json) ?? { name: '', rows: [] };
	checkCount(name, rows);
	const read = rows.filter(isObject).map((row) => v.parse(Row, row));
	const byId = new Map(read.map((row) => [row.id, row]));
	const marks = rows.flatMap((row, index): ReadMark[] => {
		const path = joinPath(name, index);
		const read = toMarks(row, byId);
		return typeof read === 'string' ? [{ path, mark: read }] : read.map((mark) => ({ path, mark }));
	});
	return { ...NOTHING_READ, ...collectMarks(marks, []) };
}

/** The rows of a file, and the name of their list; `null` when it has none. */
function rowsOf(file: unknown): { name: string; rows: unknown[] } | null {
	const isRow = (row: unknown) => v.is(RowLike, row);
	if (Array.isArray(file)) return file.some(isRow) ? { name: '', rows: file } : null;
	if (!isObject(file)) return null;
	const name = Array.isArray(file.rows) ? 'rows' : 'annotations';
	const rows = file[name];
	if (!Array.isArray(rows)) return isRow(file) ? { name: '', rows: [file] } : null;
	return rows.length === 0 || rows.some(isRow) ? { name, rows } : null;
}

/**
 * One row as marks, one for each of its targets; what is wrong with it when it is none. A reply takes the
 * words of the annotation that it answers, found by its id.
 */
function toMarks(value: unknown, byId: ReadonlyMap<string, Row>): ForeignMark[] | FileErrorCode {
	if (!isObject(value)) return 'not-an-object';
	if (!v.is(RowLike, value)) return 'no-address-or-target';
	const row = v.parse(Row, value);
	const quotes = row.target.slice(1).map(quoteOf);
	const first = quoteOf(row.target[0]) ?? quoteAnswered(row, byId) ?? NO_WORDS;
	return [first, ...quotes.filter((quote) => quote !== null)].map((quote, index) =>
		toMark(row, quote, index)
	);
}

const NO_WORDS = { exact: '', prefix: '', suffix: '' };

function toMark(row: Row, quote: Words, index: number): ForeignMark {
	const created = readDate(row.created);
	const modified = readDate(row.updated);
	const { id, uri, user, text: note } = row;
	const isBookmark = user === OWN_USER && row.tags.at(-1) === BOOKMARK_TAG;
	const kind = note.trim() === '' && quote.exact !== '' ? 'highlight' : 'note';
	const name = id === '' ? [uri, quote.exact, note, created ?? ''] : [id];
	return createForeignMark({
		names: index === 0 ? name : [...name, `target ${index}`],
		created,
		...(modified === null ? {} : { modified }),
		quote,
		note,
		tags: isBookmark ? row.tags.slice(0, -1) : row.tags,
		kind: isBookmark ? 'bookmark' : kind,
		origin: {
			app: 'hypothesis',
			title: row.document.title[0] ?? '',
			author: '',
			address: uri.split('#')[0]
		}
	});
}

type Words = Pick<v.InferOutput<typeof QuoteSelector>, 'exact' | 'prefix' | 'suffix'>;

function quoteOf(target: Row['target'][number] | undefined): Words | null {
	const quote = target?.selector[0];
	return quote && quote.exact !== '' ? quote : null;
}

/** The words of the nearest annotation that a reply answers, directly or through others. */
function quoteAnswered({ references }: Row, byId: ReadonlyMap<string, Row>): Words | null {
	for (const id of [...references].reverse()) {
		const answered = byId.get(id);
		const quote = answered && quoteOf(answered.target[0]);
		if (quote) return quote;
	}
	return null;
}
