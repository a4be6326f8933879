/** The chapters of this site as the search's worker reads them: out of the pages that are kept. */
import { SearchedChapter } from '$lib/core/search/searched-chapter';
import type { ChapterText } from '$lib/core/text/chapter-text';
import { isOwnWork } from '$lib/core/text/addresses';
import { chapterKey, type ChapterName, type ChapterSummary, type Work } from '$lib/core/text/work';
import type { OwnChapters } from './own-chapters-port';

/** A chapter by its place in the library. */
export interface PublishedChapter {
	work: Pick<Work, 'slug' | 'title' | 'language' | 'dir'>;
	summary: ChapterSummary;
}

export class PublishedChapters {
	#base: string;
	#own: OwnChapters | null;
	#parse: (html: string) => ChapterText | null;
	#works: Promise<readonly Work[]> | null = null;
	#options: RequestInit;
	/** Those that were read, by their keys. */
	#read = new Map<string, Promise<SearchedChapter | null>>();

	/**
	 * @param base the base path
	 * @param parse makes a chapter's text of its page; `null` when that is no chapter's page
	 * @param own works of the reader's own, which come after the published ones
	 * @param keptOnly whether chapters of large works are read only where they are kept: a service worker
	 *     is in charge, which knows
	 */
	constructor(
		base: string,
		parse: (html: string) => ChapterText | null,
		own: OwnChapters | null = null,
		keptOnly = false
	) {
		this.#own = own;
		// The one mode of a cache that browsers allow for requests to the own origin alone.
		this.#options = keptOnly ? { cache: 'only-if-cached', mode: 'same-origin' } : {};
		this.#base = base;
		this.#parse = parse;
	}

	/** Every chapter of one work, or of all, in reading order; `null` when the list cannot be had now. */
	async list(work: string | null): Promise<PublishedChapter[] | null> {
		try {
			const works = await (this.#works ??= this.#fetchWorks());
			return works
				.filter(({ slug }) => work === null || slug === work)
				.flatMap((one) => one.chapters.map((summary) => ({ work: one, summary })));
		} catch (error) {
			if (!isNetworkError(error)) throw error;
			this.#works = null; // It may be had the next time.
			return null;
		}
	}

	/** The text of a chapter; `null` when it cannot be had now. */
	read({ work, summary }: PublishedChapter): Promise<SearchedChapter | null> {
		const key = chapterKey({ work: work.slug, chapter: summary.slug });
		let chapter = this.#read.get(key);
		if (!chapter) {
			chapter = this.#fetchChapter(key, work.language);
			this.#read.set(key, chapter);
			void chapter.then((read) => {
				if (!read) this.#read.delete(key); // It may be had the next time.
			});
		}
		return chapter;
	}

	/** Takes a chapter as it is open on the page: that edition is searched, whatever is kept. */
	put(name: ChapterName, chapter: SearchedChapter): void {
		this.#read.set(chapterKey(name), Promise.resolve(chapter));
	}

	async #fetchWorks(): Promise<readonly Work[]> {
		const response = await fetch(`${this.#base}/works.json`);
		if (!response.ok) throw new TypeError(`works.json: ${response.status}`);
		return [...(await response.json()), ...((await this.#own?.list()) ?? [])];
	}

	async #fetchChapter(key: string, language: string): Promise<SearchedChapter | null> {
		const [work, chapter] = key.split('/');
		if (isOwnWork(work)) {
			const text = await this.#own?.read({ work, chapter });
			return text ? new SearchedChapter(text, language) : null;
		}
		try {
			const response = await fetch(`${this.#base}/${key}/`, this.#options);
			const text = response.ok ? this.#parse(await response.text()) : null;
			return text && new SearchedChapter(text, language);
		} catch (error) {
			if (!isNetworkError(error)) throw error;
			return null;
		}
	}
}

/** `fetch` and `text` reject with a TypeError when the network fails. */
function isNetworkError(error: unknown): boolean {
	return error instanceof TypeError;
}
