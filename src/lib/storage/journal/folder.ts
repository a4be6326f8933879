/**
 * The journal's folder in the origin's private file system; for workers only. Each tab appends
 * to a file of its own, which its handle locks. A compaction takes the files that no tab has open.
 */
import { folderName, ownName } from '$lib/core/app/storage-names';
import type { Folder, JournalFiles } from './calls';
import { compactContents, readContents, type Entry } from './contents';
import { decodeLines, encodeLines, NEWLINE } from './lines';
import { FOLDER_REFUSED } from './messages';
import {
	hasSyncFiles,
	isOneOf,
	openSync,
	readAll,
	readOther,
	writeAll,
	type SyncHandle
} from './sync-file';

/** A journal of more files or bytes than this is compacted, so that reading it at a start stays quick. */
const MANY_FILES = 8;
const MANY_BYTES = 512 * 1024;
/** How the names of files begin that a compaction wrote. Readers' devices have files of this name. */
const COMPACTED = 'folded-';
/** Ms to wait for another tab's compaction: a frozen tab may keep the lock for ever. */
const PATIENCE = 2000;

interface Source {
	name: string;
	bytes: Uint8Array;
}

export class JournalFolder implements Folder {
	#folder: FileSystemDirectoryHandle;
	#lock: string;
	#tab: string;
	#own: { name: string; handle: SyncHandle } | null = null;
	#files = 0;
	#size = 0;
	/** Bytes appended since the last compaction. */
	#appended = 0;
	#appending: Promise<unknown> = Promise.resolve();

	private constructor(folder: FileSystemDirectoryHandle, base: string, tab: string) {
		this.#folder = folder;
		this.#lock = ownName(base, 'journal');
		this.#tab = tab;
	}

	/**
	 * @throws NotSupportedError where the browser has no such file system: old ones, and all on plain
	 *     http; FOLDER_REFUSED where it has one but not for this window
	 */
	static async open(base: string, tab: string): Promise<JournalFolder> {
		if (!hasSyncFiles()) {
			throw new DOMException('There is no private file system.', 'NotSupportedError');
		}
		const root = await navigator.storage.getDirectory().catch((error: Error) => {
			// In a private window Firefox throws a SecurityError, WebKit an UnknownError ("transient").
			throw new DOMException(error.message, FOLDER_REFUSED);
		});
		const name = folderName(base, 'journal');
		return new JournalFolder(await root.getDirectoryHandle(name, { create: true }), base, tab);
	}

	/** Appends entries; resolves when they are on the disk. @throws when they could not be written completely */
	append(entries: readonly Entry[]): Promise<void> {
		return this.#inTurn(() => this.#append(encodeLines(entries)));
	}

