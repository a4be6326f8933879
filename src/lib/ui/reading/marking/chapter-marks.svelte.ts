/** The annotations of the open chapter: where they stand in today's text, and what is painted of them. */
import { isLoose } from '$lib/core/annotation/loose-note';
import type { PlacedMark } from '$lib/core/annotation/passage-marks';
import { shownColour } from '$lib/core/annotation/shown-colour';
import type { TextRange } from '$lib/core/text/range';
import { Painter, type PaintedMark } from '$lib/dom/painter';
import type { Annotations } from '$lib/state/annotations/annotations.svelte';
import { untrack } from 'svelte';
import type { CurrentChapter } from '../current-chapter';

/** A mark whose ends are being moved, and where they stand meanwhile. */
export interface MovedEnds {
	id: string;
	range: TextRange;
}

export class ChapterMarks {
	#annotations: Annotations;
	#chapter: CurrentChapter;
	#painter: Painter | null = null;
	#opened: Promise<void> | null = null;
	#movedEnds = $state.raw<MovedEnds | null>(null);

	constructor(annotations: Annotations, chapter: CurrentChapter) {
		this.#annotations = annotations;
		this.#chapter = chapter;
	}

	#all = $derived.by(() => {
		const { work, summary } = this.#chapter;
		return this.#annotations.inChapter(work.slug, summary.slug);
	});

	/** All that stand in today's text, bookmarks too, in reading order. */
	placed = $derived.by<PlacedMark[]>(() =>
		this.#all
			.flatMap((annotation) => {
				const place = this.#annotations.placeOf(annotation.id);
				return place?.range
					? [{ annotation, range: place.range, review: place.level === 'review' }]
					: [];
			})
			.sort((a, b) => a.range.start - b.range.start)
	);

	/** Those that are painted: all but bookmarks. */
	painted = $derived.by(() =>
		this.placed.filter(({ annotation }) => annotation.kind !== 'bookmark')
	);

	/** How many have no sure place since the text was corrected, and wait for the reader. */
	unsure = $derived.by(
		() =>
			this.#all.filter((annotation) => {
				const { level } = this.#annotations.placeOf(annotation.id) ?? {};
				return (level === 'review' || level === 'unplaced') && !isLoose(annotation);
			}).length
	);

	/** The mark whose ends are being moved; it is painted as they stand now. */
	get movedEnds(): MovedEnds | null {
		return this.#movedEnds;
	}

	/** Paints a mark as if its ends stood there; nothing is written. `null`: no longer. */
	previewEnds(moved: MovedEnds | null): void {
		this.#movedEnds = moved;
	}

	/** Begins to show them, once; resolves when those of the chapter are read, and it is known where they stand. */
	open(): Promise<void> {
		return (this.#opened ??= this.#open());
	}

	async #open(): Promise<void> {
		const { now } = this.#chapter;
		void this.#annotations.loadFirst([now]);
		await this.#annotations.open(now);
	}

	/** The one with this id; `null` when it has no place in the text. */
	find(id: string): PlacedMark | null {
		return this.placed.find(({ annotation }) => annotation.id === id) ?? null;
	}

	/** Makes the page show them; for `{@attach}`, which calls it again when they change. */
	paint = (): void => {
		const marks = this.painted.map((mark) => this.#lookOf(mark));
		untrack(() => {
			if (marks.length > 0) this.#painter ??= new Painter(this.#chapter.map);
			this.#painter?.paint(marks);
		});
	};

	/** Takes all off the page. */
	clear = (): void => this.#painter?.stop();

	/** Paints all that lie over a passage now, wherever that is. */
	paintAt = (range: TextRange): void => this.#painter?.paintAt(range);

	/** The elements that show a mark, painted now wherever it is: one is about to go there. */
	elementsOf({ annotation, range }: PlacedMark): HTMLElement[] {
		this.paintAt(range);
		return this.#painter?.elementsOf(annotation.id) ?? [];
	}

	#lookOf({ annotation, range, review }: PlacedMark): PaintedMark {
		const { id, fields } = annotation;
		return {
			id,
			...(this.#movedEnds?.id === id ? this.#movedEnds.range : range),
			colour: shownColour(annotation),
			style: fields.style?.value ?? 'fill',
			hasNote: Boolean(fields.note?.value),
			review
		};
	}
}
