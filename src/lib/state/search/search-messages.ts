/** What the page and search.worker.ts send each other. */
import type { Hit } from '$lib/core/search/searched-chapter';
import type {
	AnnotationHits,
	ChapterHits,
	SearchProgress,
	SearchRequest
} from '$lib/core/search/search-request';
import type { ChapterName } from '$lib/core/text/work';
import type { ChapterText } from '$lib/core/text/chapter-text';
import type { PublishedChapter } from './published-chapters';

/** The chapter that is open, as its page holds it. */
export interface OpenText extends PublishedChapter {
	text: ChapterText;
}

export type ToSearch =
	/** First of all. `readsAhead`: chapters may be read before they are searched, since it needs no network. */
	| {
			task: 'start';
			base: string;
			open: OpenText | null;
			readsAhead: boolean;
			own: MessagePort | null;
	  }
	/** The annotations that *Everything* searches: each is a block, whose id is the annotation's. Added to those before. */
	| { task: 'annotations'; texts: ChapterText; isFirst: boolean }
	/** A search; ends the one before. */
	| { task: 'search'; id: number; request: SearchRequest }
	/** More hits of a chapter, or of the annotations (`null`), from the one at `from` on. */
	| { task: 'more'; id: number; request: SearchRequest; name: ChapterName | null; from: number }
	/** Which chapter before (-1) or after (1) the open one has a match, in reading order and round again. */
	| { task: 'neighbour'; id: number; request: SearchRequest; direction: 1 | -1 };

/** What the open chapter has: where each match begins and ends, and each term in it, by turns. */
export interface OpenMatches {
	matches: Uint32Array;
	parts: Uint32Array;
}

/** What a search found since it last told. */
export interface Found {
	chapters: ChapterHits[];
	annotations: AnnotationHits | null;
	/** `null` when the open chapter was not searched yet. */
	open: OpenMatches | null;
	progress: SearchProgress;
}

/** Each has the id of what it answers. */
export type FromSearch = { id: number } & (
	| ({ answer: 'found' } & Found)
	| { answer: 'more'; hits: readonly Hit[] }
	| { answer: 'neighbour'; name: ChapterName | null }
);
