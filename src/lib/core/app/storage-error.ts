/** The database could not be opened, read or written, also after trying anew. Its cause is the browser's error. */
export class StorageError extends Error {
	override name = 'StorageError';
}

/** Why storage failed: no space is left, it does not answer, or anything else. */
export type StorageErrorReason = 'full' | 'silent' | 'failed';

/** Why it failed, by the browser's error, which a `StorageError` has as its cause. */
export function storageErrorReason(error: Error): StorageErrorReason {
	const { name } = (error.cause ?? error) as Error;
	if (name === 'QuotaExceededError') return 'full';
	return name === 'TimeoutError' ? 'silent' : 'failed';
}
