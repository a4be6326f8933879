/** Searches the open chapter, its work, or the library with the reader's annotations, as the worker does. */
import type { Match } from '$lib/core/search/find-matches';
import { parseQuery, type Query } from '$lib/core/search/query';
import { SearchedChapter, type Hit } from '$lib/core/search/searched-chapter';
import type { ChapterName, SearchRequest } from '$lib/core/search/search-request';
import { blockAt, type Block, type ChapterText } from '$lib/core/text/chapter-text';
import type { TextRange } from '$lib/core/text/range';
import type { PublishedChapter, PublishedChapters } from './published-chapters';
import type { Found, OpenText } from './search-messages';

/** Hits that are listed at once: of the open chapter, of another, of all, and of the annotations. */
const LISTED = { open: 50, other: 10, inAll: 200, annotations: 5 };
/** Hits that are added to those of a chapter when the reader asks for more. */
const MORE = 100;
/** Chapters that are read ahead of the one that is searched. */
const AHEAD = 8;
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
	 * Nothing of a chapter is looked at before the part of the one before was taken.
	 */
	async *search(request: SearchRequest): AsyncGenerator<Found> {
		const query = parseQuery(request.words, request.options);
		const progress = { found: 0, missing: 0, isDone: false };
		let listed = 0;
		const part = (found: Partial<Found>): Found => ({
			chapters: [],
			annotations: null,
			open: null,
			progress: { ...progress },
			...found
		});
		if (query.terms.length > 0) {
			if (request.scope === 'everything') {
				let first = LISTED.annotations;
				for (const texts of this.#annotations) {
					const found = annotated(texts, query);
					const hits = found.slice(0, first).map((match) => texts.toHit(match));
					first -= hits.length;
					progress.found += found.length;
					yield part({ annotations: { count: found.length, hits } });
				}
			}
			const { chapters, missing } = await this.#chaptersOf(request);
			progress.missing += missing;
			for await (const [published, chapter] of this.#readAhead(chapters)) {
				if (!chapter) progress.missing++;
				const matches = chapter?.find(query) ?? [];
				const count = matches.length;
				progress.found += count;
				const isOpen = this.#isOpen(published);
				// The text is painted before the list is made.
				if (isOpen) yield part({ open: { matches: flat(matches), parts: partsOf(matches) } });
				if (!chapter || count === 0) continue;
				const most = isOpen ? LISTED.open : Math.min(LISTED.other, LISTED.inAll - listed);
				const hits = matches.slice(0, Math.max(0, most)).map((match) => chapter.toHit(match));
				listed += hits.length;
				yield part({ chapters: [{ ...describe(published), count, hits }] });
			}
		}
		progress.isDone = true;
		yield part({});
	}

	/** Hits of a chapter, or of the annotations (`null`), from the one at `from` on. */
	async more(request: SearchRequest, name: ChapterName | null, from: number): Promise<Hit[]> {
		const query = parseQuery(request.words, request.options);
		if (!name) {
			const found = this.#annotations.flatMap((texts) =>
				annotated(texts, query).map((match) => ({ texts, match }))
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
			if (chapter && chapter.find(query).length > 0) return nameOf(published);
		}
		return null;
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

/** The first match in each annotation that has one. */
function annotated(texts: SearchedChapter, query: Query): Match[] {
	let last: Block | null = null;
	return texts.find(query).filter(({ start }) => {
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

function flat(ranges: readonly TextRange[]): Uint32Array {
	const offsets = new Uint32Array(2 * ranges.length);
	for (const [index, { start, end }] of ranges.entries()) offsets.set([start, end], 2 * index);
	return offsets;
}

function partsOf(matches: readonly { parts: readonly TextRange[] }[]): Uint32Array {
	return flat(matches.flatMap(({ parts }) => parts));
}
