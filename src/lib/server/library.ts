import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChapterHead, Work } from '$lib/core/text/work';
import type { Chapter } from './chapter';
import { findWorkFolders, stampOf } from './content-folder';
import { ContentError, type Fault } from '$lib/content/faults';
import { readWork, type WorkWithChapters } from './work';

/** All that is published: the works, in the order of their folders' names. */
export interface Library {
	works: WorkWithChapters[];
}

/** Reads every work in `folder`. Throws a `ContentError` with all faults of all files when there are any. */
export function readLibrary(folder: string): Library {
	const faults: Fault[] = [];
	const slugs = findWorkFolders(folder, faults);
	const works = slugs.map((slug) => readWork(join(folder, slug), slug, faults));
	if (faults.length > 0) throw new ContentError(faults);
	return { works };
}

/** The work of that slug; `null` when there is none. */
export function findWork(library: Library, slug: string): WorkWithChapters | null {
	return library.works.find((work) => work.slug === slug) ?? null;
}

/** The chapter of those slugs; `null` when there is none. */
export function findChapter(library: Library, work: string, chapter: string): Chapter | null {
	return findWork(library, work)?.chapters.find(({ slug }) => slug === chapter) ?? null;
}

/** What the shelf tells of every work. */
export function heads(library: Library): Work[] {
	return library.works.map(workHead);
}

/** What is told of a work outside its chapters' pages. */
export function workHead(work: WorkWithChapters): Work {
	return { ...work, chapters: work.chapters.map(chapterHead) };
}

/** What is told of a chapter outside its own page. */
export function chapterHead({ slug, title, number, minutes }: Chapter): ChapterHead {
	return { slug, title, number, minutes };
}

/** The bytes of one of a work's `images`, from the folder that `library` reads. */
export function readImage(work: WorkWithChapters, image: string): Uint8Array<ArrayBuffer> {
	return new Uint8Array(readFileSync(join(contentFolder(), work.slug, image)));
}

let kept: { stamp: string; library: Library } | null = null;

/**
 * The library in the folder that `CONTENT_DIR` names, else in `content`. Read
 * once a process, and again after a file there was changed, so that the
 * development server shows corrections. Throws as `readLibrary`.
 */
export function library(): Library {
	const folder = contentFolder();
	const stamp = stampOf(folder);
	if (kept?.stamp !== stamp) kept = { stamp, library: readLibrary(folder) };
	return kept.library;
}

function contentFolder(): string {
	return process.env.CONTENT_DIR || 'content';
}
