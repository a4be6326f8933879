/**
 * The names of everything we store on an origin. Each contains the base path, so
 * two Postils on one host never meet, and we can tell what is ours.
 */

/** The database. `base` is the base path, `''` or `/book`. */
export function databaseName(base: string): string {
	return `postil${base}`;
}

/** A cache, lock, channel or localStorage key: `postil/book:preferences`. */
export function ownName(base: string, what: string): string {
	return `postil${base}:${what}`;
}

/** Whether `name` was made by `ownName` with this very base. */
export function isOwnName(base: string, name: string): boolean {
	return name.startsWith(ownName(base, ''));
}

/** A folder in the origin's private file system, whose names may hold no slash: `postil%2Fbook%3Ajournal`. */
export function folderName(base: string, what: string): string {
	return encodeURIComponent(ownName(base, what));
}
