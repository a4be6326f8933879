/**
 * Reads the file of the rescue page (static/rescue.js): what lay in both stores, as it lay there,
 * whole or damaged. It is read as a backup is: what is sound comes back, the rest is listed as refused.
 */
import * as v from 'valibot';
import type { Annotation } from '../../annotation/annotation';
import { checkAnnotation } from '../check-annotation';
import type { FileContent } from '../file-content';
import type { Refusal } from '../file-error';
import { isObject, joinPath, type JsonObject } from '../json';
import { readPostilData } from '../postil-data';
import { checkCount, NOTHING_READ, type ReadResult } from '../read-result';

const entries = v.fallback(v.array(v.unknown()), []);
const RescueFile = v.object({
	/** Of the database, the entries of each store by its name. */
	database: v.fallback(v.object({ stores: v.fallback(v.record(v.string(), entries), {}) }), {
		stores: {}
	}),
	journal: entries
});

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
	const { database, journal: lines } = v.parse(RescueFile, json);
	const store = (name: string): List => ({
		path: joinPath('database.stores', name),
		values: database.stores[name] ?? []
	});
	const journal: List = { path: 'journal', values: lines };
	const { annotations, refused } = readAnnotations([
		store('annotations'),
		valuesOf(store('unmerged'), 'value'),
		valuesOf(journal, 'annotation')
	]);
	const { snapshots, positions, preferences, ...rest } = readPostilData({
		snapshots: [
			...store('snapshots').values,
			...valuesOf(journal, 'snapshot').values.filter(isObject)
		],
		positions: valuesOf(store('positions'), 'value').values,
		preferences: Object.fromEntries(
			store('preferences')
				.values.filter(isObject)
				.map(({ key, value }) => [String(key), value])
		)
	});
	return {
		...NOTHING_READ,
		annotations,
		snapshots,
		positions,
		preferences,
		refused: [...refused, ...rest.refused]
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
			const checked = checkAnnotation(isObject(value) ? withoutWriteNumber(value) : value);
			if (typeof checked !== 'string') annotations.push(checked);
			else refused.push({ code: checked, path: joinPath(path, index) });
		});
	}
	return { annotations, refused };
}

/** A stored record without the number of its write, which is the database's own. */
function withoutWriteNumber({ saved: _, ...record }: JsonObject): JsonObject {
	return record;
}

/** What the entries of a list have under a name; each stays where it was in the list. */
function valuesOf({ path, values }: List, name: string): List {
	return { path, values: values.map((entry) => (isObject(entry) ? entry[name] : undefined)) };
}
