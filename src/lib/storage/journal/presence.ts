/** What is known of the second store, and noted of it, without loading its code. */
import { folderName, ownName } from '$lib/core/app/storage-names';
import { deleteItem, readItem } from '../web-storage';

/** Whether this origin has a journal of ours; false where the browser has no private file system. */
export async function hasJournal(base: string): Promise<boolean> {
	try {
		const root = await navigator.storage.getDirectory();
		await root.getDirectoryHandle(folderName(base, 'journal'));
		return true;
	} catch {
		return false; // None was made, or none can be made: on plain http, in a private mode.
	}
}

/** Whether a watermark was mirrored (watermark-mirror.ts): there were annotations once. */
export function hasWatermark(base: string): boolean {
	return readItem('localStorage', ownName(base, 'watermark')) !== null;
}

/** Makes the next page of this tab compare the database with the journal anew. */
export function forgetComparison(base: string): void {
	deleteItem('sessionStorage', ownName(base, 'checked'));
}
