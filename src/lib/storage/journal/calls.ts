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
	fold(now: number, always?: boolean): Promise<void>;
	close(): Promise<void>;
}

/** `open` finds the files at the first call that needs them. */
export function journalCalls(open: () => Promise<Folder>): JournalCalls {
	let opening: Promise<Folder> | null = null;
	let contents: Contents | null = null;
	let stored: Annotation[] = [];
	const folder = () => (opening ??= open());

	return {
		async append(entries) {
			const journal = await folder();
			await journal.append(entries);
			// Not waited for: what was appended is on the disk.
			if (journal.isLong) void journal.fold(Date.now()).catch(tellNobody);
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

		async have(annotations) {
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

		async fold(now, always) {
			await (await folder()).fold(now, always);
		},

		async close() {
			await (await opening)?.close();
		}
	};
}

/** A journal that is too long for now is no loss; the next start folds it. */
function tellNobody(): void {}
