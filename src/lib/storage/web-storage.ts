/**
 * localStorage and sessionStorage, for what may be lost: the reader can switch them off or fill
 * them, and a browser that is killed loses what was written last. What could not be written or read
 * is then just not there.
 */

export type WebStorage = 'localStorage' | 'sessionStorage';

/** The text under a key; `null` when there is none, or it cannot be read. */
export function readItem(storage: WebStorage, key: string): string | null {
	return attempt(() => globalThis[storage]?.getItem(key)) ?? null; // while building there is none
}

/** The JSON under a key, read but not checked; `null` when there is none, or it is no JSON. */
export function readJsonItem(storage: WebStorage, key: string): unknown {
	try {
		return JSON.parse(readItem(storage, key) ?? 'null');
	} catch {
		return null; // Not what we wrote.
	}
}

/** Writes a text under a key, if it can be written. */
export function saveItem(storage: WebStorage, key: string, text: string): void {
	attempt(() => globalThis[storage].setItem(key, text));
}

/** Takes away what is under a key. */
export function deleteItem(storage: WebStorage, key: string): void {
	attempt(() => globalThis[storage].removeItem(key));
}

/** Whether this tab was reloaded or came back to its page, and so may find there what it left itself. */
export function isReturning(): boolean {
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	return navigation?.type !== 'navigate';
}

/** What `work` gives; `null` when the browser refuses. */
function attempt<T>(work: () => T): T | null {
	try {
		return work();
	} catch (error) {
		// Full, or switched off: then even to look at the storage throws.
		if (!(error instanceof DOMException)) throw error;
		return null;
	}
}
