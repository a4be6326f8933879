/**
 * The one database: its schema, and a connection that heals. Browsers drop
 * connections (WebKit on wake), hang on open and time out silently on a full
 * disk; a dropped handle is thrown away, the database opened anew, and the work
 * tried again. A failure that stays is thrown to whoever asked.
 */
import {
	openDB,
	type DBSchema,
	type IDBPDatabase,
	type IDBPTransaction,
	type StoreNames
} from 'idb';
import type { Annotation } from '$lib/core/annotation/annotation';
import { StorageError } from '$lib/core/app/storage-error';
import type { ReadingPosition } from '$lib/core/reading/reading-position';
import type { Snapshot } from '$lib/core/annotation/snapshot';
import type { SeenDeletion } from '$lib/core/annotation/trash';
import type { OwnChapter, OwnWork } from '$lib/core/own-works/own-work';

export interface Schema extends DBSchema {
	/** One record a kind of preference; see preferences.ts. */
	preferences: { key: string; value: unknown };
	/** Key `work/chapter`; see reading-positions.ts. */
	positions: { key: string; value: ReadingPosition };
	/** Key `id`; as anybody may have written them, see annotations.ts. */
	annotations: {
		key: string;
		value: StoredRecord;
		indexes: { saved: number; sortKey: SortKey };
	};
	/** Annotations written while a page went away, to be merged; see annotations.ts. */
	unmerged: { key: number; value: Annotation };
	/** Key `edition`; see snapshots.ts. */
	snapshots: { key: string; value: Snapshot };
	/** Key `id`; what this device knows of deletions, which no backup has; see maintenance.ts. */
	deletions: { key: string; value: SeenDeletion };
	/** Key `slug`; the works that the reader opened from files, see own-works/. */
	works: { key: string; value: OwnWork };
	/** Key `[work, slug]`; their chapters. */
	chapters: { key: [string, string]; value: OwnChapter };
	/** Key `[work, path]`; their pictures and the files themselves. */
	files: { key: [string, string]; value: OwnFile };
}

/** A file of a work: a picture by its path, or the book's own file by `BOOK_FILE` (own-works/). */
export interface OwnFile {
	/** Slug of its work. */
	work: string;
	path: string;
	blob: Blob;
}

/**
 * An annotation with the number of the write that it is from (they count up, for ever), and the key by
 * which annotations are read in the order of the texts; see stored-record.ts.
 */
export type StoredRecord = Annotation & { saved: number; sortKey?: SortKey };

/** Slugs of the work and the chapter, offset in it, and the id, since several begin at one place. */
export type SortKey = [work: string, chapter: string, start: number, id: string];

type Upgrade = (
	database: IDBPDatabase<Schema>,
	tx: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>
) => void;

/**
 * What each version added, in order. Only ever append, and only ever add:
 * an older build must still be able to read and write.
 */
const MIGRATIONS: { version: number; upgrade: Upgrade }[] = [
	{
		version: 1,
		upgrade(database) {
			database.createObjectStore('preferences');
			database.createObjectStore('positions');
		}
	},
	{
		version: 2,
		upgrade(database) {
			const annotations = database.createObjectStore('annotations', { keyPath: 'id' });
			annotations.createIndex('saved', 'saved');
			database.createObjectStore('unmerged', { autoIncrement: true });
			database.createObjectStore('snapshots', { keyPath: 'edition' });
		}
	},
	{
		version: 3,
		upgrade(database) {
			database.createObjectStore('deletions', { keyPath: 'id' });
		}
	},
	{
		version: 4,
		upgrade(database) {
			database.createObjectStore('works', { keyPath: 'slug' });
			database.createObjectStore('chapters', { keyPath: ['work', 'slug'] });
			database.createObjectStore('files', { keyPath: ['work', 'path'] });
		}
	},
	{
		version: 5,
		// The records there get their key in idle time (maintenance.ts): to write them all takes seconds.
		upgrade(_, tx) {
			tx.objectStore('annotations').createIndex('sortKey', 'sortKey');
		}
	}
];
export const VERSION = MIGRATIONS[MIGRATIONS.length - 1].version;

