/**
 * What makes the address of a work and of a chapter: the name of the work's
 * folder, and the name of the chapter's file without its ending. Such a part of
 * an address is called a slug: `/my-life/43-the-exile/` has two.
 */
import { isOwnWork } from '$lib/core/text/addresses';

const CHAPTER_FILE = /\.md$/;

/** Pages and files of the app itself have these addresses. */
const RESERVED_SLUGS: readonly string[] = [
	'404',
	'_app',
	'not-kept',
	'notebook',
	'own',
	'rescue',
	'service-worker',
	'settings'
];

/** Whether no published work may have this slug: a page of the app, or a reader's own work, has it. */
export function isReservedSlug(slug: string): boolean {
	return RESERVED_SLUGS.includes(slug) || isOwnWork(slug);
}

/** Whether `name` can be a slug as it stands: lowercase letters, digits and hyphens. */
export function isSlug(name: string): boolean {
	return /^[a-z0-9][a-z0-9-]*$/.test(name);
}

/**
 * The slug that a publisher most likely wants for `name`: "The Exile" gives
 * `the-exile`. Empty when the name has no Latin letters and no digits.
 */
export function suggestSlug(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** Whether a file of a work's folder is a chapter's, by the ending of its name. */
export function isChapterFile(fileName: string): boolean {
	return CHAPTER_FILE.test(fileName);
}

/** The slug of the chapter in a file: `43-the-exile.md` gives `43-the-exile`. */
export function chapterSlug(fileName: string): string {
	return fileName.replace(CHAPTER_FILE, '');
}

/** The number that a chapter's slug begins with, which puts the chapters in order; `null` when it has none. */
export function chapterOrder(slug: string): number | null {
	const [number] = /^\d+(?=-|$)/.exec(slug) ?? [];
	return number === undefined ? null : Number(number);
}
