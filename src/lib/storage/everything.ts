/** All that is kept here, as one reading: for backups, and for imports to compare with. */
import type { Annotation } from '$lib/core/annotation';
import type { Kept } from '$lib/core/backup';
import { merge } from '$lib/core/merge';
import { readAnnotation } from '$lib/core/read-annotation';
import { TRAVELLING, travelling } from '$lib/core/travelling';
import { readStored } from './annotations';
import { LONG_LIMIT, type Database } from './database';

export interface Everything extends Kept {
	/** Also deleted ones and tombstones, merged; without records that cannot be read. */
	annotations: Annotation[];
	/** Kept texts by edition. */
	snapshots: Map<string, string>;
	/** Number of the last write. */
	last: number;
}

/** @throws StorageError when the database cannot be read */
export async function findEverything(database: Database): Promise<Everything> {
	const [records, unmerged, snapshots, positions, ...preferences] = await database.read(
		['annotations', 'unmerged', 'snapshots', 'positions', 'preferences'],
		(tx) =>
			Promise.all([
				tx.objectStore('annotations').getAll(),
				tx.objectStore('unmerged').getAll(),
				tx.objectStore('snapshots').getAll(),
				tx.objectStore('positions').getAll(),
				...TRAVELLING.map((name) => tx.objectStore('preferences').get(name))
			]),
		LONG_LIMIT
	);
	const stored = records.map(readStored);
	const sound = [...stored.map(({ annotation }) => annotation), ...unmerged.map(readAnnotation)];
	return {
		annotations: merge(
			sound.filter((one) => one !== null),
			[]
		),
		snapshots: new Map(
			snapshots
				.filter(({ text }) => typeof text === 'string')
				.map(({ edition, text }) => [edition, text])
		),
		positions,
		preferences: travelling(
			Object.fromEntries(TRAVELLING.map((name, index) => [name, preferences[index]]))
		),
		last: stored.reduce((last, { saved }) => Math.max(last, saved), 0)
	};
}