/**
 * Longest wait for a read or write, with opening and trying anew, in ms: a reader is told within 2 s.
 * Work of many requests says how it goes on (`Progress`), and is waited for as long from there.
 */
const TIME_LIMIT = 1800;
/** The same for work on everything there is: 100,000 annotations take a phone seconds. */
export const LONG_LIMIT = 20_000;

/** Errors that mean the handle is dead, not that the work is wrong. */
const HANDLE_LOST = new Set(['InvalidStateError', 'UnknownError', 'AbortError']);

/** Says that work goes on: from now on, the longest wait for it is `extra` ms longer than the usual. */
export type Progress = (extra?: number) => void;

/** Rejects when `limit` ms are over since the last `progress`; `stop` ends the wait. */
function deadline(limit: number): { late: Promise<never>; progress: Progress; stop: () => void } {
	let timer: ReturnType<typeof setTimeout>;
	let reject: (error: DOMException) => void;
	const late = new Promise<never>((_, rejectLate) => (reject = rejectLate));
	const fail = () => reject(new DOMException('The database did not answer.', 'TimeoutError'));
	const stop = () => clearTimeout(timer);
	const progress: Progress = (extra = 0) => {
		stop();
		timer = setTimeout(fail, limit + extra);
	};
	progress();
	return { late, progress, stop };
}

/** What went wrong: when a request fails, the transaction only says that it was aborted. */
function mainReason(failed: PromiseRejectedResult[]): unknown {
	const reasons = failed.map(({ reason }) => reason as { name?: string });
	return reasons.find(({ name }) => name !== 'AbortError') ?? reasons[0];
}

/** Undoes what a transaction did so far; does nothing when it is over already. */
function abort(tx: { abort(): void }): void {
	try {
		tx.abort();
	} catch (error) {
		if ((error as DOMException).name !== 'InvalidStateError') throw error; // A failed request ended it.
	}
}

export class Database {
	#name: string;
	#handle: Promise<IDBPDatabase<Schema>> | null = null;
	/** What `#handle` resolved to. */
	#ready: IDBPDatabase<Schema> | null = null;

	/** @param name see `databaseName` in core/app/storage-names.ts. Nothing is opened until it is needed. */
	constructor(name: string) {
		this.#name = name;
	}

