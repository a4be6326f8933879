/** Annotations in JSON: ours, of the W3C model in its several shapes, and of Hypothesis. */
import { readHolding } from './backup/backup';
import { NOTHING, sorted, tooMany, type ReadFile } from './read-result';
import { FileError } from './file-error';
import { hypothesisRows, readHypothesisRow } from './hypothesis/read';
import { isRescue, readRescue } from './rescue/read';
import { readWebAnnotation } from './web-annotation/read';
import { OURS, ownItems } from './json-ld/json-ld';
import { isRecord, pathTo, type Unread } from './json';

/**
 * What `file`, as `parseJson` gave it, holds.
 *
 * @throws FileError when it holds no annotations
 */
export function readJsonFile(file: unknown): ReadFile {
	if (isRescue(file)) return readRescue(file);
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
	if (!isRecord(file)) throw new FileError('', 'is of no kind that Postil can read');
	if (Array.isArray(file.items)) return { path: 'items', items: file.items };
	const types = [file.type ?? file['@type']].flat();
	if (types.includes('Annotation')) return { path: '', items: [file] };
	if (isRecord(file.first) && Array.isArray(file.first.items)) {
		return { path: 'first.items', items: file.first.items };
	}
	if (typeof file.first === 'string') {
		throw new FileError('first', 'is only an address: the annotations are elsewhere');
	}
	throw new FileError('', 'has no annotations that Postil can read');
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

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
