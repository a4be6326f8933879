/** What a reader is told of storage that failed, in whole sentences; what follows them says what to do. */
import type { StorageError } from './storage-error';

/** Of the database, and of the files of a chapter, too. */
export const STORAGE_FULL = 'There is no space left on this device.';
export const STORAGE_SILENT = 'The browser’s storage does not answer.';
export const STORAGE_FAILED = 'The browser’s storage failed.';

/** Why a record could not be read or written. */
export function storageErrorText({ cause }: StorageError): string {
	const { name } = (cause ?? {}) as Partial<Error>;
	if (name === 'QuotaExceededError') return STORAGE_FULL;
	return name === 'TimeoutError' ? STORAGE_SILENT : STORAGE_FAILED;
}
