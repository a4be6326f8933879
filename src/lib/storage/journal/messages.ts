/** What a page and its journal's worker say to each other. */
import type { Annotation } from '$lib/core/annotation/annotation';
import type { Snapshot } from '$lib/core/annotation/snapshot';
import type { Entry } from './contents';
import type { Watermark } from './watermark';

/** How much a journal holds, and in what state. */
export interface JournalSize {
	annotations: number;
	editions: string[];
	files: number;
	bytes: number;
	/** Lines that are not as they were written. */
	broken: number;
	/** Whether its files still have content of annotations that are tombstones by now. */
	hasPurged: boolean;
	/** How many writes the database had seen; `null` when the journal does not know. */
	watermark: Watermark | null;
}

/** What a comparison with the database found; what the journal lacked it has now. */
export interface Compared {
	/** What the database has not, or older. */
	toDatabase: Annotation[];
	/** Of those, how many it has not at all. */
	missing: number;
	/** How many the journal lacked. */
	added: number;
}

/** What the worker can be asked, one at a time. */
export interface JournalCalls {
	/** Part of a change that has a number: in parts, since copying them takes the page's time. */
	stage(change: number, entries: Entry[]): Promise<void>;
	/** Writes what was staged of a change, and these entries; resolves when all are on the disk. */
	append(entries: Entry[], change?: number): Promise<void>;
	/** Reads the whole journal; what follows is about what it held then. */
	read(): Promise<JournalSize>;
	/** All annotations that were read. */
	annotations(): Promise<Annotation[]>;
	/** The texts that were read, of some editions. */
	snapshots(editions: string[]): Promise<Snapshot[]>;
	/** Part of what the database has, for `compare`. */
	stageStored(annotations: Annotation[]): Promise<void>;
	compare(): Promise<Compared>;
	/** Writes its files anew as one that is shorter, where that is worth it or `always`. */
	fold(always: boolean): Promise<void>;
	/** Lets go of the tab's file. */
	close(): Promise<void>;
}

export type JournalCall = {
	[Name in keyof JournalCalls]: { id: number; name: Name; args: Parameters<JournalCalls[Name]> };
}[keyof JournalCalls];

export type JournalAnswer =
	{ id: number; result: unknown } | { id: number; error: { name: string; message: string } };
