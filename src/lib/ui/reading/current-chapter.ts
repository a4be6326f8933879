/** The chapter that is open: what it is, and its text as the page holds it. */
import { blockLabel } from '$lib/core/text/block-label';
import { blockAt } from '$lib/core/text/chapter-text';
import type { TextRange } from '$lib/core/text/range';
import type { ChapterSummary, Work } from '$lib/core/text/work';
import { TextMap } from '$lib/dom/text-map';
import type { ChapterEdition } from '$lib/state/annotations/annotations.svelte';

export type CurrentWork = Pick<Work, 'slug' | 'title' | 'author' | 'language' | 'dir'>;

export interface CurrentChapterSummary extends ChapterSummary {
	edition: string;
	/** How many numbered paragraphs it has. */
	paragraphs: number;
	/** All of it is shown by the first style sheet: it needs none for tables, pictures or verse. */
	plain: boolean;
}

/** A chapter before or after it, to which its end leads. */
export type Neighbour = Pick<ChapterSummary, 'slug' | 'title' | 'number'>;

export class CurrentChapter {
	readonly work: CurrentWork;
	readonly summary: CurrentChapterSummary;
	#article: HTMLElement | null = null;
	#map: TextMap | null = null;

	constructor(work: CurrentWork, summary: CurrentChapterSummary) {
		this.work = work;
		this.summary = summary;
	}

	/** Takes up the article that holds the text, once it is on the page; for `{@attach}`. */
	attach = (article: HTMLElement): void => {
		this.#article = article;
	};

	/** Its text, and where each letter of it stands on the page. Made when it is first asked for. */
	get map(): TextMap {
		return (this.#map ??= new TextMap(this.#article!));
	}

	/** The edition on the page, as annotations are made and placed in it. */
	get now(): ChapterEdition {
		const { work, summary, map } = this;
		const { text, blocks } = map;
		return { work: work.slug, chapter: summary.slug, edition: summary.edition, text, blocks };
	}

	/** The words of a passage. */
	quoteOf({ start, end }: TextRange): string {
		return this.map.text.slice(start, end);
	}

	/** Where a passage begins, as a reader is told: `¶ 12`, `note 3`. */
	labelOf({ start }: TextRange): string {
		return blockLabel(blockAt(this.map.blocks, start)!.id);
	}
}