	/** Writes an empty line and removes it. @throws when that could not be done */
	tryWriting(): Promise<void> {
		return this.#inTurn(async () => {
			await this.#write(Uint8Array.of(NEWLINE));
			await this.#removeAfter(this.#size);
		});
	}

	#inTurn(work: () => Promise<void>): Promise<void> {
		const done = this.#appending.then(work);
		this.#appending = done.catch(() => {}); // The caller handles it.
		return done;
	}

	async #append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
		if (bytes.length === 0) return; // A tab that writes nothing needs no file.
		await this.#write(bytes);
		this.#size += bytes.length;
		this.#appended += bytes.length;
	}

	/** Writes at the end of this tab's file, and flushes. What could not be written completely is removed. */
	async #write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
		this.#own ??= await this.#create();
		try {
			writeAll(this.#own.handle, bytes, this.#size);
		} catch (error) {
			await this.#removeAfter(this.#size).catch(() => {}); // The first error says why.
			throw error;
		}
	}

	/** Shortens this tab's file; one that has nothing in it is deleted, or each page would leave one. */
	async #removeAfter(size: number): Promise<void> {
		const { name, handle } = this.#own!;
		handle.truncate(size);
		if (size > 0) return;
		this.#own = null;
		handle.close();
		await this.#delete(name);
	}

	async #create(): Promise<{ name: string; handle: SyncHandle }> {
		const name = `${this.#tab}-${++this.#files}.log`;
		const handle = await this.#createFile(name);
		this.#size = 0;
		return { name, handle };
	}

	/** Makes a file and opens it, or leaves none. @throws NotSupportedError and others where it cannot be opened */
	async #createFile(name: string): Promise<SyncHandle> {
		const file = await this.#folder.getFileHandle(name, { create: true });
		try {
			return await openSync(file);
		} catch (error) {
			await this.#delete(name);
			throw error;
		}
	}

	async #delete(name: string): Promise<void> {
		try {
			await this.#folder.removeEntry(name);
		} catch (error) {
			// A compaction in another tab has it open, and deletes it.
			if (!isOneOf(error, 'NoModificationAllowedError', 'NotFoundError')) throw error;
		}
	}

	/** Reads what all tabs have written. */
	async read(): Promise<JournalFiles> {
		const sources = await this.#withSharedLock(() => this.#sources());
		return parseFiles(sources);
	}

	async #sources(): Promise<Source[]> {
		const sources: Source[] = [];
		for await (const [name, file] of this.#folder.entries()) {
			if (file.kind !== 'file') continue;
			const bytes = name === this.#own?.name ? readAll(this.#own.handle) : await readOther(file);
			if (bytes) sources.push({ name, bytes });
		}
		return sources;
	}

	/** Whether so much was appended that the journal should be compacted. */
	get isLong(): boolean {
		return this.#appended > MANY_BYTES;
	}

	/**
	 * Writes all files that no other tab has open anew as one, and deletes them when that one is on
	 * the disk. If it is interrupted, some entries are in two files, which does no harm. Does nothing
	 * while another tab compacts the journal, nor when little would be saved, unless `always`.
	 */
	async compact(always = false): Promise<void> {
		await navigator.locks.request(this.#lock, { ifAvailable: true }, async (lock) => {
			if (lock) await this.#compact(always);
		});
	}

	async #compact(always: boolean): Promise<void> {
		// What this tab appends from now on goes to a new file.
		await this.#appending;
		this.#own?.handle.close();
		this.#own = null;
		this.#appended = 0;
		const opened = await this.#openUnlocked();
		try {
			const sources = opened.map(({ name, handle }) => ({ name, bytes: readAll(handle) }));
			const compacted = sizeOf(sources.filter(({ name }) => name.startsWith(COMPACTED)));
			const rest = sizeOf(sources) - compacted;
			const isWorthwhile = sources.length > MANY_FILES || rest > Math.max(MANY_BYTES, compacted);
			if (sources.length === 0 || !(always || isWorthwhile)) return;
			await this.#writeCompacted(encodeLines(compactContents(parseFiles(sources))));
			for (const { name, handle } of opened) {
				handle.close();
				await this.#folder.removeEntry(name);
			}
		} finally {
			for (const { handle } of opened) handle.close();
		}
	}

	async #writeCompacted(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
		const name = `${COMPACTED}${this.#tab}-${++this.#files}.log`;
		const handle = await this.#createFile(name);
		try {
			writeAll(handle, bytes, 0);
		} catch (error) {
			handle.close();
			await this.#delete(name); // Its entries are still in the files it was made of.
			throw error;
		}
		handle.close();
	}

	/** Opens, and so locks, every file that no tab has open: its tab is gone. */
	async #openUnlocked(): Promise<{ name: string; handle: SyncHandle }[]> {
		const opened = [];
		for await (const [name, file] of this.#folder.entries()) {
			if (file.kind !== 'file') continue;
			try {
				opened.push({ name, handle: await openSync(file) });
			} catch (error) {
				if (!isOneOf(error, 'NoModificationAllowedError', 'NotFoundError')) throw error;
			}
		}
		return opened;
	}

	async #withSharedLock<T>(work: () => Promise<T>): Promise<T> {
		const options = { mode: 'shared', signal: AbortSignal.timeout(PATIENCE) } as const;
		try {
			return await navigator.locks.request(this.#lock, options, work);
		} catch (error) {
			if (!isOneOf(error, 'TimeoutError', 'AbortError')) throw error;
			return work();
		}
	}

	/** Closes this tab's file; the next entry opens another. */
	async close(): Promise<void> {
		await this.#appending;
		this.#own?.handle.close();
		this.#own = null;
	}
}

function parseFiles(sources: readonly Source[]): JournalFiles {
	const lines = sources.map(({ bytes }) => decodeLines(bytes));
	return {
		...readContents(lines.map(({ entries }) => entries)),
		broken: lines.reduce((sum, { broken }) => sum + broken, 0),
		files: sources.length,
		bytes: sizeOf(sources)
	};
}

function sizeOf(sources: readonly Source[]): number {
	return sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
