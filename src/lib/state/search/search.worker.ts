/** Searches off the main thread: a long search never keeps the page from a tap, and the next letter ends it. */
import { readChapterPage } from '$lib/content/pages/read-chapter-page';
import { joinAnnotations, type SearchRequest } from '$lib/core/search/search-request';
import { LibrarySearch } from './library-search';
import { ownChaptersAt } from './own-chapters-port';
import { PublishedChapters } from './published-chapters';
import type { Found, FromSearch, ToSearch } from './search-messages';

/** Ms after which what was found is told, and the worker looks whether something else was asked. */
const TURN = 30;
/** Ms in which a page paints the hits of its chapter, before the list comes: that is laid out for longer than a frame. */
const FRAME = 17;

let library: LibrarySearch;
let readsAhead = false;
/** Id of the latest search: those before it end. */
let latest = 0;

self.onmessage = ({ data }: MessageEvent<ToSearch>) => {
	switch (data.task) {
		case 'start':
			readsAhead = data.readsAhead;
			library = new LibrarySearch(
				new PublishedChapters(
					data.base,
					readChapterPage,
					data.own && ownChaptersAt(data.own),
					data.readsAhead
				),
				data.open
			);
			return;
		case 'annotations':
			return library.addAnnotations(data.texts, data.isFirst);
		case 'search':
			latest = data.id;
			return void search(data);
		case 'more':
			return void library
				.more(data.request, data.name, data.from)
				.then((hits) => tell({ id: data.id, answer: 'more', hits }));
		case 'neighbour':
			return void library
				.neighbour(data.request, data.direction)
				.then((name) => tell({ id: data.id, answer: 'neighbour', name }));
	}
};

// What is not awaited fails as a worker fails that throws: the page hears of it.
self.onunhandledrejection = ({ reason }) => reportError(reason);

async function search({ id, request }: ToSearch & { task: 'search' }): Promise<void> {
	let waiting: Found | null = null;
	let end = performance.now() + TURN; // of the turn, by the clock
	let hasListed = false; // what is listed first is told at once
	for await (const found of library.search(request)) {
		if (latest !== id) return;
		waiting = waiting ? join(waiting, found) : found;
		const isFirst = !hasListed && isListed(found);
		const isUrgent = isFirst || found.open !== null || found.progress.isDone;
		if (!isUrgent && performance.now() < end) continue;
		hasListed ||= isListed(waiting);
		tell({ id, answer: 'found', ...waiting });
		waiting = null;
		await (found.open?.parts.length ? frame() : turn());
		if (latest !== id) return;
		end = performance.now() + TURN;
	}
	// While the reader thinks of words, what they will search is read.
	if (readsAhead && request.words.trim() === '') await prepare(id, request);
}

async function prepare(id: number, request: SearchRequest): Promise<void> {
	for await (const _ of library.prepare(request)) {
		void _;
		await turn();
		if (latest !== id) return;
	}
}

/** Whether there is anything in it for the list. */
function isListed({ chapters, annotations }: Found): boolean {
	return chapters.length > 0 || (annotations?.count ?? 0) > 0;
}

/** What was found before and what was found after it, as one. */
function join(before: Found, after: Found): Found {
	return {
		chapters: [...before.chapters, ...after.chapters],
		annotations: joinAnnotations(before.annotations, after.annotations),
		open: after.open ?? before.open,
		progress: after.progress
	};
}

function tell(answer: FromSearch): void {
	self.postMessage(answer);
}

/** Lets the page paint what it was told. */
function frame(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, FRAME));
}

/** Lets a message in that has come meanwhile. */
function turn(): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
