import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError, type ContentFault } from '$lib/content/publishing/faults';
import type { ChapterSummary, Work } from '$lib/core/text/work';
import type { Chapter } from './chapter-file';
import { checkPageLinks } from './check-page-links';
import { findWorkFolders, stampOf } from './content-folder';
import { readWork, type WorkWithChapters } from './work';

/** Everything that is published. */
export interface Library {
	/** In the order of their folders' names. */
	works: WorkWithChapters[];
}

/** Reads every work in `folder`. Throws a `ContentError` with all faults of all files when there are any. */
export function readLibrary(folder: string): Library {
	const faults: ContentFault[] = [];
	const slugs = findWorkFolders(folder, faults);
	const works = slugs.map((slug) => readWork(join(folder, slug), slug, faults));
	checkPageLinks(works, folder, faults);
	if (faults.length > 0) throw new ContentError(faults);
	return { works };
}

/** The work with this slug; `null` when there is none. */
export function findWork(library: Library, slug: string): WorkWithChapters | null {
	return library.works.find((work) => work.slug === slug) ?? null;
}

/** The chapter with these slugs; `null` when there is none. */
export function findChapter(library: Library, work: string, chapter: string): Chapter | null {
	return findWork(library, work)?.chapters.find(({ slug }) => slug === chapter) ?? null;
}

/** Every work of the library without its texts, as the shelf shows them. */
export function workSummaries(library: Library): Work[] {
	return library.works.map(workSummary);
}

/** A work without its texts. */
export function workSummary(work: WorkWithChapters): Work {
	return { ...work, chapters: work.chapters.map(chapterSummary) };
}

/** A chapter without its text. */
export function chapterSummary({ slug, title, number, minutes, level }: Chapter): ChapterSummary {
	return { slug, title, number, minutes, ...(level && { level }) };
}

/** The bytes of one of a work's `images`, from the folder that `library` reads. */
export function readImage(work: WorkWithChapters, image: string): Uint8Array<ArrayBuffer> {
	return new Uint8Array(readFileSync(join(contentFolder(), work.slug, image)));
}

let cached: { stamp: string; library: Library } | null = null;

/**
 * The library in the folder that `CONTENT_DIR` names, or else in `content`. It is
 * read once in a process, and again after a file there was changed, so that the
 * development server shows corrections. Throws as `readLibrary` does.
 */
export function library(): Library {
	const folder = contentFolder();
	const stamp = stampOf(folder);
	if (cached?.stamp !== stamp) cached = { stamp, library: readLibrary(folder) };
	return cached.library;
}

/** The folder that `CONTENT_DIR` names, or else `content`. */
export function contentFolder(): string {
	return process.env.CONTENT_DIR || 'content';
}
