/** What a reader is told of storage that failed, in whole sentences; what follows them says what to do. */
import { StorageError, storageErrorReason, type StorageErrorReason } from './storage-error';

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

/**
 * What is said where something was asked for that storage did not do, and can be asked for again.
 *
 * @param what was not done: “Not saved”
 * @throws `error` itself when it is not storage that failed
 */
export function tryAgainText(what: string, error: unknown): string {
	if (!(error instanceof StorageError)) throw error;
	return `${what}. ${storageErrorText(error)} Try again.`;
}
