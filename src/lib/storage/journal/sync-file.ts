/** Files of the origin's private file system that are written and flushed synchronously; for workers only. */

/** FileSystemSyncAccessHandle, which TypeScript's DOM leaves to workers. */
export interface SyncHandle {
	read(buffer: Uint8Array<ArrayBuffer>, options: { at: number }): number;
	write(buffer: Uint8Array<ArrayBuffer>, options: { at: number }): number;
	truncate(size: number): void;
	getSize(): number;
	flush(): void;
	close(): void;
}

/** Whether this thread can write and flush files synchronously, which only workers can. */
export function hasSyncFiles(): boolean {
	// TypeScript's types say that all of this is always there.
	const storage = navigator.storage as Partial<StorageManager> | undefined;
	return (
		storage?.getDirectory !== undefined &&
		typeof FileSystemFileHandle !== 'undefined' &&
		'createSyncAccessHandle' in FileSystemFileHandle.prototype
	);
}

/** Opens a file for this worker alone. @throws NoModificationAllowedError while another one has it open */
export function openSync(file: FileSystemFileHandle): Promise<SyncHandle> {
	return (
		file as FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> }
	).createSyncAccessHandle();
}

/** Writes bytes and flushes them to the disk. @throws QuotaExceededError and others when not all could be written */
export function writeAll(handle: SyncHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
	if (handle.write(bytes, { at }) !== bytes.length) {
		throw new DOMException('The journal could not be written.', 'QuotaExceededError');
	}
	handle.flush();
}

/** All bytes of a file that this tab has open. */
export function readAll(handle: SyncHandle): Uint8Array {
	const bytes = new Uint8Array(handle.getSize());
	return bytes.subarray(0, handle.read(bytes, { at: 0 }));
}

/** Reads a file that another tab may be writing; `null` when a compaction has deleted it meanwhile. */
export async function readOther(file: FileSystemFileHandle): Promise<Uint8Array | null> {
	try {
		return new Uint8Array(await (await file.getFile()).arrayBuffer());
	} catch (error) {
		if (isOneOf(error, 'NotFoundError')) return null;
		throw error;
	}
}

/** Whether an error of the browser has one of these names. */
export function isOneOf(error: unknown, ...names: string[]): boolean {
	return error instanceof DOMException && names.includes(error.name);
}
