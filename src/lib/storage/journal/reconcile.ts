/**
 * Brings the database and the journal together: each gets what only the other has. The watermark
 * tells why they differ: a crash interrupted a write, or the database has lost something.
 */
import type { Annotation } from '$lib/core/annotation/annotation';
import { editionsOf } from '$lib/core/annotation/snapshot';
import { saveAnnotations } from '../annotations';
import type { Database } from '../database';
import { JournalError, type Journal } from './journal';
import { inBatches } from '../batches';
import { furthest, saveIdentity, hasLost, readWatermark, type Watermark } from './watermark';

/** What a comparison of the two stores found and did. */
export interface Reconciled {
	/** The database had lost something. */
	damaged: boolean;
	/** How many annotations the journal gave back to it. */
	restored: number;
	/** How many annotations the database had that are in neither store now. */
	lost: number;
	/** How far the database has come now. */
	watermark: Watermark;
	/** Why the journal did not get what it lacks; `null` when it did. */
	journalFailure: JournalError | null;
}

interface Stores {
	database: Database;
	journal: Journal;
}

/**
 * A journal that can be read but not written gives the database what it has all the same, and a loss
 * is found.
 * @param found all that the database has: its annotations, and how many records in it are none
 * @param mirrored the watermark that was kept elsewhere; `null` when there is none
 * @param newName the name for a database that has none yet
 * @throws StorageError; JournalError when the journal cannot be read: then nothing was written
 */
export async function reconcile(
	{ database, journal }: Stores,
	found: { annotations: readonly Annotation[]; unreadable: number },
	{ mirrored, newName }: { mirrored: Watermark | null; newName: string }
): Promise<Reconciled> {
	const size = await journal.call('read');
	// Read after the journal: what another tab writes meanwhile must not look like a loss.
	const now = await readWatermark(database, newName);
	journal.rememberEditions(size.editions);
	const before = furthest(size.watermark, mirrored);

	await inBatches(found.annotations, (part) => journal.call('stageStored', part));
	const kept = await snapshotsIn(database);
	const lacking = size.editions.filter((edition) => !kept.has(edition));
	const texts = new Map(
		(await journal.call('snapshots', lacking)).map(({ edition, text }) => [edition, text])
	);
	const { toDatabase, missing } = await journal.call('compare');
	const damaged =
		hasLost(now, before) ||
		(found.unreadable > 0 && toDatabase.length > 0) ||
		(now.count === 0 && missing > 0);
	// Their numbers continue where the database had been: other tabs ask for what came after that.
	const from = Math.max(now.last, before?.last ?? 0);
	await inBatches(toDatabase, (part) => saveAnnotations(database, part, texts, { from }));
	await restoreSnapshots(database, found.annotations, texts);

	if (damaged) {
		const { database: name, rebuilt } = furthest(before, now)!;
		await saveIdentity(database, { database: name, rebuilt: rebuilt + 1 });
	}
	const watermark = await readWatermark(database, newName);
	const journalFailure = await tryToWrite(async () => {
		await journal.call('appendLacking');
		await giveJournalSnapshots({ database, journal }, kept, new Set(size.editions));
		await journal.call('append', [{ watermark }]);
		// The files are written anew without broken lines, old watermarks, and purged content.
		await journal.call('compact', damaged || size.broken > 0 || size.hasPurged);
	});
	const lost = damaged ? Math.max(0, (before?.count ?? 0) - watermark.count) : 0;
	return { damaged, restored: toDatabase.length, lost, watermark, journalFailure };
}

/** The error of a journal that could not be written; `null` when it could. */
async function tryToWrite(write: () => Promise<void>): Promise<JournalError | null> {
	try {
		await write();
		return null;
	} catch (error) {
		if (!(error instanceof JournalError)) throw error;
		return error;
	}
}

async function snapshotsIn(database: Database): Promise<Set<string>> {
	return new Set(
		await database.read(['snapshots'], (tx) => tx.objectStore('snapshots').getAllKeys())
	);
}

/** Gives the database back the texts that its annotations refer to. */
async function restoreSnapshots(
	database: Database,
	annotations: readonly Annotation[],
	texts: ReadonlyMap<string, string>
): Promise<void> {
	const needed = editionsOf(annotations);
	const missing = [...texts].filter(([edition]) => needed.has(edition));
	if (missing.length === 0) return;
	await database.write(['snapshots'], (tx) =>
		Promise.all(
			missing.map(async ([edition, text]) =>
				tx.objectStore('snapshots').put({ edition, text, v: 1 })
			)
		)
	);
}

/** Gives the journal the texts that only the database has. */
async function giveJournalSnapshots(
	{ database, journal }: Stores,
	kept: ReadonlySet<string>,
	journaled: ReadonlySet<string>
): Promise<void> {
	const editions = [...kept].filter((edition) => !journaled.has(edition));
	if (editions.length === 0) return;
	const snapshots = await database.read(['snapshots'], (tx) =>
		Promise.all(editions.map((edition) => tx.objectStore('snapshots').get(edition)))
	);
	const intact = snapshots.filter((snapshot) => typeof snapshot?.text === 'string');
	await journal.call(
		'append',
		intact.map((snapshot) => ({ snapshot: snapshot! }))
	);
	journal.rememberEditions(intact.map((snapshot) => snapshot!.edition));
}
