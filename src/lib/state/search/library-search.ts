/** Searches the open chapter, its work, or the library with the reader's annotations, as the worker does. */
import type { Match } from '$lib/core/search/find-matches';
import { parseQuery, type Query } from '$lib/core/search/query';
import { SearchedChapter, type Hit } from '$lib/core/search/searched-chapter';
import type { AnnotationHits, SearchRequest } from '$lib/core/search/search-request';
import type { ChapterName } from '$lib/core/text/work';
import { blockAt, type Block, type ChapterText } from '$lib/core/text/chapter-text';
import { MatchCollector } from './match-collector';
import type { PublishedChapter, PublishedChapters } from './published-chapters';
import type { Found, OpenText } from './search-messages';

/** Hits that are listed at once: of the open chapter, of another, of all, and of the annotations. */
const LISTED = { open: 50, other: 10, inAll: 200, annotations: 5 };
/** Hits that are added to those of a chapter when the reader asks for more. */
const MORE = 100;
/**
 * Chapters that are read ahead of the one that is searched. The service worker answers each in some ms, in
 * which nothing can be searched: with 8 of them a million words took twice as long.
 */
const AHEAD = 32;
/** The language of annotations, which may be of every work. */
const ANY_LANGUAGE = 'und';

export class LibrarySearch {
	#chapters: PublishedChapters;
	#open: OpenText | null;
	/** The reader's annotations; each is a block. */
	#annotations: SearchedChapter[] = [];

	constructor(chapters: PublishedChapters, open: OpenText | null) {
		this.#chapters = chapters;
		this.#open = open;
		if (!open) return;
		const chapter = new SearchedChapter(open.text, open.work.language);
		chapters.put(nameOf(open), chapter);
	}

	/** Adds annotations to those that *Everything* searches; `isFirst`: they are all so far. */
	addAnnotations(texts: ChapterText, isFirst: boolean): void {
		if (isFirst) this.#annotations = [];
		this.#annotations.push(new SearchedChapter(texts, ANY_LANGUAGE));
	}

	/**
	 * What a request finds, chapter by chapter in reading order; the last part says that it is done.
	 * Nothing is searched before the part before it was taken; a long chapter has many, of which all
	 * but the last may say nothing new.
	 */
	async *search(request: SearchRequest): AsyncGenerator<Found> {
		const query = parseQuery(request.words, request.options);
		const progress = { found: 0, missing: 0, isDone: false };
		const part = (found: Partial<Found>): Found => ({
			chapters: [],
			annotations: null,
			open: null,
			progress: { ...progress },
			...found
		});
		if (query.terms.length > 0) {
			if (request.scope === 'everything') {
				for (const annotations of this.#searchAnnotations(query)) {
					progress.found += annotations.count;
					yield part({ annotations });
				}
			}
			const { chapters, missing } = await this.#chaptersOf(request);
			progress.missing += missing;
			let unlisted = LISTED.inAll;
			for await (const [published, chapter] of this.#readAhead(chapters)) {
				if (!chapter) progress.missing++;
				const isOpen = this.#isOpen(published);
				const most = isOpen ? LISTED.open : Math.min(LISTED.other, unlisted);
				const collector = new MatchCollector(most, isOpen);
				for (const matches of chapter?.findInSections(query) ?? []) {
					collector.add(matches);
					progress.found += matches.length;
					yield part({});
				}
				const { count, first } = collector;
				// The text is painted before the list is made.
				if (isOpen) yield part({ open: collector.open });
				if (!chapter || count === 0) continue;
				unlisted -= first.length;
				const hits = first.map((match) => chapter.toHit(match));
				yield part({ chapters: [{ ...describe(published), count, hits }] });
			}
		}
		progress.isDone = true;
		yield part({});
	}

	/**
	 * Reads and folds what a request will search, chapter by chapter, before there are words: a part is
	 * given after each, at which one may stop.
	 */
	async *prepare(request: SearchRequest): AsyncGenerator<void> {
		const { chapters } = await this.#chaptersOf(request);
		for await (const [, chapter] of this.#readAhead(chapters)) {
			chapter?.prepare(request.options);
			yield;
		}
	}

