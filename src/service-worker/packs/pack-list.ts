import { packListAddress, type PackFiles } from '../../lib/core/app/packs';
import { fetchVerified } from '../fetch-verified';
import { packs, root } from '../this-build';
import { matchPack, openPackCache, packKey } from './pack-cache';

/** The lists of this build by which requests were answered, by work. */
const read = new Map<string, PackFiles>();

/** The work whose pack an address is part of; `null` when it is of none. */
export function packOf({ href }: URL): string | null {
	if (!href.startsWith(root)) return null;
	const [work] = href.slice(root.length).split(/[/?#]/);
	return Object.hasOwn(packs, work) ? work : null;
}

/** The key of a pack's list, in this build or in the version `list` of it. */
export function listKey(work: string, list = packs[work].list): string {
	return packKey(packListAddress(work), { integrity: list });
}

/** The files of a pack, if its list is in the cache: in this build, or in the version `list` of it. */
export async function cachedPackFiles(work: string, list?: string): Promise<PackFiles | null> {
	return (await (await matchPack(listKey(work, list)))?.json()) ?? null;
}

/** The files of a pack in this build. Throws when its list is not here and cannot be fetched. */
export async function packFiles(work: string, signal?: AbortSignal): Promise<PackFiles> {
	const cached = await cachedPackFiles(work);
	if (cached) return cached;
	const response = await fetchVerified(packListAddress(work), packs[work].list, signal);
	await (await openPackCache()).put(listKey(work), response);
	return (await cachedPackFiles(work))!;
}

/** The same, without a look into the cache when it was read before: for a page that waits. */
export async function packFilesForPage(work: string): Promise<PackFiles> {
	let files = read.get(work);
	if (!files) read.set(work, (files = await packFiles(work)));
	return files;
}
