/** The sentences a reader sees when what they made cannot be saved, or not be read. */
import { STORAGE_FAILED, STORAGE_FULL, STORAGE_SILENT } from '$lib/core/app/storage-error-text';
import type { StorageFailure } from '$lib/state/annotations/storage-failure';

export const SAVE_FAILURE_TEXT: Record<StorageFailure, string> = {
	full: `Not saved. ${STORAGE_FULL}`,
	silent: `Not saved. ${STORAGE_SILENT}`,
	failed: `Not saved. ${STORAGE_FAILED}`,
	unreadable: 'Your marks cannot be read: the storage failed.',
	'saved-in-second-store':
		'The browser’s database failed. What you make is kept in its second copy, until the database is back.',
	'read-from-second-store':
		'The browser’s database does not open. Your marks are shown from their second copy, and new ones are kept there.'
};
