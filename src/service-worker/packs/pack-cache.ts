import type { PackChoice, PackFile } from '../../lib/core/app/packs';
import { ownName } from '../../lib/core/app/storage-names';
import { addressInKey, cacheKeyFor } from '../cache-key';
import { base, root } from '../this-build';

/**
 * The cache of all packs. Its files have their hashes in their keys, so two builds have one cache: what
 * did not change is there for both.
 */
export const PACK_CACHE = ownName(base, 'packs');
/** Under this address is what the reader has asked for. */
const CHOICES = root + 'packs';
/** The parameter of a key that says: every file of that version of the list is there. */
const WHOLE = 'whole';

// A host's Vary header would hide from a page what the worker has fetched for it.
const OPTIONS = { ignoreVary: true };

/** To put something in; it is made when it is first opened, and so where there are no packs never. */
export const openPackCache = () => caches.open(PACK_CACHE);

/** The key of a pack's file in the cache. */
export function packKey(address: string, { integrity }: Pick<PackFile, 'integrity'>): string {
	return cacheKeyFor(root + address, integrity);
}

/** What is in the cache under a key. */
export async function matchPack(key: string): Promise<Response | undefined> {
	return caches.match(key, { ...OPTIONS, cacheName: PACK_CACHE });
}

/** Another version of the file at an address, from a build before; undefined when there is none. */
export async function matchOtherVersion(address: string): Promise<Response | undefined> {
	const options = { ...OPTIONS, cacheName: PACK_CACHE, ignoreSearch: true };
	return caches.match(root + address, options);
}

/** The keys of all files of packs that are in the cache. */
export async function packKeys(): Promise<Set<string>> {
	if (!(await caches.has(PACK_CACHE))) return new Set();
	const requests = await (await openPackCache()).keys();
	return new Set(requests.map(({ url }) => url).filter((url) => url !== CHOICES));
}

/** Deletes what is in the cache under some keys. */
export async function deletePackKeys(keys: Iterable<string>): Promise<void> {
	if (!(await caches.has(PACK_CACHE))) return;
	const cache = await openPackCache();
	for (const key of keys) await cache.delete(key, OPTIONS);
}

/** The address of a cached file relative to the root. */
export function packAddress(key: string): string {
	return addressInKey(key).slice(root.length);
}

/** What the reader has asked for, by work. */
export async function readChoices(): Promise<Record<string, PackChoice>> {
	return (await (await matchPack(CHOICES))?.json()) ?? {};
}

/** Changes what the reader has asked for; `null` takes it back. */
export async function saveChoices(changes: Record<string, PackChoice | null>): Promise<void> {
	const choices = Object.entries({ ...(await readChoices()), ...changes });
	const rest = Object.fromEntries(choices.filter(([, choice]) => choice !== null));
	await (await openPackCache()).put(CHOICES, Response.json(rest));
}

/** The key of the mark that every file of a version of a pack's list is in the cache. */
export function wholeKey(listKey: string): string {
	return `${listKey}&${WHOLE}`;
}

/** Sets or removes the mark that every file of a version of a pack’s list is in the cache. */
export async function markWhole(listKey: string, isWhole: boolean): Promise<void> {
	if (isWhole) await (await openPackCache()).put(wholeKey(listKey), new Response());
	else await deletePackKeys([wholeKey(listKey)]);
}
