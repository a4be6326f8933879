import type { PackFile } from '../../lib/core/app/packs';
import { fetchVerified } from '../fetch-verified';
import { matchOtherVersion, matchPack, openPackCache, packKey } from './pack-cache';
import { addressOf } from './open-chapter';
import { packFilesForPage, packOf } from './pack-list';

const TIMEOUT = 3000; // ms to wait for the network where there is another version to show
const PATIENCE = 15_000; // ms where there is nothing else: the page says then that it is not here

/**
 * A page or file of a pack: out of the cache; else the host's, which is put there when it is read; else
 * that of a version before. `null` when this build's pack has no such file, or it cannot be had.
 */
export async function answerFromPack(request: Request, url: URL): Promise<Response | null> {
	const address = addressOf(url);
	try {
		const file = (await packFilesForPage(packOf(url)!))[address];
		if (!file) return null;
		const key = packKey(address, file);
		const cached = await matchPack(key);
		if (cached) return cached;
		// The search asks for what is here, and nothing else.
		if (request.cache === 'only-if-cached') return Response.error();
		return await fromNetwork(request, address, file);
	} catch {
		return (await matchOtherVersion(address)) ?? null;
	}
}

async function fromNetwork(
	{ mode, destination }: Request,
	address: string,
	file: PackFile
): Promise<Response> {
	const other = await matchOtherVersion(address);
	const signal = AbortSignal.timeout(other ? TIMEOUT : PATIENCE);
	const response = await fetchVerified(address, file.integrity, signal, 1);
	if (mode === 'navigate' || destination === 'image') {
		const copy = response.clone();
		// Shown also where it does not fit.
		void openPackCache().then(
			(cache) => cache.put(packKey(address, file), copy),
			() => {}
		);
	}
	return response;
}
