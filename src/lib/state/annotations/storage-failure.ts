import type { StorageErrorReason } from '$lib/core/app/storage-error';

/** What a reader is told of when annotations cannot be saved or read; ui/notices/save-failure-text.ts has the sentences. */
export type StorageFailure =
	/** Not saved, for this reason. */
	| StorageErrorReason
	/** Nothing can be read, neither from the database nor from the second store. */
	| 'unreadable'
	/** The database cannot be written to; the second store has what was made. */
	| 'saved-in-second-store'
	/** The database cannot be read; what is shown comes from the second store. */
	| 'read-from-second-store';