	/** Hits of a chapter, or of the annotations (`null`), from the one at `from` on. */
	async more(request: SearchRequest, name: ChapterName | null, from: number): Promise<Hit[]> {
		const query = parseQuery(request.words, request.options);
		if (!name) {
			const found = this.#annotations.flatMap((texts) =>
				firstInEach(texts, texts.find(query)).map((match) => ({ texts, match }))
			);
			return found.slice(from, from + MORE).map(({ texts, match }) => texts.toHit(match));
		}
		const { chapters } = await this.#chaptersOf({ ...request, scope: 'everything' });
		const wanted = chapters.find(
			({ work, summary }) => work.slug === name.work && summary.slug === name.chapter
		);
		const texts = wanted && (await this.#chapters.read(wanted));
		const matches = texts?.find(query) ?? [];
		return matches.slice(from, from + MORE).map((match) => texts!.toHit(match));
	}

	/**
	 * The chapter before (-1) or after (1) the open one that has a match, in reading order, and round
	 * again to the open one itself; `null` when none has.
	 */
	async neighbour(request: SearchRequest, direction: 1 | -1): Promise<ChapterName | null> {
		const query = parseQuery(request.words, request.options);
		// Whoever searched one chapter goes on into the next one of its work.
		const scope = request.scope === 'chapter' ? 'work' : request.scope;
		const { chapters } = await this.#chaptersOf({ ...request, scope });
		const here = chapters.findIndex((one) => this.#isOpen(one));
		const behind = [...chapters.slice(here + 1), ...chapters.slice(0, here + 1)];
		const inOrder = direction === 1 ? behind : [...behind.slice(0, -1).reverse(), chapters[here]];
		for await (const [published, chapter] of this.#readAhead(inOrder)) {
			for (const matches of chapter?.findInSections(query) ?? []) {
				if (matches.length > 0) return nameOf(published);
			}
		}
		return null;
	}

	/** What the reader's annotations have, part by part; the first few are listed. */
	*#searchAnnotations(query: Query): Generator<AnnotationHits> {
		let unlisted = LISTED.annotations;
		for (const texts of this.#annotations) {
			for (const matches of texts.findInSections(query)) {
				const found = firstInEach(texts, matches);
				const hits = found.slice(0, unlisted).map((match) => texts.toHit(match));
				unlisted -= hits.length;
				yield { count: found.length, hits };
			}
		}
	}

	/** The chapters that a request is about; when their list cannot be had, the open one alone. */
	async #chaptersOf({
		scope
	}: SearchRequest): Promise<{ chapters: PublishedChapter[]; missing: number }> {
		const open = this.#open;
		if (scope === 'chapter' && open) return { chapters: [open], missing: 0 };
		const chapters = await this.#chapters.list(scope === 'work' && open ? open.work.slug : null);
		return chapters ? { chapters, missing: 0 } : { chapters: open ? [open] : [], missing: 1 };
	}

	/** Chapters with their texts, in their order; some are asked for before it is their turn. */
	async *#readAhead(
		chapters: readonly PublishedChapter[]
	): AsyncGenerator<[PublishedChapter, SearchedChapter | null]> {
		const texts: Promise<SearchedChapter | null>[] = [];
		for (const [index, chapter] of chapters.entries()) {
			while (texts.length < Math.min(chapters.length, index + AHEAD)) {
				texts.push(this.#chapters.read(chapters[texts.length]));
			}
			yield [chapter, await texts[index]];
		}
	}

	#isOpen({ work, summary }: PublishedChapter): boolean {
		const open = this.#open;
		return open?.work.slug === work.slug && open.summary.slug === summary.slug;
	}
}

/** The first match in each annotation that has one, of `matches` in their order. */
function firstInEach(texts: SearchedChapter, matches: readonly Match[]): Match[] {
	let last: Block | null = null;
	return matches.filter(({ start }) => {
		const block = blockAt(texts.blocks, start);
		const isFirst = block !== last;
		last = block;
		return isFirst;
	});
}

function nameOf({ work, summary }: PublishedChapter): ChapterName {
	return { work: work.slug, chapter: summary.slug };
}

function describe({ work, summary }: PublishedChapter) {
	const { title, number } = summary;
	const { title: workTitle, language, dir } = work;
	return { ...nameOf({ work, summary }), title, number, workTitle, language, dir };
}
