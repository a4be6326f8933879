/**
 * The journal's folder in the origin's private file system; for workers only. Each tab appends
 * to a file of its own, which its handle locks; whoever folds the journal takes the files that
 * nobody holds.
 */
import { folderName, ownName } from '$lib/core/app/storage-names';
import type { Folder, Journaled } from './calls';
import { foldContents, readContents, type Entry } from './contents';
import { decodeLines, encodeLines } from './lines';

/** Files or bytes beyond which a journal is folded: reading it at a start stays quick. */
const MANY_FILES = 8;
const MANY_BYTES = 512 * 1024;
/** How the name of a file begins that was folded from others. */
const FOLDED = 'folded-';
/** Ms to wait for another tab that folds: a frozen one may hold the lock for ever. */
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
	/** Bytes appended since the last folding. */
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

	/** Appends entries; resolves when they are on the disk. @throws when they could not be written whole */
	append(entries: readonly Entry[]): Promise<void> {
		const appended = this.#appending.then(() => this.#append(encodeLines(entries)));
		this.#appending = appended.catch(() => {}); // Whoever appended is told.
		return appended;
	}

	async #append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
		if (bytes.length === 0) return; // no file for a tab that has nothing to say
		this.#own ??= await this.#create();
		const { handle } = this.#own;
		if (handle.write(bytes, { at: this.#size }) !== bytes.length) {
			handle.truncate(this.#size); // what came of it is no line
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

	/** Everything that all tabs have written. */
	async read(): Promise<Journaled> {
		const sources = await this.#whileNobodyFolds(() => this.#sources());
		return digest(sources);
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

	/** Whether there is so much in it, or so many files, that it should be folded. */
	get isLong(): boolean {
		return this.#appended > MANY_BYTES;
	}

	/**
	 * Puts all files that no other tab holds into one, and throws them away when that is on the
	 * disk. Stopped half-way it leaves some twice, which harms nothing. Does nothing while
	 * another tab does it, nor when there is little to win, unless `always`.
	 */
	async fold(always = false): Promise<void> {
		await navigator.locks.request(this.#lock, { ifAvailable: true }, async (lock) => {
			if (lock) await this.#fold(always);
		});
	}

	async #fold(always: boolean): Promise<void> {
		// From here on this tab appends to a new file.
		await this.#appending;
		this.#own?.handle.close();
		this.#own = null;
		this.#appended = 0;
		const held = await this.#holdFree();
		try {
			const sources = held.map(({ name, handle }) => ({ name, bytes: readAll(handle) }));
			const folded = sizeOf(sources.filter(({ name }) => name.startsWith(FOLDED)));
			const rest = sizeOf(sources) - folded;
			const isWorth = sources.length > MANY_FILES || rest > Math.max(MANY_BYTES, folded);
			if (sources.length === 0 || !(always || isWorth)) return;
			await this.#write(encodeLines(foldContents(digest(sources))));
			for (const { name, handle } of held) {
				handle.close();
				await this.#folder.removeEntry(name);
			}
		} finally {
			for (const { handle } of held) handle.close();
		}
	}

	async #write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
		const name = `${FOLDED}${this.#tab}-${++this.#files}.log`;
		const file = await this.#folder.getFileHandle(name, { create: true });
		const handle = await openSync(file);
		try {
			const written = handle.write(bytes, { at: 0 });
			if (written !== bytes.length) {
				throw new DOMException('The journal could not be folded.', 'QuotaExceededError');
			}
			handle.flush();
		} finally {
			handle.close();
		}
	}

	/** Takes hold of every file that nobody holds: its tab is gone. */
	async #holdFree(): Promise<{ name: string; handle: SyncHandle }[]> {
		const held = [];
		for await (const [name, file] of this.#folder.entries()) {
			if (file.kind !== 'file') continue;
			try {
				held.push({ name, handle: await openSync(file) });
			} catch (error) {
				if (!isOneOf(error, 'NoModificationAllowedError', 'NotFoundError')) throw error;
			}
		}
		return held;
	}

	async #whileNobodyFolds<T>(work: () => Promise<T>): Promise<T> {
		const options = { mode: 'shared', signal: AbortSignal.timeout(PATIENCE) } as const;
		try {
			return await navigator.locks.request(this.#lock, options, work);
		} catch (error) {
			if (!isOneOf(error, 'TimeoutError', 'AbortError')) throw error;
			return work();
		}
	}

	/** Lets go of this tab's file; the next entry opens another. */
	async close(): Promise<void> {
		await this.#appending;
		this.#own?.handle.close();
		this.#own = null;
	}
}

/** Whether this thread has files that it can write and flush at once; they are for workers only. */
function hasSyncFiles(): boolean {
	// Their types say that all of this is there.
	const storage = navigator.storage as Partial<StorageManager> | undefined;
	return (
		storage?.getDirectory !== undefined &&
		typeof FileSystemFileHandle !== 'undefined' &&
		'createSyncAccessHandle' in FileSystemFileHandle.prototype
	);
}

function digest(sources: readonly Source[]): Journaled {
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

/** Opens a file for this worker alone. @throws NoModificationAllowedError while another one has it */
function openSync(file: FileSystemFileHandle): Promise<SyncHandle> {
	return (
		file as FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> }
	).createSyncAccessHandle();
}

function readAll(handle: SyncHandle): Uint8Array {
	const bytes = new Uint8Array(handle.getSize());
	return bytes.subarray(0, handle.read(bytes, { at: 0 }));
}

/** A file that another tab may be writing; `null` when it went, folded. */
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
