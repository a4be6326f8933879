import type { PackFiles } from '../../lib/core/app/packs';
import { fetchVerified, isQuotaError } from '../fetch-verified';
import { controller } from '../precache-controller';
import { openPackCache, packKey } from './pack-cache';

const CONCURRENT = 4; // requests at a time
const LOST = 4; // files in a row that do not arrive: the network is gone

interface Storing {
	signal: AbortSignal;
	/** After each file that is in the cache now. */
	onstored?: (address: string) => void;
}

/**
 * Puts files of a pack into the cache: those that the precache has are copied, the others are fetched. A
 * file that does not arrive, or whose hash is wrong (a captive portal's page), is passed over.
 *
 * @returns whether all are there; false too when `signal` ended it
 * @throws a quota error when the disk is full; what was stored before stays
 */
export async function storeFiles(
	files: PackFiles,
	addresses: readonly string[],
	{ signal, onstored }: Storing
): Promise<boolean> {
	const queue = [...addresses];
	const ended = { byError: false };
	let inRow = 0;
	let failures = 0;
	async function storeFromQueue() {
		for (let address; (address = queue.shift());) {
			if (signal.aborted || ended.byError || inRow >= LOST) return;
			try {
				await storeFile(files, address, signal);
				inRow = 0;
				onstored?.(address);
			} catch (error) {
				if (isQuotaError(error)) {
					ended.byError = true; // stops the others
					throw error;
				}
				inRow++;
				failures++;
			}
		}
	}
	const storing = Array.from({ length: CONCURRENT }, storeFromQueue);
	const results = await Promise.allSettled(storing);
	const failed = results.find((result) => result.status === 'rejected');
	if (failed) throw failed.reason;
	return failures === 0 && queue.length === 0 && !signal.aborted;
}

/** Puts one file into the cache. Throws when it does not arrive, or does not fit. */
export async function storeFile(
	files: PackFiles,
	address: string,
	signal?: AbortSignal
): Promise<void> {
	const file = files[address];
	const key = packKey(address, file);
	const precache = await caches.open(controller.strategy.cacheName);
	const response =
		(await precache.match(key, { ignoreVary: true })) ??
		(await fetchVerified(address, file.integrity, signal));
	await (await openPackCache()).put(key, response);
}
