/** The addresses of works and chapters: the one place that makes them. */

/** What the slug of a work of the reader's own begins with, and that of no published one. */
export const OWN_PREFIX = 'own-';

/** Whether a work is one of the reader's own, by its slug. */
export function isOwnWork(work: string): boolean {
	return work.startsWith(OWN_PREFIX);
}

/** The address of a work's contents; `base` is the base path, `''` or `/book`. */
export function workAddress(base: string, work: string): string {
	return base + (isOwnWork(work) ? `/own/?work=${work}` : `/${work}/`);
}

/** The address of a chapter. A hash can follow it. */
export function chapterAddress(base: string, work: string, chapter: string): string {
	const address = workAddress(base, work);
	return isOwnWork(work) ? `${address}&chapter=${chapter}` : `${address}${chapter}/`;
}
