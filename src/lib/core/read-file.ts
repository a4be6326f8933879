/** What a file that a reader gave us holds, whoever made it, known by its content and not by its name. */
import type { Annotation } from './annotation';
import { readHolding, type Holding } from './backup';
import { parseCsv } from './csv';
import { decodeFile } from './decode-file';
import type { ForeignMark } from './foreign-mark';
import { ImportError, type Refusal } from './import-error';
import { hypothesisRows, readHypothesisRow } from './import-hypothesis';
import { isKindle, readKindle } from './import-kindle';
import { MOST_ITEMS } from './import-limits';
import { dataOfPage, isPage } from './import-packet';
import { readReadwiseRow, readwiseColumns } from './import-readwise';
import { readWebAnnotation } from './import-web-annotation';
import { OURS, ownItems } from './json-ld';
import { isRecord, parseJson, pathTo, type Unread } from './json-tree';

export type Format =
	'backup' | 'postil' | 'study-packet' | 'web-annotation' | 'hypothesis' | 'readwise' | 'kindle';

export interface ReadFile extends Omit<Holding, 'holds' | 'deleted'> {
	format: Format;
	/** Our own, also deleted ones and tombstones. */
	annotations: Annotation[];
	/** Of other apps; they have no place here yet. */
	marks: ForeignMark[];
	/** Records that the file has twice, or an earlier state of. */
	duplicates: number;
	/** What could not be understood, and where it stands. */
	refused: Refusal[];
}

/**
 * Reads a file of any format that `Format` names. What in it is not understood is listed under
 * `refused`; nothing is lost silently.
 *
 * @throws ImportError when the file as a whole is of no such format, damaged, or beyond the limits
 */
export function readFile(bytes: Uint8Array): ReadFile {
	const text = decodeFile(bytes);
	const start = text.trimStart()[0];
	if (start === '{' || start === '[') return readJson(parseJson(text));
	if (isPage(text)) return readPage(text);
	if (isKindle(text)) return { ...NOTHING, format: 'kindle', ...limited(readKindle(text)) };
	const table = readTable(text);
	if (table) return table;
	throw new ImportError('', text.trim() === '' ? 'is empty' : 'is of no kind that Postil can read');
}

const NOTHING = {
	annotations: [],
	marks: [],
	snapshots: [],
	positions: [],
	preferences: {},
	duplicates: 0,
	refused: []
};

function readJson(file: unknown): ReadFile {
	const hypothesis = hypothesisRows(file);
	if (hypothesis) return readHypothesis(hypothesis);
	const record = isRecord(file) ? file : {};
	const { path, items } = itemsOf(file);
	tooMany(path, items);
	const { annotations, foreign, refused } = ownItems(items);
	const about = isRecord(record.about) ? record.about : {};
	const publication = {
		title: textOf(about['dc:title'] ?? record.label),
		author: [about['dc:creator']].flat().map(textOf).join('; ')
	};
	const others = [...foreign].map(([index, item]) => ({
		path: items.length === 1 && items[0] === file ? '' : pathTo(path, index),
		mark: readWebAnnotation(item, publication, 'web-annotation')
	}));
	const isOurs = record[OURS] !== undefined;
	const { holds, deleted, ...kept } = readHolding(record[OURS]);
	const own = { format: holds === 'backup' ? 'backup' : 'postil' } as const;
	return {
		...kept,
		...(isOurs ? own : { format: 'web-annotation' }),
		annotations: [...annotations, ...deleted],
		...sorted(others, [...refused, ...kept.refused])
	};
}

/** The items of a set, a page, a collection with its first page in it, a list, or one alone. */
function itemsOf(file: unknown): { path: string; items: unknown[] } {
	if (Array.isArray(file)) return { path: '', items: file };
	if (!isRecord(file)) throw new ImportError('', 'is of no kind that Postil can read');
	if (Array.isArray(file.items)) return { path: 'items', items: file.items };
	const types = [file.type ?? file['@type']].flat();
	if (types.includes('Annotation')) return { path: '', items: [file] };
	if (isRecord(file.first) && Array.isArray(file.first.items)) {
		return { path: 'first.items', items: file.first.items };
	}
	if (typeof file.first === 'string') {
		throw new ImportError('first', 'is only an address: the annotations are elsewhere');
	}
	throw new ImportError('', 'has no annotations that Postil can read');
}

function readHypothesis({ name, rows }: { name: string; rows: unknown[] }): ReadFile {
	tooMany(name, rows);
	const byId = new Map(
		rows.filter(isRecord).map((row) => [textOf(row.id), row] as [string, Unread])
	);
	const marks = rows.map((row, index) => ({
		path: pathTo(name, index),
		mark: readHypothesisRow(row, byId)
	}));
	return { ...NOTHING, format: 'hypothesis', ...sorted(marks, []) };
}

function readPage(page: string): ReadFile {
	const data = dataOfPage(page).map(parseJson);
	const ours = data.find((one) => isRecord(one) && one[OURS] !== undefined) ?? data[0];
	if (ours === undefined) throw new ImportError('', 'is a page without annotations in it');
	return { ...readJson(ours), format: 'study-packet' };
}

function readTable(text: string): ReadFile | null {
	// The first line tells: a whole book is not taken apart for nothing.
	const [firstLine] = text.slice(0, 10_000).split('\n', 1);
	const separator = [',', ';', '\t'].find((one) =>
		readwiseColumns(parseCsv(firstLine, one)[0]?.cells ?? [])
	);
	if (separator === undefined) return null;
	const [head, ...rows] = parseCsv(text, separator);
	const columns = readwiseColumns(head.cells)!;
	tooMany('', rows);
	const marks = rows.map(({ line, cells }) => ({
		path: `line ${line}`,
		mark: readReadwiseRow(cells, columns)
	}));
	return { ...NOTHING, format: 'readwise', ...sorted(marks, []) };
}

/** Marks, each once, and refusals of a list of both. */
function sorted(
	read: readonly { path: string; mark: ForeignMark | string }[],
	refused: readonly Refusal[]
): Pick<ReadFile, 'marks' | 'refused' | 'duplicates'> {
	const marks = new Map<string, ForeignMark>();
	const found = { duplicates: 0, refused: [...refused] };
	for (const { path, mark } of read) {
		if (typeof mark === 'string') found.refused.push({ path, reason: mark });
		else if (marks.has(mark.id)) found.duplicates += 1;
		else marks.set(mark.id, mark);
	}
	return { ...found, marks: [...marks.values()] };
}

function limited(
	read: ReturnType<typeof readKindle>
): Pick<ReadFile, 'marks' | 'refused' | 'duplicates'> {
	tooMany('', read.marks);
	const read_ = sorted(
		read.marks.map((mark) => ({ path: '', mark })),
		read.refused
	);
	return { ...read_, duplicates: read_.duplicates + read.duplicates };
}

function tooMany(path: string, items: readonly unknown[]): void {
	if (items.length > MOST_ITEMS) throw new ImportError(path, `has more than ${MOST_ITEMS} entries`);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
