/** Which new version was put off with *Later*: remembered while the tab is open, not longer. */
import { ownName } from '$lib/core/app/storage-names';

const WHAT = 'put-off';

/** Its name; `null` when none was put off in this tab. */
export function readDismissedUpdate(base: string): string | null {
	try {
		return sessionStorage.getItem(ownName(base, WHAT));
	} catch {
		return null; // Switched off by the reader: asked once a page.
	}
}

export function saveDismissedUpdate(base: string, version: string): void {
	try {
		sessionStorage.setItem(ownName(base, WHAT), version);
	} catch (error) {
		// Full, or switched off by the reader: asked again on the next page.
		if (!(error instanceof DOMException)) throw error;
	}
}
