/**
 * The journal's folder in the origin's private file system; for workers only. Each tab appends
 * to a file of its own, which its handle locks. A compaction takes the files that no tab has open.
 */
import { folderName, ownName } from '$lib/core/app/storage-names';
import type { Folder, JournalFiles } from './calls';
import { compactContents, readContents, type Entry } from './contents';
import { decodeLines, encodeLines } from './lines';

/** A journal of more files or bytes than this is compacted, so that reading it at a start stays quick. */
const MANY_FILES = 8;
const MANY_BYTES = 512 * 1024;
/** How the names of files begin that a compaction wrote. Readers' devices have files of this name. */
const COMPACTED = 'folded-';
/** Ms to wait for another tab's compaction: a frozen tab may keep the lock for ever. */
const PATIENCE = 2000;

/** FileSystemSyncAccessHandle, which TypeScript's DOM leaves to workers. */
interface SyncHandle {
	read(buffer: Uint8Array<ArrayBuffer>, options: { at: number }): number;
	write(buffer: Uint8Array<ArrayBuffer>, options: { at: number }): number;
	truncate(size: number): void;
	getSize(): number;
	flush(): void;
	close(): void;
}

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
	 *     http; SecurityError and others where it refuses it: private modes do
	 */
	static async open(base: string, tab: string): Promise<JournalFolder> {
		if (!hasSyncFiles()) {
			throw new DOMException('There is no private file system.', 'NotSupportedError');
		}
		const root = await navigator.storage.getDirectory();
		const name = folderName(base, 'journal');
		return new JournalFolder(await root.getDirectoryHandle(name, { create: true }), base, tab);
	}

	/** Appends entries; resolves when they are on the disk. @throws when they could not be written completely */
	append(entries: readonly Entry[]): Promise<void> {
		const appended = this.#appending.then(() => this.#append(encodeLines(entries)));
		this.#appending = appended.catch(() => {}); // The caller of `append` handles it.
		return appended;
	}

	async #append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
		if (bytes.length === 0) return; // A tab that writes nothing needs no file.
		this.#own ??= await this.#create();
		const { handle } = this.#own;
		if (handle.write(bytes, { at: this.#size }) !== bytes.length) {
			handle.truncate(this.#size); // Removes the incomplete line.
			throw new DOMException('The journal could not be written.', 'QuotaExceededError');
		}
		handle.flush();
		this.#size += bytes.length;
		this.#appended += bytes.length;
	}

	async #create(): Promise<{ name: string; handle: SyncHandle }> {
		const name = `${this.#tab}-${++this.#files}.log`;
		const file = await this.#folder.getFileHandle(name, { create: true });
		this.#size = 0;
		return { name, handle: await openSync(file) };
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
			await this.#write(encodeLines(compactContents(parseFiles(sources))));
			for (const { name, handle } of opened) {
				handle.close();
				await this.#folder.removeEntry(name);
			}
		} finally {
			for (const { handle } of opened) handle.close();
		}
	}

	async #write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
		const name = `${COMPACTED}${this.#tab}-${++this.#files}.log`;
		const file = await this.#folder.getFileHandle(name, { create: true });
		const handle = await openSync(file);
		try {
			const written = handle.write(bytes, { at: 0 });
			if (written !== bytes.length) {
				throw new DOMException('The journal could not be compacted.', 'QuotaExceededError');
			}
			handle.flush();
		} finally {
			handle.close();
		}
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

/** Whether this thread can write and flush files synchronously, which only workers can. */
function hasSyncFiles(): boolean {
	// TypeScript's types say that all of this is always there.
	const storage = navigator.storage as Partial<StorageManager> | undefined;
	return (
		storage?.getDirectory !== undefined &&
		typeof FileSystemFileHandle !== 'undefined' &&
		'createSyncAccessHandle' in FileSystemFileHandle.prototype
	);
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

/** Opens a file for this worker alone. @throws NoModificationAllowedError while another one has it open */
function openSync(file: FileSystemFileHandle): Promise<SyncHandle> {
	return (
		file as FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> }
	).createSyncAccessHandle();
}

function readAll(handle: SyncHandle): Uint8Array {
	const bytes = new Uint8Array(handle.getSize());
	return bytes.subarray(0, handle.read(bytes, { at: 0 }));
}

/** Reads a file that another tab may be writing; `null` when a compaction has deleted it meanwhile. */
async function readOther(file: FileSystemFileHandle): Promise<Uint8Array | null> {
	try {
		return new Uint8Array(await (await file.getFile()).arrayBuffer());
	} catch (error) {
		if (isOneOf(error, 'NotFoundError')) return null;
		throw error;
	}
}

function isOneOf(error: unknown, ...names: string[]): boolean {
	return error instanceof DOMException && names.includes(error.name);
}
