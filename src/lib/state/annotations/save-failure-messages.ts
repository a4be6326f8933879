/** The sentences a reader sees when what they made cannot be saved, or not be read. */

/** The database cannot be read, and neither can the second store. */
export const UNREADABLE = 'Your marks cannot be read: the storage failed.';

/** The database could not be written to; the second store has what was made. */
export const SAVED_IN_SECOND_STORE =
	'The browser’s database failed. What you make is kept in its second copy, until the database is back.';

/** The database does not open; what is shown comes from the second store. */
export const READ_FROM_SECOND_STORE =
	'The browser’s database does not open. Your marks are shown from their second copy, and new ones are kept there.';

/** Why a save failed; `error` is what the database threw. */
export function saveFailureMessage(error: unknown): string {
	const { name } = ((error as Error).cause ?? error) as Error;
	if (name === 'QuotaExceededError') return 'Not saved: there is no space left on this device.';
	if (name === 'TimeoutError') return 'Not saved: the browser’s storage does not answer.';
	return 'Not saved: the browser’s storage failed.';
}
