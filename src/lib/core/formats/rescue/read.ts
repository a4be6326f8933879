/**
 * The file of the rescue page (static/rescue.js): what lay in both stores, as it lay there, whole or
 * damaged. Read as a backup is: what is sound comes back, what is not is told.
 */
import type { Annotation } from '../../annotation/annotation';
import type { FileContent } from '../file-content';
import { readPostilData } from '../postil-data';
import { checkAnnotation } from '../check-annotation';
import { NOTHING_READ, checkCount, type ReadResult } from '../read-result';
import type { Refusal } from '../file-error';
import { isObject, joinPath, type JsonObject } from '../json';

/** Where in the file a list stands, and what it has there. */
interface List {
	path: string;
	values: unknown[];
}

/** Whether a file is the rescue page's. */
export function isRescue({ json }: FileContent): boolean {
	return isObject(json) && json.format === 'postil-rescue';
}

/** @throws FileError when it has more entries than are ever read */
export function readRescue({ json }: FileContent): ReadResult {
	const file = isObject(json) ? json : {};
	const database = isObject(file.database) ? file.database : {};
	const stores = isObject(database.stores) ? database.stores : {};
	const store = (name: string): List => ({
		path: joinPath('database.stores', name),
		values: listOf(stores[name])
	});
	const journal: List = { path: 'journal', values: listOf(file.journal) };
	const { annotations, refused } = readAnnotations([
		store('annotations'),
		inside(store('unmerged'), 'value'),
		inside(journal, 'annotation')
	]);
	const data = readPostilData({
		snapshots: [
			...store('snapshots').values,
			...inside(journal, 'snapshot').values.filter(isObject)
		],
		positions: inside(store('positions'), 'value').values,
		preferences: Object.fromEntries(
			store('preferences')
				.values.filter(isObject)
				.map(({ key, value }) => [String(key), value])
		)
	});
	const { snapshots, positions, preferences } = data;
	return {
		...NOTHING_READ,
		annotations,
		snapshots,
		positions,
		preferences,
		refused: [...refused, ...data.refused]
	};
}

/** Records of annotations; `undefined` where an entry is of something else. */
function readAnnotations(lists: readonly List[]): {
	annotations: Annotation[];
	refused: Refusal[];
} {
	const annotations: Annotation[] = [];
	const refused: Refusal[] = [];
	for (const { path, values } of lists) {
		checkCount(path, values);
		values.forEach((value, index) => {
			if (value === undefined) return;
			const checked = checkAnnotation(isObject(value) ? withoutNumber(value) : value);
			if (typeof checked !== 'string') annotations.push(checked);
			else refused.push({ code: checked, path: joinPath(path, index) });
		});
	}
	return { annotations, refused };
}

/** A stored record without the number of its write, which is the database's own. */
function withoutNumber({ saved: _, ...record }: JsonObject): JsonObject {
	return record;
}

/** What the entries of a list have under a name; each stays where it was. */
function inside({ path, values }: List, name: string): List {
	return { path, values: values.map((entry) => (isObject(entry) ? entry[name] : undefined)) };
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
