/**
 * Finds today's place of everything that was made in another edition: chapter by
 * chapter, in idle time. A page is read from the worker's cache, and parsed only
 * when its text is another one than its annotations were made in.
 */
import {
	addOutcomes,
	NO_OUTCOMES,
	updateOf,
	type Outcomes
} from '$lib/core/notebook/update-report';
import type { Annotation, Place } from '$lib/core/annotation/annotation';
import { currentTarget } from '$lib/core/annotation/current-target';
import type { ReadingOrder } from '$lib/core/notebook/entries';
import { chapterKey } from '$lib/core/text/work';
import { editionIn, readChapterPage } from '$lib/dom/chapter-page';
import type { Annotations, ChapterEdition } from '$lib/state/annotations/annotations.svelte';
import type { SeenEditionsRecord } from '$lib/state/seen-editions.svelte';
import { idle } from '$lib/core/app/idle';

type ChapterName = Pick<ChapterEdition, 'work' | 'chapter'>;

/** In the place of an edition: the chapter is not in the library any more. */
const GONE = 'gone';

/** What updates did that the reader was not told of. */
export interface News extends SeenEditionsRecord {
	outcomes: Outcomes;
	/** Chapters that are not there any more are among them. */
	gone: boolean;
}

export class Placing {
	/** Chapters whose text was looked at, by `chapterKey`. */
	#chapters = $state.raw<ReadonlyMap<string, ChapterEdition>>(new Map());
	/** Chapters with annotations that the library has no more, by `chapterKey`. */
	#gone = $state.raw<readonly string[]>([]);
	#looking = $state(false);
	#annotations: Annotations;
	#base: string;

	constructor(annotations: Annotations, base: string) {
		this.#annotations = annotations;
		this.#base = base;
	}

	/** Today's text of a chapter; `null` when it need not be looked at, or was not yet. */
	chapter(name: ChapterName): ChapterEdition | null {
		return this.#chapters.get(chapterKey(name)) ?? null;
	}

	/** Today's place of an annotation; `null` when it stands where it was made, or nobody has looked yet. */
	placeOf(one: Annotation): Place | null {
		// Only of chapters that were changed: to ask for each of ten thousand would cost as many signals.
		return this.chapter(currentTarget(one)) ? this.#annotations.placeOf(one.id) : null;
	}

	/** Chapters are still being looked at. */
	get looking(): boolean {
		return this.#looking;
	}

	/** What updates did that is not `seen` yet. */
	news(seen: SeenEditionsRecord): News {
		const gone = this.#gone.filter((key) => seen.editions[key] !== GONE);
		const news: News = {
			outcomes: NO_OUTCOMES,
			editions: Object.fromEntries(gone.map((key) => [key, GONE])),
			moves: {},
			gone: gone.length > 0
		};
		const placeOf = (id: string) => this.#annotations.placeOf(id);
		for (const [key, { work, chapter, edition, text }] of this.#chapters) {
			if (seen.editions[key] === edition) continue;
			const made = this.#annotations.inChapter(work, chapter);
			const update = updateOf(made, text, { placeOf, told: seen.moves });
			news.outcomes = addOutcomes(news.outcomes, update.outcomes);
			news.editions = { ...news.editions, [key]: edition };
			news.moves = { ...news.moves, ...update.moves };
		}
		return news;
	}

	/** Looks at every chapter of the library that has annotations. */
	async look(order: ReadingOrder, signal: AbortSignal): Promise<void> {
		this.#looking = true;
		const chapters = [...byChapter(this.#annotations.live)];
		this.#gone = chapters
			// What another app marked elsewhere was never here: the import has said so.
			.filter(([, made]) => made.some((one) => currentTarget(one).edition !== ''))
			.map(([key]) => key)
			.filter((key) => !order.has(key));
		for (const [key, made] of chapters) {
			if (!order.has(key)) continue;
			await idle(window);
			if (signal.aborted) return;
			await this.#lookAt(made, key);
		}
		this.#looking = false;
	}

	async #lookAt(made: Annotation[], key: string): Promise<void> {
		const { work, chapter } = currentTarget(made[0]);
		const html = await fetchPage(`${this.#base}/${work}/${chapter}/`);
		const edition = html && editionIn(html);
		if (!html || made.every((one) => currentTarget(one).edition === edition)) return;
		const read = readChapterPage(html);
		if (!read) return;
		const now = { work, chapter, ...read };
		await this.#annotations.open(now);
		this.#chapters = new Map(this.#chapters).set(key, now);
	}
}

function hasTarget({ targets }: Annotation): boolean {
	return targets.length > 0;
}

function byChapter(annotations: readonly Annotation[]): Map<string, Annotation[]> {
	const chapters = new Map<string, Annotation[]>();
	for (const one of annotations.filter(hasTarget)) {
		const key = chapterKey(currentTarget(one));
		const made = chapters.get(key);
		if (made) made.push(one);
		else chapters.set(key, [one]);
	}
	return chapters;
}

/** The page at `address`; `null` when it cannot be had now: it is asked again at the next visit. */
async function fetchPage(address: string): Promise<string | null> {
	try {
		const response = await fetch(address);
		return response.ok ? await response.text() : null;
	} catch (error) {
		if (error instanceof TypeError) return null; // no network, and not kept
		throw error;
	}
}
