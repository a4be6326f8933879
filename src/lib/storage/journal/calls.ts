/** What the journal's worker does when its page asks; the files are given to it. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { compare, type Contents, type Entry } from './contents';
import type { JournalCalls } from './messages';

/** All of a journal, and the state it is in. */
export interface Journaled extends Contents {
	/** Lines that are not as they were written. */
	broken: number;
	files: number;
	bytes: number;
}

/** The journal's files, as one tab has them; see folder.ts. */
export interface Folder {
	/** Whether there is so much in it that it should be folded. */
	readonly isLong: boolean;
	append(entries: readonly Entry[]): Promise<void>;
	read(): Promise<Journaled>;
	fold(always?: boolean): Promise<void>;
	close(): Promise<void>;
}

/** `open` finds the files at the first call that needs them. */
export function journalCalls(open: () => Promise<Folder>): JournalCalls {
	let opening: Promise<Folder> | null = null;
	let contents: Contents | null = null;
	let stored: Annotation[] = [];
	/** Entries of changes that are not written yet, by their numbers. */
	const staged = new Map<number, Entry[]>();
	const folder = () => (opening ??= open());

	return {
		async stage(change, entries) {
			staged.set(change, (staged.get(change) ?? []).concat(entries));
		},

		async append(entries, change = -1) {
			const all = (staged.get(change) ?? []).concat(entries);
			staged.delete(change);
			const journal = await folder();
			await journal.append(all);
			// Not waited for: what was appended is on the disk. One that stays long is no loss; the next
			// start folds it.
			if (journal.isLong) void journal.fold().catch(() => {});
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
			if (toJournal.length > 0) {
				await (await folder()).append(toJournal.map((annotation) => ({ annotation })));
			}
			return { toDatabase, missing, added: toJournal.length };
		},

		async fold(always) {
			await (await folder()).fold(always);
		},

		async close() {
			await (await opening)?.close();
		}
	};
}
