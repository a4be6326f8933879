/** How much of the device's storage this site takes. */
import { isOwnName } from '$lib/core/app/storage-names';

/** How many files one of our caches has. */
export interface CacheSize {
	/** The cache's name without our prefix: `precache`, `fonts`. */
	name: string;
	files: number;
}

/** Our caches on this origin, and nobody else's. */
export async function listCaches(
	base: string,
	storage: CacheStorage = caches
): Promise<CacheSize[]> {
	const names = (await storage.keys()).filter((name) => isOwnName(base, name));
	return Promise.all(
		names.map(async (name) => ({
			name: name.slice(name.indexOf(':') + 1),
			files: (await (await storage.open(name)).keys()).length
		}))
	);
}

/**
 * Bytes that this origin takes and may take, all apps on it together; `null` where the browser
 * gives none, or numbers that cannot be. Browsers round and pad them.
 */
export async function estimateStorage(
	storage: StorageManager | undefined = navigator.storage
): Promise<{ used: number; available: number } | null> {
	try {
		const { usage, quota } = (await storage?.estimate?.()) ?? {};
		return isSize(usage) && isSize(quota) ? { used: usage, available: quota } : null;
	} catch {
		return null; // A sandboxed frame is refused, for one.
	}
}

function isSize(bytes: unknown): bytes is number {
	return typeof bytes === 'number' && Number.isFinite(bytes) && bytes >= 0;
}
