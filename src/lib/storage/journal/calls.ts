/** What the journal's worker does for each call of its page. It works on a `Folder`, which tests replace. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { compare, type Contents, type Entry } from './contents';
import type { JournalCalls } from './messages';

/** What a journal's files hold, and the state they are in. */
export interface JournalFiles extends Contents {
	/** How many lines are not as they were written. */
	broken: number;
	files: number;
	bytes: number;
}

/** The journal's files, as one tab has them; see folder.ts. */
export interface Folder {
	/** Whether so much was appended that the journal should be compacted. */
	readonly isLong: boolean;
	append(entries: readonly Entry[]): Promise<void>;
	/** Writes and removes an empty line. @throws when that could not be done */
	tryWriting(): Promise<void>;
	read(): Promise<JournalFiles>;
	compact(always?: boolean): Promise<void>;
	close(): Promise<void>;
}

/** The calls of one worker. `open` is called by the first call that needs the files, and again after it failed. */
export function journalCalls(open: () => Promise<Folder>): JournalCalls {
	let opening: Promise<Folder> | null = null;
	let contents: Contents | null = null;
	let stored: Annotation[] = [];
	/** What the journal lacked in the last comparison. */
	let lacking: Entry[] = [];
	/** Entries of changes that are not written yet, by the number of the change. */
	const staged = new Map<number, Entry[]>();
	const folder = () =>
		(opening ??= open().catch((error) => {
			opening = null;
			throw error;
		}));

	return {
		async stage(change, entries) {
			staged.set(change, (staged.get(change) ?? []).concat(entries));
		},

		async append(entries, change = -1) {
			const all = (staged.get(change) ?? []).concat(entries);
			staged.delete(change);
			const journal = await folder();
			await journal.append(all);
			// This is not waited for: what was appended is on the disk. Should it fail, the next start
			// compacts the journal.
			if (journal.isLong) void journal.compact().catch(() => {});
		},

		async read() {
			const read = await (await folder()).read();
			contents = read;
			return {
				annotations: read.annotations.size,
				editions: [...read.snapshots.keys()],
				files: read.files,
				bytes: read.bytes,
				broken: read.broken,
				hasPurged: read.hasPurged,
				watermark: read.watermark
			};
		},

		async annotations() {
			return [...(contents?.annotations.values() ?? [])];
		},

		async snapshots(editions) {
			const wanted = new Set(editions);
			return [...(contents?.snapshots.values() ?? [])].filter(({ edition }) => wanted.has(edition));
		},

		async stageStored(annotations) {
			stored.push(...annotations);
		},

		async compare() {
			const all = stored;
			stored = [];
			const { toDatabase, missing, toJournal } = compare(
				contents ?? { annotations: new Map() },
				all
			);
			contents = null;
			lacking = toJournal.map((annotation) => ({ annotation }));
			return { toDatabase, missing };
		},

		async appendLacking() {
			const entries = lacking;
			lacking = [];
			await (await folder()).append(entries);
		},

		async tryWriting() {
			await (await folder()).tryWriting();
		},

		async compact(always) {
			await (await folder()).compact(always);
		},

		async close() {
			await (await opening)?.close();
		}
	};
}
