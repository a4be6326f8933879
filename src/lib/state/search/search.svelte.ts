/** A search as the screen shows it: what was asked, and what was found so far. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { MissingScriptError } from '$lib/core/app/missing-script';
import type { SearchOptions } from '$lib/core/search/query';
import type { Hit } from '$lib/core/search/searched-chapter';
import {
	joinAnnotations,
	type AnnotationHits,
	type ChapterHits,
	type Scope,
	type SearchProgress,
	type SearchRequest
} from '$lib/core/search/search-request';
import type { ChapterName } from '$lib/core/text/work';
import { annotationTexts } from './annotation-texts';
import { readSearch, saveSearch } from './search-view';
import type { OwnChapters } from './own-chapters-port';
import type { Found, OpenMatches, OpenText } from './search-messages';
import { SearchWorker } from './search-worker-client';

const NOTHING_YET: SearchProgress = { found: 0, missing: 0, isDone: false };
const NONE = new Uint32Array();

export class Search {
	#base: string;
	#request: SearchRequest = $state.raw()!;
	#progress = $state.raw(NOTHING_YET);
	#chapters = $state.raw<readonly ChapterHits[]>([]);
	#annotations = $state.raw<AnnotationHits | null>(null);
	#open: OpenMatches = $state.raw({ matches: NONE, parts: NONE });
	#failure = $state.raw<'missing' | 'failed' | null>(null);
	/** What was found for the request before stays on the screen until this one finds something. */
	#isStale = false;
	/** So does its list, until this one has something to list: to take it away first takes time. */
	#isListStale = false;
	#onopen: (open: OpenMatches) => void;
	#worker: SearchWorker;
	#readAnnotations: () => Promise<readonly Annotation[]>;
	/** The worker was given the annotations, or is being given them. */
	#hasAnnotations = false;
	/** How many annotations the worker was given last. */
	#givenAnnotations = 0;

	/**
	 * @param open the chapter that is open; `null` where none is: everything is searched then
	 * @param readAnnotations gives all the reader's annotations, once *Everything* is searched
	 * @param own works of the reader's own
	 * @param onopen is told what the open chapter has, before anything else is shown of it
	 */
	constructor(
		base: string,
		open: OpenText | null,
		readAnnotations: () => Promise<readonly Annotation[]>,
		own: OwnChapters | null = null,
		onopen: (open: OpenMatches) => void = () => {}
	) {
		this.#onopen = onopen;
		this.#base = base;
		const saved = readSearch(base);
		this.#request = open ? saved : { ...saved, scope: 'everything' };
		this.#readAnnotations = readAnnotations;
		this.#worker = new SearchWorker(base, open, {
			own,
			onfound: (found) => this.#take(found),
			onfailure: (error) => {
				this.#failure = error instanceof MissingScriptError ? 'missing' : 'failed';
			}
		});
	}

	/** As they were typed. */
	get words(): string {
		return this.#request.words;
	}

	get options(): SearchOptions {
		return this.#request.options;
	}

	get scope(): Scope {
		return this.#request.scope;
	}

	get progress(): SearchProgress {
		return this.#progress;
	}

	/** What chapters have, in reading order. */
	get chapters(): readonly ChapterHits[] {
		return this.#chapters;
	}

	get annotations(): AnnotationHits | null {
		return this.#annotations;
	}

	get open(): OpenMatches {
		return this.#open;
	}

	/** Why nothing can be searched: the worker's script could not be fetched, or it failed. */
	get failure(): 'missing' | 'failed' | null {
		return this.#failure;
	}

	/** Searches for something else, or elsewhere; what is searched now ends. */
	change(changes: Partial<SearchRequest>): void {
		this.#request = { ...this.#request, ...changes };
		saveSearch(this.#base, this.#request);
		this.#run();
	}

	/** Lists more hits of a chapter, or of the annotations. */
	async listMore(name: ChapterName | null): Promise<void> {
		const request = this.#request;
		const known = name ? this.#chapters.find((one) => isSame(one, name)) : this.#annotations;
		const hits = await this.#worker.more(request, name, known?.hits.length ?? 0);
		if (this.#request !== request) return;
		const withMore = <T extends { hits: readonly Hit[] }>(one: T): T => ({
			...one,
			hits: [...one.hits, ...hits]
		});
		if (!name) this.#annotations = this.#annotations && withMore(this.#annotations);
		else this.#chapters = this.#chapters.map((one) => (isSame(one, name) ? withMore(one) : one));
	}

	/** The chapter before (-1) or after (1) the open one that has a match; `null` when none has. */
	neighbour(direction: 1 | -1): Promise<ChapterName | null> {
		return this.#worker.neighbour(this.#request, direction);
	}

	/**
	 * The reader begins to search, or does so again after a while, for what they did before or something
	 * else: what they annotated meanwhile is found too.
	 */
	start(changes: Partial<SearchRequest> = {}): void {
		this.#hasAnnotations = false;
		this.change(changes);
	}

	close(): void {
		this.#worker.close();
	}

	#run(): void {
		this.#isStale = this.#isListStale = true;
		this.#progress = { ...this.#progress, isDone: false };
		this.#worker.search(this.#request);
		if (this.#request.scope === 'everything' && !this.#hasAnnotations) void this.#giveAnnotations();
	}

	/** Hands the worker the reader's annotations, and searches again unless there are none. */
	async #giveAnnotations(): Promise<void> {
		this.#hasAnnotations = true;
		const all = await this.#readAnnotations();
		if (all.length === 0 && this.#givenAnnotations === 0) return;
		this.#givenAnnotations = all.length;
		await this.#worker.giveAnnotations(annotationTexts(all));
		if (this.#request.scope === 'everything') this.#run();
	}

	#take({ chapters, annotations, open, progress }: Found): void {
		// An empty part before anything is found would make the list flicker.
		if (this.#isStale && !progress.isDone && progress.found === 0 && !open) return;
		if (open) this.#onopen(open);
		if (open || this.#isStale) this.#open = open ?? { matches: NONE, parts: NONE };
		this.#isStale = false;
		this.#progress = progress;
		const isListed = chapters.length > 0 || (annotations?.count ?? 0) > 0;
		if (!isListed && !(this.#isListStale && progress.isDone)) return;
		const before = this.#isListStale ? null : { chapters: this.#chapters, own: this.#annotations };
		this.#isListStale = false;
		this.#chapters = [...(before?.chapters ?? []), ...chapters];
		this.#annotations = joinAnnotations(before?.own ?? null, annotations);
	}
}

function isSame(a: ChapterName, b: ChapterName): boolean {
	return a.work === b.work && a.chapter === b.chapter;
}
