import { isOwnName } from '$lib/core/app/storage-names';

/** What one of our caches holds. */
export interface KeptCache {
	/** Without our prefix: `precache`, `fonts`. */
	name: string;
	files: number;
}

/** Our caches on this origin, and nobody else's. */
export async function listKept(base: string, storage: CacheStorage = caches): Promise<KeptCache[]> {
	const names = (await storage.keys()).filter((name) => isOwnName(base, name));
	return Promise.all(
		names.map(async (name) => ({
			name: name.slice(name.indexOf(':') + 1),
			files: (await (await storage.open(name)).keys()).length
		}))
	);
}

/**
 * Bytes this origin takes and may take, all apps on it together; `null` where the browser does not
 * tell, or tells what cannot be. An estimate: browsers pad and round it.
 */
export async function estimateSpace(
	storage: StorageManager | undefined = navigator.storage
): Promise<{ used: number; available: number } | null> {
	try {
		const { usage, quota } = (await storage?.estimate?.()) ?? {};
		return isSize(usage) && isSize(quota) ? { used: usage, available: quota } : null;
	} catch {
		return null; // A sandboxed frame, and the like.
	}
}

function isSize(bytes: unknown): bytes is number {
	return typeof bytes === 'number' && Number.isFinite(bytes) && bytes >= 0;
}
