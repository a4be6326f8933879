/** Two marks become one. Not in the class of all marks, which every page carries. */
import type { Annotation } from '$lib/core/annotation/annotation';
import { joinedFields } from '$lib/core/annotation/joined-fields';
import type { TextRange } from '$lib/core/text/range';
import type { Annotations, ChapterEdition } from './annotations.svelte';

/** A mark, and where it stands in the open chapter. */
interface Placed {
	annotation: Annotation;
	range: TextRange;
}

/**
 * Makes one mark of two of the open `chapter`, as one step: `one` gets the passages of both and
 * what both say, `other` is deleted.
 */
export function joinMarks(
	annotations: Annotations,
	[one, other]: readonly [Placed, Placed],
	chapter: ChapterEdition
): void {
	const [first, second] = [one, other].sort((a, b) => a.range.start - b.range.start);
	const range = { start: first.range.start, end: Math.max(one.range.end, other.range.end) };
	annotations.perform('Merge', [
		{
			id: one.annotation.id,
			changes: joinedFields(first.annotation, second.annotation),
			target: annotations.describe(range, chapter)
		},
		{ id: other.annotation.id, deleted: true }
	]);
}
