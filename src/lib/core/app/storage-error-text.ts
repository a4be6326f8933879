/** What a reader is told of storage that failed, in whole sentences; what follows them says what to do. */
import { storageErrorReason, type StorageError, type StorageErrorReason } from './storage-error';

/** Of the database, and of the files of a chapter, too. */
export const STORAGE_FULL = 'There is no space left on this device.';
export const STORAGE_SILENT = 'The browser’s storage does not answer.';
export const STORAGE_FAILED = 'The browser’s storage failed.';

const TEXTS: Record<StorageErrorReason, string> = {
	full: STORAGE_FULL,
	silent: STORAGE_SILENT,
	failed: STORAGE_FAILED
};

/** Why a record could not be read or written. */
export function storageErrorText(error: StorageError): string {
	return TEXTS[storageErrorReason(error)];
}
