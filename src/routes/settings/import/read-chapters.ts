/** Reads the texts of the library, in which an import looks for passages. */
import type { LibraryChapter } from '$lib/core/importing/find-passage';
import { chapterKey, type Work } from '$lib/core/text/work';
import { readChapterPage } from '$lib/dom/chapter-page';
import { fetchPage } from '$lib/dom/fetch-page';
import type { NeededChapters } from '$lib/state/files/file.worker';

export interface ChaptersRead {
	chapters: LibraryChapter[];
	/** Titles of chapters that could not be had. */
	missing: string[];
}

/**
 * Reads chapters out of their pages, which the worker keeps.
 *
 * @param base the base path
 * @param progress hears before the first and after each
 */
export async function readChapters(
	{ base, works }: { base: string; works: readonly Work[] },
	needed: NeededChapters,
	{ signal, progress }: { signal: AbortSignal; progress: (done: number, all: number) => void }
): Promise<ChaptersRead> {
	const wanted = works.flatMap((work) =>
		work.chapters
			.map(({ slug, title }) => ({ work, slug, title }))
			.filter(({ slug }) => {
				const key = chapterKey({ work: work.slug, chapter: slug });
				return needed === 'all' || needed.includes(key);
			})
	);
	const read: ChaptersRead = { chapters: [], missing: [] };
	progress(0, wanted.length);
	for (const [index, { work, slug, title }] of wanted.entries()) {
		if (signal.aborted) break;
		const path = `${base}/${work.slug}/${slug}/`;
		const html = await fetchPage(path, signal);
		const chapter = html === null ? null : readChapterPage(html);
		if (chapter === null) read.missing.push(title);
		else {
			const address = new URL(path, location.href).href;
			const { title: workTitle, author } = work;
			read.chapters.push({
				...chapter,
				work: work.slug,
				chapter: slug,
				title: workTitle,
				author,
				address
			});
		}
		progress(index + 1, wanted.length);
	}
	return read;
}
