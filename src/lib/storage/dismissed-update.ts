/** Which new version the reader answered with *Later*: remembered while the tab is open, not longer. */
import { ownName } from '$lib/core/app/storage-names';
import { readItem, saveItem } from './web-storage';

/** The name of that version; `null` when there is none in this tab, or none is remembered. */
export function readDismissedUpdate(base: string): string | null {
	return readItem('sessionStorage', keyOf(base));
}

/** Remembers a version; where that cannot be, the next page asks again. */
export function saveDismissedUpdate(base: string, version: string): void {
	saveItem('sessionStorage', keyOf(base), version);
}

function keyOf(base: string): string {
	return ownName(base, 'put-off');
}
