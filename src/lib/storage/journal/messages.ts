/** What a page and its journal's worker say to each other. */
import type { Annotation } from '$lib/core/annotation/annotation';
import type { Snapshot } from '$lib/core/annotation/snapshot';
import type { Entry } from './contents';
import type { Watermark } from './watermark';

/** Name of the error of a browser that has a private file system and refuses it to this window, as to private ones. */
export const FOLDER_REFUSED = 'FolderRefusedError';

/** How much a journal contains, and the state it is in. */
export interface JournalSize {
	annotations: number;
	editions: string[];
	files: number;
	bytes: number;
	/** How many lines are not as they were written. */
	broken: number;
	/** Whether its files still have content of annotations that are tombstones by now. */
	hasPurged: boolean;
	/** How many writes the database had seen; `null` when the journal does not know. */
	watermark: Watermark | null;
}

/** What a comparison with the database found. */
export interface Compared {
	/** Annotations that the database lacks or has in an older state. */
	toDatabase: Annotation[];
	/** How many of those the database lacks altogether. */
	missing: number;
}

/** What the worker can be asked, one at a time. */
export interface JournalCalls {
	/** Sends part of a change, which has a number. A large change is sent in parts, since copying one takes the page's time. */
	stage(change: number, entries: Entry[]): Promise<void>;
	/** Writes what was staged of a change together with these entries; resolves when all of it is on the disk. */
	append(entries: Entry[], change?: number): Promise<void>;
	/** Reads the whole journal. The calls below are about what it contained then. */
	read(): Promise<JournalSize>;
	/** All annotations that were read. */
	annotations(): Promise<Annotation[]>;
	/** The texts that were read, of some editions. */
	snapshots(editions: string[]): Promise<Snapshot[]>;
	/** Sends part of the database's annotations, for `compare`. */
	stageStored(annotations: Annotation[]): Promise<void>;
	/** Compares what was read with what was staged of the database. */
	compare(): Promise<Compared>;
	/** Writes what the journal lacked in that comparison. */
	appendLacking(): Promise<void>;
	/** Writes and removes an empty line, to find out whether the journal can be written. */
	tryWriting(): Promise<void>;
	/** Writes the files anew as one shorter file, when that is worthwhile or `always`. */
	compact(always: boolean): Promise<void>;
	/** Closes the tab's file. */
	close(): Promise<void>;
}

export type JournalCall = {
	[Name in keyof JournalCalls]: { id: number; name: Name; args: Parameters<JournalCalls[Name]> };
}[keyof JournalCalls];

export type JournalAnswer =
	{ id: number; result: unknown } | { id: number; error: { name: string; message: string } };
