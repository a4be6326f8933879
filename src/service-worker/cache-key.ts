/** Under which key a file of a build is in a cache: its address, and the hash of its bytes. */

const REVISION_LENGTH = 12; // of the hash, 72 bits: the integrity check compares all of it
/** As Workbox names it, so that a file of the precache and of a pack has the same key in both. */
const PARAMETER = '__WB_REVISION__';

/** The part of a hash, `sha256-…`, that tells the versions of a file apart. */
export function revisionOf(integrity: string): string {
	return integrity.slice('sha256-'.length).slice(0, REVISION_LENGTH);
}

/** The cache key of a file at an absolute address. */
export function cacheKeyFor(address: string, integrity: string): string {
	const url = new URL(address);
	url.searchParams.set(PARAMETER, revisionOf(integrity));
	return url.href;
}

/** The absolute address in a cache key, whatever the version. */
export function addressInKey(key: string): string {
	return key.replace(/\?.*$/, '');
}
