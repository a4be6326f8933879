/** The page's side of search.worker.ts. Pages load it on demand. */
import { MissingScriptError } from '$lib/core/app/missing-script';
import type { Hit } from '$lib/core/search/searched-chapter';
import type { SearchRequest } from '$lib/core/search/search-request';
import type { ChapterName } from '$lib/core/text/work';
import type { ChapterText } from '$lib/core/text/chapter-text';
import { startWorker } from '$lib/storage/start-worker';
import { serveOwnChapters, type OwnChapters } from './own-chapters-port';
import type { Found, FromSearch, OpenText, ToSearch } from './search-messages';
import workerAddress from './search.worker.ts?worker&url';

interface Listener {
	/** A part of what the latest search finds. */
	onfound: (found: Found) => void;
	/** Nothing more comes. */
	onfailure: (error: Error) => void;
	/** Works of the reader's own, which are searched too. */
	own?: OwnChapters | null;
}

export class SearchWorker {
	#worker: Worker | null = null;
	#lastId = 0;
	/** Id of the latest search. */
	#search = 0;
	/** What waits for an answer, by the id of the question. */
	#waiting = new Map<number, (answer: FromSearch | null) => void>();

	constructor(base: string, open: OpenText | null, { onfound, onfailure, own = null }: Listener) {
		try {
			this.#worker = startWorker(workerAddress);
		} catch (error) {
			// This browser has no workers, or refuses this one.
			queueMicrotask(() => onfailure(error as Error));
			return;
		}
		const fail = (error: Error) => {
			this.close();
			onfailure(error);
		};
		this.#worker.onmessage = ({ data }: MessageEvent<FromSearch>) => {
			if (data.answer !== 'found') this.#answer(data);
			else if (data.id === this.#search) onfound(data);
		};
		this.#worker.onerror = ({ message }) =>
			// An error event without a message says that the script could not be fetched.
			fail(message ? new Error(message) : new MissingScriptError('search.worker'));
		// While a service worker is in charge, the site is kept, or is being fetched anyway.
		const readsAhead = Boolean(navigator.serviceWorker?.controller);
		const port = own && serveOwnChapters(own);
		this.#worker.postMessage(
			{ task: 'start', base, open, readsAhead, own: port } satisfies ToSearch,
			port ? [port] : []
		);
	}

	/** Searches; the search before ends. */
	search(request: SearchRequest): void {
		this.#search = this.#lastId += 1;
		this.#post({ task: 'search', id: this.#search, request });
	}

	/**
	 * Hands over the annotations that are searched with everything, instead of those before; lets the
	 * page answer between the parts.
	 */
	async giveAnnotations(parts: Iterable<ChapterText>): Promise<void> {
		let isFirst = true;
		for (const texts of parts) {
			if (!isFirst) await new Promise((resolve) => setTimeout(resolve));
			this.#post({ task: 'annotations', texts, isFirst });
			isFirst = false;
		}
	}

	/** Hits of a chapter, or of the annotations (`null`), from the one at `from` on; none after a failure. */
	async more(
		request: SearchRequest,
		name: ChapterName | null,
		from: number
	): Promise<readonly Hit[]> {
		const answer = await this.#ask((id) => ({ task: 'more', id, request, name, from }));
		return answer?.answer === 'more' ? answer.hits : [];
	}

	/** The chapter before (-1) or after (1) the open one that has a match; `null` when none has, or after a failure. */
	async neighbour(request: SearchRequest, direction: 1 | -1): Promise<ChapterName | null> {
		const answer = await this.#ask((id) => ({ task: 'neighbour', id, request, direction }));
		return answer?.answer === 'neighbour' ? answer.name : null;
	}

	/** Ends the worker, whatever it does: what waits for it has no answer. */
	close(): void {
		this.#worker?.terminate();
		this.#worker = null;
		for (const answer of this.#waiting.values()) answer(null);
		this.#waiting.clear();
	}

	/** Asks, and waits for the answer; `null` when the worker has ended. */
	#ask(make: (id: number) => ToSearch): Promise<FromSearch | null> {
		if (!this.#worker) return Promise.resolve(null);
		const id = (this.#lastId += 1);
		return new Promise((resolve) => {
			this.#waiting.set(id, resolve);
			this.#post(make(id));
		});
	}

	#answer(answer: FromSearch): void {
		this.#waiting.get(answer.id)?.(answer);
		this.#waiting.delete(answer.id);
	}

	#post(message: ToSearch): void {
		this.#worker?.postMessage(message);
	}
}
