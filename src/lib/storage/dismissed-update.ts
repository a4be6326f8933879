/** Which notice of a new version the reader answered with *Later*: remembered while the tab is open. */
import { ownName } from '$lib/core/app/storage-names';
import { readItem, saveItem } from './web-storage';

/** The notice, as `state/offline.svelte.ts` names it; `null` when there is none in this tab, or none is remembered. */
export function readDismissedUpdate(base: string): string | null {
	return readItem('sessionStorage', keyOf(base));
}

/** Remembers a notice; where that cannot be, the next page asks again. */
export function saveDismissedUpdate(base: string, notice: string): void {
	saveItem('sessionStorage', keyOf(base), notice);
}

function keyOf(base: string): string {
	return ownName(base, 'dismissed-update');
}
