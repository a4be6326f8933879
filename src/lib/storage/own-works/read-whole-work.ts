import type { OwnChapter, OwnWork } from '$lib/core/own-works/own-work';
import { LONG_LIMIT, type Database, type OwnFile } from '../database';

/** Some of a work: its record first, and again when the database has to be asked anew. */
export interface WorkPart {
	work?: OwnWork;
	chapters?: readonly OwnChapter[];
	files?: readonly OwnFile[];
}

/** Chapters that are copied out of the database at once: some ms of the page's time. */
const CHAPTERS_AT_ONCE = 20;

/**
 * Reads all of a work in one transaction, so that its parts belong together.
 *
 * @param take gets it part by part; nothing when it is not here
 * @throws StorageError when the database cannot be read
 */
export function readWholeWork(
	database: Database,
	slug: string,
	take: (part: WorkPart) => void
): Promise<void> {
	return database.read(
		['works', 'chapters', 'files'],
		async (tx) => {
			const work = await tx.objectStore('works').get(slug);
			if (!work) return;
			take({ work });
			if (work.removed) return;
			let after: [string, string?] = [slug];
			for (;;) {
				// An array is greater than any text.
				const range = IDBKeyRange.bound(after, [slug, []], true);
				const chapters = await tx.objectStore('chapters').getAll(range, CHAPTERS_AT_ONCE);
				if (chapters.length === 0) break;
				take({ chapters });
				after = [slug, chapters.at(-1)!.slug];
			}
			take({ files: await tx.objectStore('files').getAll(IDBKeyRange.bound([slug], [slug, []])) });
		},
		LONG_LIMIT
	);
}
