/**
 * The file of the rescue page (static/rescue.js): what lay in both stores, as it lay there, whole or
 * damaged. Read as a backup is: what is sound comes back, what is not is told.
 */
import type { Annotation } from '../../annotation/annotation';
import { readHolding } from '../backup/backup';
import { checkAnnotation } from '../check-annotation';
import { NOTHING, tooMany, type ReadFile } from '../read-result';
import type { Refusal } from '../file-error';
import { isRecord, pathTo, type Unread } from '../json';

/** Where in the file a list stands, and what it has there. */
interface List {
	path: string;
	values: unknown[];
}

export function isRescue(file: unknown): file is Unread {
	return isRecord(file) && file.format === 'postil-rescue';
}

/** @throws FileError when it has more entries than are ever read */
export function readRescue(file: Unread): ReadFile {
	const database = isRecord(file.database) ? file.database : {};
	const stores = isRecord(database.stores) ? database.stores : {};
	const store = (name: string): List => ({
		path: pathTo('database.stores', name),
		values: listOf(stores[name])
	});
	const journal: List = { path: 'journal', values: listOf(file.journal) };
	const { annotations, refused } = readAnnotations([
		store('annotations'),
		inside(store('unmerged'), 'value'),
		inside(journal, 'annotation')
	]);
	const holding = readHolding({
		holds: 'backup',
		snapshots: [
			...store('snapshots').values,
			...inside(journal, 'snapshot').values.filter(isRecord)
		],
		positions: inside(store('positions'), 'value').values,
		preferences: Object.fromEntries(
			store('preferences')
				.values.filter(isRecord)
				.map(({ key, value }) => [String(key), value])
		)
	});
	const { snapshots, positions, preferences } = holding;
	return {
		...NOTHING,
		format: 'rescue',
		annotations,
		snapshots,
		positions,
		preferences,
		refused: [...refused, ...holding.refused]
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
		tooMany(path, values);
		values.forEach((value, index) => {
			if (value === undefined) return;
			const checked = checkAnnotation(isRecord(value) ? withoutNumber(value) : value);
			if (typeof checked !== 'string') annotations.push(checked);
			else refused.push({ path: pathTo(path, index), reason: checked });
		});
	}
	return { annotations, refused };
}

/** A stored record without the number of its write, which is the database's own. */
function withoutNumber({ saved: _, ...record }: Unread): Unread {
	return record;
}

/** What the entries of a list have under a name; each stays where it was. */
function inside({ path, values }: List, name: string): List {
	return { path, values: values.map((entry) => (isRecord(entry) ? entry[name] : undefined)) };
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
