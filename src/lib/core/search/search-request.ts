/** What is searched, and how; and what comes of it. Plain records, which go to a worker and back. */
import type { ChapterName, Work } from '../text/work';
import type { SearchOptions } from './query';
import type { Hit } from './searched-chapter';

/** The open chapter, its work, or every work and the reader's own annotations. */
export type Scope = 'chapter' | 'work' | 'everything';

export interface SearchRequest {
	/** As it was typed. */
	words: string;
	options: SearchOptions;
	scope: Scope;
}

/** What was found in a chapter. */
export interface ChapterHits extends ChapterName {
	title: string;
	/** As the publisher numbers it; `null` when the chapter bears none. */
	number: string | null;
	workTitle: string;
	language: string;
	dir: Work['dir'];
	/** How many matches it has. */
	count: number;
	/** The first of them. */
	hits: readonly Hit[];
}

/** The reader's annotations that have the words. */
export interface AnnotationHits {
	/** How many annotations. */
	count: number;
	/** The first match of each of the first of them; its block is the annotation's id. */
	hits: readonly Hit[];
}

/** How far a search is. */
export interface SearchProgress {
	/** Matches so far, in texts and annotations. */
	found: number;
	/** Chapters that could not be had: neither kept here, nor to be fetched now. */
	missing: number;
	isDone: boolean;
}

/** Annotations that were found before, and others that were found after them. */
export function joinAnnotations(
	before: AnnotationHits | null,
	after: AnnotationHits | null
): AnnotationHits | null {
	if (!before || !after) return before ?? after;
	return { count: before.count + after.count, hits: [...before.hits, ...after.hits] };
}
