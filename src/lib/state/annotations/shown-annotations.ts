/** Annotations as the page shows them: which there are, where they stand, and the texts they were made in. */
import type { Annotation, Target } from '$lib/core/annotation/annotation';
import { describe } from '$lib/core/annotation/describe';
import type { TextRange } from '$lib/core/text/range';
import type { Database } from '$lib/storage/database';
import { AnnotationIndex } from './annotation-index.svelte';
import { Places, type ChapterEdition } from './places.svelte';

export class ShownAnnotations {
	readonly index = new AnnotationIndex();
	readonly places: Places;
	/** Texts of editions that were on the page, by edition: they are saved with what refers to them. */
	readonly texts = new Map<string, string>();

	constructor(database: Database) {
		this.places = new Places(database);
	}

	/** Shows these records of annotations in the place of those before, or as new ones. */
	put(annotations: readonly Annotation[]): void {
		if (annotations.length === 0) return;
		this.index.put(annotations);
		this.places.update(annotations);
	}

	/** Finds where the annotations of a chapter stand, from now on. */
	open(chapter: ChapterEdition): void {
		this.texts.set(chapter.edition, chapter.text);
		this.places.open(chapter, this.index.inChapter(chapter.work, chapter.chapter));
	}

	/**
	 * A target for a passage of a chapter.
	 * @throws RangeError when `range` is no passage of the chapter
	 */
	describe(range: TextRange, { work, chapter, edition, text, blocks }: ChapterEdition): Target {
		this.texts.set(edition, text);
		return describe(text, range, { work, chapter, edition, blocks });
	}
}
