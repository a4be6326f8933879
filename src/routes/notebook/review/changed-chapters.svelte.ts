/**
 * The chapters whose text is another one today than the annotations in them were made in. They
 * are found in idle time, one after the other: a page comes from the service worker's cache, and
 * is parsed only when its edition is not the one of all its annotations.
 */
import type { Annotation, Place } from '$lib/core/annotation/annotation';
import { idle } from '$lib/core/app/idle';
import { currentTarget } from '$lib/core/annotation/current-target';
import {
	addOutcomes,
	NO_OUTCOMES,
	reportCorrection,
	type OutcomeCounts
} from '$lib/core/notebook/correction-report';
import { isOwnWork } from '$lib/core/text/addresses';
import { worksIn, type ReadingOrder } from '$lib/core/text/reading-order';
import { chapterKey, type ChapterName } from '$lib/core/text/work';
import { editionIn, readChapterPage } from '$lib/dom/chapter-page';

import type { Annotations, ChapterEdition } from '$lib/state/annotations/annotations.svelte';
import type { SeenEditionsRecord } from '$lib/state/seen-editions.svelte';

/** Today's text of a chapter of a work of the reader's own; `null` when it cannot be had now. */
type ReadOwn = (name: ChapterName) => Promise<Omit<ChapterEdition, keyof ChapterName> | null>;

/** Stored in the place of an edition when the library does not have the chapter any more. */
const GONE = 'gone';

/** What corrections did that the reader has not been told of. */
export interface UnseenCorrections extends SeenEditionsRecord {
	outcomes: OutcomeCounts;
	/** There are chapters with annotations that the library does not have any more. */
	chaptersGone: boolean;
}

export class ChangedChapters {
	/** Today's text of the changed chapters, by `chapterKey`. */
	#chapters = $state.raw<ReadonlyMap<string, ChapterEdition>>(new Map());
	/** `chapterKey` of chapters with annotations that the library does not have any more. */
	#gone = $state.raw<readonly string[]>([]);
	#checking = $state(false);
	#annotations: Annotations;
	#fetchPage: (path: string) => Promise<string | null>;
	#readOwn: ReadOwn;

	/** @param fetchPage gives the HTML of a page by its path from the root of the site; `null` when it cannot be had now */
	constructor(
		annotations: Annotations,
		fetchPage: (path: string) => Promise<string | null>,
		readOwn: ReadOwn = async () => null
	) {
		this.#annotations = annotations;
		this.#fetchPage = fetchPage;
		this.#readOwn = readOwn;
	}

	/** Today's text of a chapter; `null` when it was not changed, or not checked yet. */
	get(name: ChapterName): ChapterEdition | null {
		return this.#chapters.get(chapterKey(name)) ?? null;
	}

	/** Today's place of an annotation; `null` when its chapter was not changed, or not checked yet. */
	placeOf(annotation: Annotation): Place | null {
		// Only in changed chapters: to ask for each of ten thousand would make as many signals.
		return this.get(currentTarget(annotation)) ? this.#annotations.placeOf(annotation.id) : null;
	}

	/** Chapters are still being checked. */
	get checking(): boolean {
		return this.#checking;
	}

	/** What corrections did that is not in `seen`. */
	unseenCorrections(seen: SeenEditionsRecord): UnseenCorrections {
		const gone = this.#gone.filter((key) => seen.editions[key] !== GONE);
		const unseen: UnseenCorrections = {
			outcomes: NO_OUTCOMES,
			editions: Object.fromEntries(gone.map((key) => [key, GONE])),
			moves: {},
			chaptersGone: gone.length > 0
		};
		const placeOf = (id: string) => this.#annotations.placeOf(id);
		for (const [key, { work, chapter, edition, text }] of this.#chapters) {
			if (seen.editions[key] === edition) continue;
			const annotations = this.#annotations.inChapter(work, chapter);
			const report = reportCorrection(annotations, text, { placeOf, reported: seen.moves });
			unseen.outcomes = addOutcomes(unseen.outcomes, report.outcomes);
			unseen.editions = { ...unseen.editions, [key]: edition };
			unseen.moves = { ...unseen.moves, ...report.moves };
		}
		return unseen;
	}

	/** Checks every chapter that has annotations. One that fails holds up no other. */
	async check(order: ReadingOrder, signal: AbortSignal): Promise<void> {
		this.#checking = true;
		const chapters = [...byChapter(this.#annotations.live)];
		const works = worksIn(order);
		this.#gone = chapters
			// What another app marked elsewhere was never here: the import has said so.
			.filter(([, annotations]) => annotations.some((one) => currentTarget(one).edition !== ''))
			// Of a work of the reader's own that is not here, nothing is gone: its file can be opened.
			.filter(
				([, [one]]) => !isOwnWork(currentTarget(one).work) || works.has(currentTarget(one).work)
			)
			.map(([key]) => key)
			.filter((key) => !order.has(key));
		for (const [key, annotations] of chapters) {
			if (!order.has(key)) continue;
			await idle(window);
			if (signal.aborted) break;
			await this.#checkChapter(key, annotations);
		}
		this.#checking = false;
	}

	async #checkChapter(key: string, annotations: readonly Annotation[]): Promise<void> {
		try {
			const { work, chapter } = currentTarget(annotations[0]);
			const isOld = (edition: string | null) =>
				annotations.some((one) => currentTarget(one).edition !== edition);
			const read = await this.#read({ work, chapter }, isOld);
			if (!read) return;
			const now = { work, chapter, ...read };
			await this.#annotations.open(now);
			this.#chapters = new Map(this.#chapters).set(key, now);
		} catch (error) {
			reportError(error); // Its annotations count as placed, as while nobody has looked.
		}
	}

	/** Today's text of a chapter; `null` when it cannot be had now, or no annotation is of an older edition. */
	async #read(
		name: ChapterName,
		isOld: (edition: string | null) => boolean
	): Promise<Omit<ChapterEdition, keyof ChapterName> | null> {
		const { work, chapter } = name;
		if (isOwnWork(work)) {
			const read = await this.#readOwn(name);
			return read && isOld(read.edition) ? read : null;
		}
		const html = await this.#fetchPage(`/${work}/${chapter}/`);
		return html && isOld(editionIn(html)) ? readChapterPage(html) : null;
	}
}

/** Annotations by the `chapterKey` of the target that counts; those without a target are left out. */
function byChapter(annotations: readonly Annotation[]): Map<string, Annotation[]> {
	const chapters = new Map<string, Annotation[]>();
	for (const one of annotations) {
		if (one.targets.length === 0) continue;
		const key = chapterKey(currentTarget(one));
		const others = chapters.get(key);
		if (others) others.push(one);
		else chapters.set(key, [one]);
	}
	return chapters;
}
