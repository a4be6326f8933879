/** The kept texts of editions that somebody annotated: how a mark finds its way into a corrected text. */
import type { Annotation } from '$lib/core/annotation';
import type { Database, Snapshot } from './database';

/** The kept texts of some editions, by edition; those that nobody annotated here are missing. */
export async function findSnapshots(
	database: Database,
	editions: readonly string[]
): Promise<Map<string, string>> {
	const found = await database.read(['snapshots'], (tx) =>
		Promise.all(editions.map((edition) => tx.objectStore('snapshots').get(edition)))
	);
	return new Map(
		found
			.filter((snapshot) => snapshot !== undefined && typeof snapshot.text === 'string')
			.map((snapshot) => [snapshot!.edition, snapshot!.text])
	);
}

/** Of the `texts` at hand, by edition, those that targets of `annotations` count in. */
export function snapshotsFor(
	annotations: readonly Annotation[],
	texts: ReadonlyMap<string, string>
): Snapshot[] {
	return [...editionsOf(annotations)]
		.filter((edition) => texts.has(edition))
		.map((edition) => ({ edition, text: texts.get(edition)!, v: 1 }));
}

/** Every edition that a target of `annotations` counts in, also of places that newer ones replaced. */
export function editionsOf(annotations: readonly Annotation[]): Set<string> {
	return new Set(annotations.flatMap(({ targets }) => targets.map(({ edition }) => edition)));
}
