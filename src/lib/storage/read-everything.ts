/** All that is stored here, read in one transaction: for backups, and for imports to compare with. */
import type { Annotation } from '$lib/core/annotation/annotation';
import type { PositionsAndPreferences } from '$lib/core/formats/postil-data';
import { readAnnotation } from '$lib/core/annotation/read-annotation';
import { PORTABLE, portablePreferences } from '$lib/core/app/portable-preferences';
import { readInBatches } from './annotations';
import { LONG_LIMIT, type Database } from './database';
import { readRecord } from './stored-record';

export interface Everything extends PositionsAndPreferences {
	/** Kept texts by edition. */
	snapshots: Map<string, string>;
	/** Number of the last write. */
	last: number;
}

/**
 * @param take gets the annotations part by part, also deleted ones and tombstones, without records
 *     that cannot be read; one may come twice, to be merged
 * @throws StorageError when the database cannot be read
 */
export function readEverything(
	database: Database,
	take: (part: Annotation[]) => void
): Promise<Everything> {
	return database.read(
		['annotations', 'unmerged', 'snapshots', 'positions', 'preferences'],
		async (tx) => {
			let last = 0;
			await readInBatches(tx.objectStore('annotations'), 'id', (part) => {
				const read = part.map(readRecord);
				take(read.map(({ annotation }) => annotation).filter((one) => one !== null));
				last = read.reduce((latest, { saved }) => Math.max(latest, saved), last);
			});
			const [unmerged, snapshots, positions, ...preferences] = await Promise.all([
				tx.objectStore('unmerged').getAll(),
				tx.objectStore('snapshots').getAll(),
				tx.objectStore('positions').getAll(),
				...PORTABLE.map((name) => tx.objectStore('preferences').get(name))
			]);
			take(unmerged.map(readAnnotation).filter((one) => one !== null));
			return {
				snapshots: new Map(
					snapshots
						.filter(({ text }) => typeof text === 'string')
						.map(({ edition, text }) => [edition, text])
				),
				positions,
				preferences: portablePreferences(
					Object.fromEntries(PORTABLE.map((name, index) => [name, preferences[index]]))
				),
				last
			};
		},
		LONG_LIMIT
	);
}
