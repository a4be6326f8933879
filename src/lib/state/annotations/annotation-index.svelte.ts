/** Annotations in memory, at hand by id, by chapter, and by whether they are deleted. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { compareClocks } from '$lib/core/annotation/clock';
import { currentTarget } from '$lib/core/annotation/current-target';
import { isDeleted, isTombstone } from '$lib/core/annotation/deletion';
import { chapterKey } from '$lib/core/text/work';

const NONE: readonly Annotation[] = [];

export class AnnotationIndex {
	#live = new Map<string, Annotation>();
	#deleted = new Map<string, Annotation>();
	// Updated change by change: looking through all marks at each key that is typed is too slow.
	#chapters = new Map<string, readonly Annotation[]>();
	// One signal for all of it: one for each of 10,000 marks costs more than it saves.
	#changed = $state.raw({});
	/** All that is not deleted. */
	readonly live: readonly Annotation[] = $derived.by(() => {
		void this.#changed;
		return [...this.#live.values()];
	});

	/** All that is deleted and can be brought back, the latest first. */
	readonly trash: readonly Annotation[] = $derived.by(() => {
		void this.#changed;
		return [...this.#deleted.values()]
			.filter((annotation) => !isTombstone(annotation))
			.sort((a, b) => compareClocks(b.fields.deleted!.at, a.fields.deleted!.at));
	});

	/** An annotation, also a deleted one; `null` when there is none. */
	get(id: string): Annotation | null {
		void this.#changed;
		return this.#live.get(id) ?? this.#deleted.get(id) ?? null;
	}

	/** What is not deleted and stands in a chapter by its newest target, in the order of their places there. */
	inChapter(work: string, chapter: string): readonly Annotation[] {
		void this.#changed;
		return this.#chapters.get(chapterKey({ work, chapter })) ?? NONE;
	}

	/** Takes new records of annotations in, or new ones. */
	put(annotations: readonly Annotation[]): void {
		const arrived = new Map<string, Annotation[]>();
		const touched = new Set<string>();
		const gone = new Set<string>();
		for (const annotation of annotations) {
			const { id } = annotation;
			const before = this.#live.get(id);
			if (before) {
				touched.add(chapterKey(currentTarget(before)));
				gone.add(id);
			}
			if (isDeleted(annotation) || isTombstone(annotation)) {
				this.#live.delete(id);
				this.#deleted.set(id, annotation);
				continue;
			}
			this.#deleted.delete(id);
			this.#live.set(id, annotation);
			const key = chapterKey(currentTarget(annotation));
			touched.add(key);
			const group = arrived.get(key) ?? [];
			arrived.set(key, group);
			group.push(annotation);
		}
		for (const key of touched) {
			const stayed = (this.#chapters.get(key) ?? NONE).filter(({ id }) => !gone.has(id));
			this.#chapters.set(key, [...stayed, ...(arrived.get(key) ?? [])].sort(byPlace));
		}
		this.#changed = {};
	}
}

function byPlace(a: Annotation, b: Annotation): number {
	const between = currentTarget(a).start - currentTarget(b).start;
	return between || (a.created < b.created ? -1 : Number(a.created > b.created));
}