	/**
	 * Runs `work` in one read transaction. Await nothing in it but its requests.
	 * @param limit longest wait in ms
	 * @throws StorageError when the database cannot be read
	 */
	read<Name extends StoreNames<Schema>, T>(
		stores: Name[],
		work: (tx: IDBPTransaction<Schema, Name[], 'readonly'>) => Promise<T>,
		limit = TIME_LIMIT
	): Promise<T> {
		return this.#withHandle(async (handle) => {
			const tx = handle.transaction(stores, 'readonly');
			const [result] = await Promise.all([work(tx), tx.done]);
			return result;
		}, limit);
	}

	/**
	 * Runs `work` in one write transaction and resolves when it is on the disk.
	 * `work` issues its requests synchronously and gives what they promise; the
	 * transaction is committed right after, so that it also lands while the page
	 * is going away.
	 * @throws StorageError when nothing was written, or the database did not say in
	 * time that it was
	 */
	write<Name extends StoreNames<Schema>>(
		stores: Name[],
		work: (tx: IDBPTransaction<Schema, Name[], 'readwrite'>) => Promise<unknown>
	): Promise<void> {
		return this.#withHandle(async (handle) => {
			const tx = handle.transaction(stores, 'readwrite', { durability: 'strict' });
			let requests: Promise<unknown>;
			try {
				requests = work(tx);
			} catch (error) {
				tx.done.catch(() => {}); // It says that it was aborted, which is our doing.
				tx.abort();
				throw error;
			}
			tx.commit();
			const results = await Promise.allSettled([requests, tx.done]);
			const failed = results.filter((one) => one.status === 'rejected');
			if (failed.length > 0) throw mainReason(failed);
		});
	}

	/**
	 * Runs `work` in one write transaction that first reads what it changes, and gives what `work`
	 * gives when that is on the disk. Await nothing in it but its requests.
	 * @param work when it makes many requests, it calls `progress` now and then
	 * @param limit longest wait in ms, between two of those calls
	 * @throws StorageError as `write` does
	 */
	update<Name extends StoreNames<Schema>, T>(
		stores: Name[],
		work: (tx: IDBPTransaction<Schema, Name[], 'readwrite'>, progress: Progress) => Promise<T>,
		limit = TIME_LIMIT
	): Promise<T> {
		return this.#withHandle(async (handle, progress) => {
			const tx = handle.transaction(stores, 'readwrite', { durability: 'strict' });
			const working = work(tx, progress).catch((error: unknown) => {
				abort(tx);
				throw error;
			});
			const [result, done] = await Promise.allSettled([working, tx.done]);
			const failed = [result, done].filter((one) => one.status === 'rejected');
			if (failed.length > 0) throw mainReason(failed);
			return (result as PromiseFulfilledResult<T>).value;
		}, limit);
	}

	/** Lets go of the connection, so that the page can be frozen; the next use opens it again. */
	close(): void {
		const handle = this.#handle;
		this.#handle = null;
		this.#ready = null;
		handle?.then(
			(open) => open.close(),
			() => {} // It never opened: whoever asked for it was told.
		);
	}

	async #withHandle<T>(
		work: (handle: IDBPDatabase<Schema>, progress: Progress) => Promise<T>,
		limit = TIME_LIMIT
	): Promise<T> {
		const { late, progress, stop } = deadline(limit);
		try {
			for (let attempt = 1; ; attempt++) {
				const opening = (this.#handle ??= this.#connect());
				try {
					// At once when it can: a page that goes away has no other moment. And never begun late:
					// it could overwrite what was written since.
					const handle = this.#ready ?? (await Promise.race([opening, late]));
					return await Promise.race([work(handle, progress), late]);
				} catch (error) {
					const name = error instanceof DOMException ? error.name : '';
					const lost = HANDLE_LOST.has(name);
					if (lost || name === 'TimeoutError') this.#reopen(opening);
					if (!lost || attempt === 2) {
						throw new StorageError(`The database failed: ${String(error)}`, { cause: error });
					}
				}
			}
		} finally {
			stop();
		}
	}

	/** Lets go of a connection, unless a new one took its place: word of its end may come late. */
	#drop(opening: Promise<IDBPDatabase<Schema>>): void {
		if (this.#handle === opening) this.close();
	}

	/** Takes a new connection for a dead one, at once: a page that goes away has no time to open one. */
	#reopen(opening: Promise<IDBPDatabase<Schema>>): void {
		if (this.#handle !== opening) return;
		this.close();
		this.#handle = this.#connect();
	}

	#connect(): Promise<IDBPDatabase<Schema>> {
		const opening = this.#open(() => this.#drop(opening));
		opening.then(
			(open) => {
				if (this.#handle === opening) this.#ready = open;
			},
			() => this.#drop(opening) // What could not be opened is asked for again.
		);
		return opening;
	}

	async #open(drop: () => void): Promise<IDBPDatabase<Schema>> {
		const callbacks = {
			upgrade: (
				database: IDBPDatabase<Schema>,
				from: number,
				_: number | null,
				tx: Parameters<Upgrade>[1]
			) => {
				for (const { version, upgrade } of MIGRATIONS) if (version > from) upgrade(database, tx);
			},
			// Another tab wants to upgrade, or the browser dropped us: open again when needed.
			blocking: drop,
			terminated: drop
		};
		try {
			return await openDB<Schema>(this.#name, VERSION, callbacks);
		} catch (error) {
			// A newer build wrote here before: its schema only added, so its database serves us as it is.
			if ((error as DOMException).name !== 'VersionError') throw error;
			return openDB<Schema>(this.#name, undefined, callbacks);
		}
	}
}
