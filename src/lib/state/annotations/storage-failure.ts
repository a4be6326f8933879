/** What a reader is told of when annotations cannot be saved or read; ui/notices/save-failure-text.ts has the sentences. */
export type StorageFailure =
	/** Not saved: there is no space left. */
	| 'device-full'
	/** Not saved: the database does not answer. */
	| 'no-answer'
	/** Not saved, for any other reason. */
	| 'not-saved'
	/** Nothing can be read, neither from the database nor from the second store. */
	| 'unreadable'
	/** The database cannot be written to; the second store has what was made. */
	| 'saved-in-second-store'
	/** The database cannot be read; what is shown comes from the second store. */
	| 'read-from-second-store';

/** Why a save failed; `error` is what the database threw. */
export function failureOfSave(error: unknown): StorageFailure {
	const { name } = ((error as Error).cause ?? error) as Error;
	if (name === 'QuotaExceededError') return 'device-full';
	return name === 'TimeoutError' ? 'no-answer' : 'not-saved';
}
