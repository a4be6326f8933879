/**
 * Packs: works that are too large to be kept offline unasked. The build writes for each a list of its
 * files (src/tools/precache/pack-lists.js); the service worker fetches them at the reader's word.
 */

/** A file of a pack. */
export interface PackFile {
	/** SHA-256 of its bytes, as `integrity` is written. */
	integrity: string;
	/** How many bytes travel, compressed as hosts do it. */
	bytes: number;
	/** Of a page: the addresses of the pictures that it shows. */
	pictures?: string[];
}

/** The files of a pack by their addresses, relative to the site's root. */
export type PackFiles = Readonly<Record<string, PackFile>>;

/** What a build says of a pack beside its list. */
export interface PackSummary {
	/** SHA-256 of the list, as `integrity` is written. */
	list: string;
	bytes: number;
	files: number;
}

/** What a reader has asked for: nothing stands for neither. */
export type PackChoice = 'keep' | 'paused';

/** Where a pack's list is, from the site's root. */
export function packListAddress(work: string): string {
	return `${work}/pack.json`;
}

/**
 * How far a pack is. `absent`: not asked for, though chapters that were read may be there. `fetching`:
 * its files are being fetched. `waiting`: they will be fetched on, when there is a network. `paused`:
 * when the reader says so. `kept`: every file is in the cache.
 */
export type PackState = 'absent' | 'fetching' | 'waiting' | 'paused' | 'kept';

export interface PackStatus {
	work: string;
	state: PackState;
	/** Of all its files, as they travel. */
	bytes: number;
	/** Of those that are in the cache. */
	done: number;
	/** Whether there was no space for it the last time. */
	full: boolean;
}

/** The files of a pack that are in a cache, and those that are not, in the order of the list. */
export function splitPack(
	files: PackFiles,
	isCached: (address: string, file: PackFile) => boolean
): { cached: string[]; missing: string[] } {
	const cached: string[] = [];
	const missing: string[] = [];
	for (const [address, file] of Object.entries(files))
		(isCached(address, file) ? cached : missing).push(address);
	return { cached, missing };
}

/** How many bytes some files of a pack are. */
export function bytesOf(files: PackFiles, addresses: Iterable<string>): number {
	let sum = 0;
	for (const address of addresses) sum += files[address].bytes;
	return sum;
}

/** How far a pack is, by what was asked for and what is there. */
export function packState(
	choice: PackChoice | undefined,
	{ isWhole, isFetching }: { isWhole: boolean; isFetching: boolean }
): PackState {
	if (choice === undefined) return 'absent';
	if (isWhole) return 'kept';
	if (choice === 'paused') return 'paused';
	return isFetching ? 'fetching' : 'waiting';
}

/**
 * What reading a chapter without a network needs: its page, the pictures on it, and the contents of the
 * work as a page and as a list. Empty when the address is of no page of the pack.
 */
export function neededToRead(files: PackFiles, work: string, page: string): string[] {
	if (!Object.hasOwn(files, page) || !page.endsWith('/')) return [];
	const wanted = [page, ...(files[page].pictures ?? []), `${work}/contents.json`, `${work}/`];
	return [...new Set(wanted)].filter((address) => Object.hasOwn(files, address));
}

/**
 * The files that a new version has to bring, for what was there to stay readable: all of a pack that is
 * kept, or was in part of the precache; else those whose addresses are in the cache in any version.
 */
export function filesToBring(
	files: PackFiles,
	choice: PackChoice | undefined,
	cachedAddresses: ReadonlySet<string>
): string[] {
	const all = Object.keys(files);
	return choice === 'keep' ? all : all.filter((address) => cachedAddresses.has(address));
}
