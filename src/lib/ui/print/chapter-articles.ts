/** The articles of a work's chapters, to be copied: of the open page, of kept pages, or out of the database. */
import { chapterAddress, isOwnWork } from '$lib/core/text/addresses';
import type { ChapterSummary, Work } from '$lib/core/text/work';
import { buildArticle, picturesIn } from '$lib/dom/article/build-article';
import { articleOf } from '$lib/dom/chapter-page';
import { fetchPage } from '$lib/dom/fetch-page';
import { copyArticle } from '$lib/dom/print/printed-article';
import type { OwnWorks } from '$lib/state/own-works/own-works.svelte';

export interface ChapterArticles {
	/** A copy of a chapter's article; `null` when it cannot be had now. */
	read: (chapter: ChapterSummary) => Promise<HTMLElement | null>;
	/** Lets go of the pictures that were read. */
	close: () => void;
}

/** @param base the base path */
export function chapterArticles(base: string, work: Work, ownWorks: OwnWorks): ChapterArticles {
	const pictures: string[] = [];
	const open = document.querySelector<HTMLElement>('main > article[data-edition]');

	async function readOwn({ slug }: ChapterSummary): Promise<HTMLElement | null> {
		const stored = await ownWorks.readChapter(work.slug, slug);
		if (!stored) return null;
		const addresses = new Map<string, string>();
		for (const path of picturesIn(stored.article)) {
			const blob = await ownWorks.readPicture(work.slug, path);
			if (!blob) continue;
			const address = URL.createObjectURL(blob);
			addresses.set(path, address);
			pictures.push(address);
		}
		const article = document.createElement('article');
		article.className = 'text';
		Object.assign(article, { lang: work.language, dir: work.dir });
		article.dataset.edition = stored.edition;
		const links = {
			chapter: (slug: string) => chapterAddress(base, work.slug, slug),
			picture: (path: string) => addresses.get(path) ?? null
		};
		article.append(buildArticle(stored.article, links));
		return article;
	}

	async function readPublished({ slug }: ChapterSummary): Promise<HTMLElement | null> {
		const address = chapterAddress(base, work.slug, slug);
		const html = await fetchPage(address);
		const article = html === null ? null : articleOf(html);
		return article && copyArticle(article, new URL(address, location.href).href);
	}

	return {
		read: async (chapter) => {
			const { dataset } = open ?? {};
			// As it stands on the page: its notes are numbered by what the reader sees there.
			if (dataset?.work === work.slug && dataset.chapter === chapter.slug)
				return copyArticle(open!, location.href);
			return isOwnWork(work.slug) ? readOwn(chapter) : readPublished(chapter);
		},
		close: () => pictures.forEach((address) => URL.revokeObjectURL(address))
	};
}
